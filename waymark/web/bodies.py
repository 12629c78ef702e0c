"""Reading what a request holds, and saying in a sentence what is wrong with it."""

from __future__ import annotations

import json
from typing import Any, Dict, Sequence
from urllib.parse import parse_qs

from starlette.requests import Request

from waymark.web.problems import Problem

#: Bytes of a request: the longest message in any script, and its JSON around it.
MOST_BYTES = 128 * 1024
#: A message in a form is written with up to three letters for each byte.
MOST_FORM_BYTES = 3 * MOST_BYTES


async def read(request: Request, most: int = MOST_BYTES) -> bytes:
    """The body.

    Raises:
        Problem: it is larger than `most` bytes.
    """
    parts, size = [], 0
    async for part in request.stream():
        size += len(part)
        if size > most:
            raise Problem(413, "Too long", "That message is too long. Please send the main part.")
        parts.append(part)
    return b"".join(parts)


async def read_json(request: Request, texts: Sequence[str], holds: str) -> Dict[str, Any]:
    """The JSON object of a request, whatever its content type; fields named in `texts` are text where they are there.

    Raises:
        Problem: it is no such object; `holds` names what it must hold.
    """
    raw = await read(request)
    try:
        body = json.loads(raw)
    except (ValueError, RecursionError):
        raise Problem(400, "Not JSON", f"The request must be JSON with {holds}.") from None
    if not isinstance(body, dict):
        raise Problem(400, "Not an object", f"The request must be a JSON object with {holds}.")
    for name in texts:
        if body.get(name) is not None and not isinstance(body[name], str):
            raise Problem(422, "Wrong kind", f"'{name}' must be text.")
        if body.get(name) is not None:  # half a character, as "\\ud83d" alone, can be neither signed nor sent on
            body[name] = body[name].encode(errors="replace").decode()
    return body


async def read_form(request: Request) -> Dict[str, str]:
    """The fields of a form; of several with one name, all of them with "; " between.

    Raises:
        Problem: it is too large, or has more fields than any form of ours.
    """
    raw = (await read(request, MOST_FORM_BYTES)).decode("utf-8", errors="replace")
    try:
        found = parse_qs(raw, max_num_fields=50, errors="replace")
    except ValueError:
        raise Problem(400, "Not a form", "The form could not be read. Please go back and try again.") from None
    return {name: "; ".join(values) for name, values in found.items()}
