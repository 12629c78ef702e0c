"""What a turn sends back: messages, and the turn record of the contract."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Dict, List, Optional, Sequence, Tuple

from waymark.dialogue.situation import Danger
from waymark.knowledge.homes import NOWHERE, Home


@dataclass(frozen=True)
class Button:
    """A choice: what it says and the payload it sends."""

    title: str
    payload: str


@dataclass(frozen=True)
class Shown:
    """A support to show as a card, and why it was chosen."""

    id: str
    why: str


@dataclass(frozen=True)
class Said:
    """One message. `text` stands alone, so that a channel without cards and buttons can show it."""

    text: str
    buttons: Tuple[Button, ...] = ()
    cards: Tuple[Shown, ...] = ()
    question: Optional[Dict[str, Any]] = None  # the parts of a guide's question, for a page that draws a form
    lang: Optional[str] = None  # of the text, where it is not English: its ISO 639 code
    keep: bool = False  # whether the page to keep is offered with it

    def to_dict(self) -> Dict[str, Any]:
        told = {
            "text": self.text,
            "buttons": [{"title": button.title, "payload": button.payload} for button in self.buttons],
            "cards": [{"id": card.id, "why": card.why} for card in self.cards],
        }
        extra = {"question": self.question, "lang": self.lang, "keep": self.keep}
        return {**told, **{name: value for name, value in extra.items() if value}}


@dataclass(frozen=True)
class Turn:
    """The record of a turn; exactly one a turn. `status` is of knowledge/lists/statuses.yml."""

    status: str
    topic: Optional[str] = None
    topics_offered: Sequence[str] = ()
    home: Home = NOWHERE
    danger: Optional[Danger] = None
    guide: Optional[str] = None
    answer_id: Optional[str] = None

    def to_dict(self) -> Dict[str, Any]:
        return {
            "status": self.status,
            "topic": self.topic,
            "topics_offered": list(self.topics_offered),
            "place": self.home.place,
            "nation": self.home.nation,
            "risk": {"kind": self.danger.kind, "level": self.danger.level} if self.danger else None,
            "guide": self.guide,
            "answer_id": self.answer_id,
        }


@dataclass(frozen=True)
class Reply:
    """Messages and record, and what to remember for the next turn (slot name -> value)."""

    said: List[Said]
    turn: Turn
    remember: Dict[str, Any] = field(default_factory=dict)
    result: Optional[Dict[str, Any]] = None  # what a guide ended in

    def to_dict(self) -> Dict[str, Any]:
        told = {"messages": [message.to_dict() for message in self.said], "turn": self.turn.to_dict()}
        return {**told, "result": self.result} if self.result else told
