"""The widget's files, for our own pages and for those of other sites that embed it.

They hold nothing of anybody, so any site may fetch them. With the version in the address they are kept for ever,
without it a browser asks each time and mostly hears that nothing has changed.
"""

from __future__ import annotations

import gzip
import hashlib
import re
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Callable, Dict, Optional, Tuple

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from waymark.operations.paths import ROOT
from waymark.web.joining import joined_script, joined_style

WIDGET = ROOT / "widget"
#: Seconds after which the version is worked out again.
LOOK_EVERY_S = 2.0
#: Stands in a script or style sheet where the version goes.
VERSION_MARK = b"__WAYMARK_VERSION__"
FOR_ANY_SITE = {"Access-Control-Allow-Origin": "*", "Cross-Origin-Resource-Policy": "cross-origin"}
SCRIPT, STYLE = "widget.js", "widget.css"
#: What is put together of several files or made smaller.
_JOINED: Dict[str, Callable[[Path], bytes]] = {SCRIPT: joined_script, STYLE: joined_style}
_KINDS = {".js": "text/javascript", ".css": "text/css", ".json": "application/json"}
_LANGUAGE = re.compile(r"[a-z]{2,3}")


def version_of(folder: Path = WIDGET) -> str:
    """A short hash of the widget's files, so that browsers fetch them anew exactly when they change."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:12]


@dataclass(frozen=True)
class _File:
    content: bytes
    packed: bytes
    tag: str


class Files:
    """Serves files of one folder from memory; a file that has changed is read again."""

    def __init__(self, folder: Path = WIDGET) -> None:
        self._folder = folder
        self._version = version_of(folder)
        self._looked_at = time.monotonic()
        self._held: Dict[str, Tuple[str, _File]] = {}  # with the version it was read at

    @property
    def version(self) -> str:
        """The version of the files as they are now, or were at most `LOOK_EVERY_S` ago."""
        if time.monotonic() - self._looked_at > LOOK_EVERY_S:
            self._version, self._looked_at = version_of(self._folder), time.monotonic()
        return self._version

    def serve(self, request: Request, name: str, for_any_site: bool = False) -> Response:
        """The file `name` as this browser takes it.

        Raises:
            HTTPException: 404, there is no such file.
        """
        file = self._file(name)
        if file is None:
            raise HTTPException(404)
        packs = "gzip" in request.headers.get("accept-encoding", "")
        tag = f'"{file.tag}-gzip"' if packs else f'"{file.tag}"'
        headers = {"ETag": tag, "Vary": "Accept-Encoding", **_caching(request, self.version)}
        headers.update(FOR_ANY_SITE if for_any_site else {})
        if tag in request.headers.get("if-none-match", ""):
            return Response(status_code=304, headers=headers)
        if packs:
            headers["Content-Encoding"] = "gzip"
        kind = _KINDS[Path(name).suffix]
        return Response(file.packed if packs else file.content, headers=headers, media_type=kind)

    async def script(self, request: Request) -> Response:
        return self.serve(request, SCRIPT, for_any_site=True)

    async def style(self, request: Request) -> Response:
        return self.serve(request, STYLE, for_any_site=True)

    async def labels(self, request: Request) -> Response:
        """The widget's labels in one language."""
        language = request.path_params["language"]
        if not _LANGUAGE.fullmatch(language):
            raise HTTPException(404)
        return self.serve(request, f"labels/{language}.json", for_any_site=True)

    def _file(self, name: str) -> Optional[_File]:
        version = self.version
        held = self._held.get(name)
        if held is None or held[0] != version:
            try:
                content = self._content(name).replace(VERSION_MARK, version.encode())
            except FileNotFoundError:
                return None
            held = (version, _File(content, gzip.compress(content, 9, mtime=0), _hash(content)))
            self._held[name] = held
        return held[1]

    def _content(self, name: str) -> bytes:
        """A file as it is, or joined of its parts.

        Raises:
            FileNotFoundError: it, or a part of it, is not there.
        """
        join = _JOINED.get(name)
        return join(self._folder) if join else (self._folder / name).read_bytes()


def _caching(request: Request, version: str) -> Dict[str, str]:
    """For ever when the address names this version, else ask each time."""
    is_this = request.query_params.get("v") == version
    return {"Cache-Control": "public, max-age=31536000, immutable" if is_this else "no-cache"}


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:16]
