"""What looking for reach found, kept on disk: it takes up to a second for a long guide, and three processes load each version."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Callable, Dict, Iterable, List, Tuple

from waymark.knowledge.guides.evaluate import Ground
from waymark.knowledge.guides.walking import Where
from waymark.operations.paths import CACHE

_FILE = CACHE / "guide-checks.json"
#: Guides of which something is kept; the oldest goes first.
_MOST = 64

Findings = List[Tuple[Where, str]]


def kept(ground: Ground, look: Callable[[Ground], Iterable[Tuple[Where, str]]]) -> Findings:
    """What `look` finds in a guide, from disk where guide, figures and the looking itself are the same."""
    key = _key(ground)
    known = _read()
    if key not in known:
        known[key] = [[list(where), what] for where, what in look(ground)]
        _write(dict(list(known.items())[-_MOST:]))
    return [_finding(each) for each in known[key]]


def _finding(kept_: List[object]) -> Tuple[Where, str]:
    where, what = kept_
    return tuple(where) if isinstance(where, list) else (), str(what)


def _key(ground: Ground) -> str:
    digest = hashlib.sha256(ground.guide.json().encode())
    for name, figure in sorted(ground.figures.items()):
        value = figure.on(ground.day)
        digest.update(
            f"{name}\0{value.amount if value else None}\0{[(each.amount, each.valid_from, each.valid_to) for each in figure.values]}".encode()
        )
    for path in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:24]


def _read() -> Dict[str, List[List[object]]]:
    try:
        found = json.loads(_FILE.read_text(encoding="utf-8"))
    except (OSError, ValueError):  # nothing kept yet, or a half-written file: look again
        return {}
    return found if isinstance(found, dict) else {}


def _write(known: Dict[str, List[List[object]]]) -> None:
    try:
        _FILE.parent.mkdir(parents=True, exist_ok=True)
        working = _FILE.with_suffix(".part.json")
        working.write_text(json.dumps(known), encoding="utf-8")
        working.replace(_FILE)
    except OSError:  # a disk that is full or read-only costs time, not a guide
        return
