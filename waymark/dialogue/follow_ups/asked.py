"""What a follow-up asks, and what was shown before it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Dict, Optional, Tuple

from waymark.dialogue.reply import Shown


@dataclass(frozen=True)
class Asked:
    """The kind of a follow-up (knowledge/lists/follow_ups.yml), and of which support."""

    kind: str
    which: Optional[int] = None  # place among those shown, from 0; -1 is the last
    name: Optional[str] = None  # what the message calls it
    is_other: bool = False  # "the other one", "the next one"
    support: Optional[str] = None  # of a pressed button


@dataclass(frozen=True)
class Listing:
    """What was shown last.

    `seen` are the ids of the cards shown last of all, by which a newer list is told from one that is followed up.
    """

    cards: Tuple[Shown, ...] = ()
    focus: Optional[str] = None  # the one talked about since
    seen: Tuple[str, ...] = ()
    topics_offered: Tuple[str, ...] = ()  # of a question "which of these?", if that was the last reply

    def to_dict(self) -> Dict[str, Any]:
        """As a slot keeps it."""
        cards = [{"id": card.id, "why": card.why} for card in self.cards]
        return {"cards": cards, "focus": self.focus, "seen": list(self.seen)}


def read_listing(shown: Tuple[Shown, ...], kept: Any, topics_offered: Tuple[str, ...] = ()) -> Listing:
    """The listing followed up: the one kept, while no other cards (`shown`) have come since."""
    seen = tuple(card.id for card in shown)
    if isinstance(kept, dict) and tuple(kept.get("seen") or ()) == seen:
        cards = tuple(Shown(str(each["id"]), str(each["why"])) for each in kept.get("cards") or ())
        return Listing(cards, kept.get("focus"), seen, topics_offered)
    return Listing(shown, None, seen, topics_offered)
