"""What every contestant of the comparison offers."""

from __future__ import annotations

from typing import Dict, List, Optional, Protocol

from bench.heard import Heard


class Contestant(Protocol):
    """Something that answers sentences. `about` says, in a sentence or two, what it is and what counts as its answer."""

    name: str
    about: str

    def hear(self, text: str) -> Heard:
        """What it makes of one sentence, the first of a conversation."""

    def times(self) -> Dict[str, List[float]]:
        """Part -> milliseconds of each sentence heard so far."""

    def memory_of(self) -> Optional[str]:
        """What `python -m bench.side_by_side.memory` is given to load it; None: its memory is not measured."""


class NotThere(RuntimeError):
    """A contestant could not be made; the message says why, for the table."""
