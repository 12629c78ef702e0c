"""Remember what a conversation showed: ids only, in the order shown, a few dozen at most.

What was shown around danger is set apart: it stays off the page to keep, which somebody else at home might read, until
the carer adds it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, FrozenSet, Iterable, List, Optional, Sequence

from waymark.dialogue.reply import Reply

#: Things remembered; the oldest go first.
MOST_SEEN = 40
#: Kinds of thing. A topic was answered with its own words, or only asked about; a danger was told.
SUPPORT, ANSWER, TOPIC, ASKED, DANGER = "support", "answer", "topic", "asked", "danger"
KINDS = (SUPPORT, ANSWER, TOPIC, ASKED, DANGER)
#: Kinds of danger of which anybody at home may read. All others are set apart, also one that is new to the list.
_OPEN_DANGERS = frozenset({"medical_emergency", "missing_person", "caring_emergency"})
#: Topic about abuse, and the one that is about it where abuse was told.
ABOUT_ABUSE, URGENT = "safeguarding", "crisis"
_ANSWERED = frozenset({"answered", "contact", "feedback", "guide_result"})
_APART = "apart"


@dataclass(frozen=True)
class Seen:
    """One thing shown. `apart`: it stays off the page unless added."""

    kind: str
    id: str
    apart: bool = False

    def __str__(self) -> str:
        return ":".join((self.kind, self.id, *([_APART] if self.apart else [])))


def is_apart(danger: Optional[str]) -> bool:
    """Whether what goes with a danger of this kind is for the carer's eyes only."""
    return danger is not None and danger not in _OPEN_DANGERS


def read_seen(kept: Any) -> List[Seen]:
    """What a slot holds; anything else in it is passed over."""
    found = []
    for each in kept if isinstance(kept, list) else []:
        kind, _, rest = each.partition(":") if isinstance(each, str) else ("", "", "")
        name, _, mark = rest.partition(":")
        if kind in KINDS and name:
            found.append(Seen(kind, name, mark == _APART))
    return found


def seen_after(before: Any, reply: Reply, danger_before: Optional[str]) -> List[str]:
    """What has been seen once `reply` is shown, as a slot holds it. `danger_before`: kind of a danger told earlier."""
    turn = reply.turn
    danger = turn.danger.kind if turn.danger else None
    about_abuse = turn.topic == ABOUT_ABUSE or (turn.topic == URGENT and is_apart(danger_before))
    apart = is_apart(danger) or about_abuse
    private = _private_supports(reply)
    new = [Seen(DANGER, kind, is_apart(kind)) for kind in (danger_before, danger) if kind]
    if turn.topic and turn.status in _ANSWERED:
        own_words = turn.answer_id is None and turn.guide is None
        new.append(Seen(TOPIC if own_words else ASKED, turn.topic, apart))
    if turn.answer_id:
        new.append(Seen(ANSWER, turn.answer_id, apart))
    shown = dict.fromkeys(card.id for message in reply.said for card in message.cards)
    new += [Seen(SUPPORT, name, apart or name in private) for name in shown]
    all_seen = _once([*read_seen(before), *new])
    dangers = [each for each in all_seen if each.kind == DANGER]  # few, and never forgotten: they decide what stays off
    others = [each for each in all_seen if each.kind != DANGER]
    return [str(each) for each in (*dangers, *others[-MOST_SEEN:])]


def _private_supports(reply: Reply) -> FrozenSet[str]:
    """Supports that a guide marks as private."""
    supports: Sequence[Any] = (reply.result or {}).get("supports") or ()
    return frozenset(each["id"] for each in supports if each.get("private"))


def _once(all_seen: Iterable[Seen]) -> List[Seen]:
    """Each thing once, where it was shown first; what was shown openly at any time is not apart."""
    found: dict[tuple[str, str], Seen] = {}
    for each in all_seen:
        key = (each.kind, each.id)
        if key not in found or (found[key].apart and not each.apart):
            found[key] = each
    return list(found.values())
