"""Find a second need that a message asks for in words of its own: "can somebody sit with dad, and is there any money?"

A topic that merely colours the message is no second need: it stays a button.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import List, Mapping, Optional, Sequence

from waymark.language.topics.refused import is_refusal, part
from waymark.language.words import plain

PREFIX = "topic_"
#: Confidence that a clause needs, taken by itself, and that its topic needs in the whole message.
OWN_CLAUSE, IN_THE_WHOLE = 0.7, 0.02
#: Topics that say who writes rather than what they need: for these the whole message must speak of it too.
_WHO_WRITES = {"young_carers", "young_adult_carers", "parent_carers", "identification", "professionals"}
WHO_WRITES = 0.15
#: A clause that begins with "it" or "they" means something said before, unless it is this long.
SAYS_ITSELF = 8
LEAST_WORDS = 3

_BREAKS = re.compile(
    r"(?<=[.!?;:])\s+|\n+"
    r"|\s+(?=(?:and|or|also|plus|then|but|as well as) (?:also |then |so |if )?(?:i|i'd|i'm|i've|we|he|she|they|it|can|could|how|what|where|who|when|is|are|do|does"
    r"|would|will|should|if|also|some|any|need|want|an?|the|my|to|get|help|someone|somebody|on top)\b)"
    r"|,\s+(?=(?:and|also|plus|but|how|what|where|who|can|could|is|are|do|does|i|we|as for|need|want)\b)"
)
_LINK = r"^(?:and |also |so |or |plus |then |oh |but )*"
#: What asks: a question, "I need", "someone to".
_ASKS = re.compile(
    rf"{_LINK}(?:if [\w' ]{{3,40}}? )?(?:can|could|may|would|will|should|is|are|does|do|did|has|have|am|what|what's|how|where|who|who'll|whom|when|which)\b"
    r"|\b(?:i|we|he|she|ah|they|mum|dad|\w+self)(?:'ll| also| really| just| both| still)* (?:need|needs|want|wants|would like|'d like|could do with|wish)\b"
    r"|\b(?:i|we)'d (?:also |just |really )?(?:like|love|take)\b|could (?:fair )?d(?:o|ae) wi|\bget help\b|\btell me\b|don'?t know how|\badvice (?:on|about)\b|\blooking for\b"
    rf"|{_LINK}(?:need|want|looking for|any|some|an?|someone|somebody|help|more)\b"
)
_FEELS = re.compile(
    r"\b(?:i feel|feel(?:ing)? (?:so |sick|guilty|low|down|lonely)|i'?m (?:so|that|ashamed|anxious|worried sick|scared|lonely|exhausted|at my)|nerves|can'?t (?:cope|stop (?:crying|worrying))|crying)\b"
)
_ADDS = re.compile(
    r"^(?:and|also|plus|oh and|as for|on top|another|secondly|the other|afterwards)\b|\b(?:also|as well|too|on top of|while i'?m (?:at it|about it)|another thing|besides)\b"
)
_MEANS_BEFORE = re.compile(rf"{_LINK}(?:\w+ ){{0,3}}?(?:it|that|this|they|them|those|these|one|he|she)\b")


@dataclass(frozen=True)
class Clause:
    """A clause of a message with its likeliest topic and how likely that is; `topic` is empty where it is none."""

    text: str
    topic: str
    confidence: float

    @property
    def asks(self) -> bool:
        return bool(_ASKS.search(self.text)) or (self.topic == "mental_health" and bool(_FEELS.search(self.text)))


def clauses(text: str) -> List[str]:
    """Where a message may hold two needs: its clauses, in plain small letters. Else nothing."""
    parts: List[str] = []
    waiting = ""
    for piece in (found.strip() for line in text.splitlines() for found in _BREAKS.split(plain(line)) if found):
        waiting = f"{waiting} {piece}".strip()
        if len(waiting.split()) >= LEAST_WORDS:
            parts.append(waiting)
            waiting = ""
    if waiting and parts:
        parts[-1] = f"{parts[-1]} {waiting}"
    asking = [part for part in parts if _ASKS.search(part) or _FEELS.search(part)]
    return parts if len(parts) > 1 and (len(asking) > 1 or any(_ADDS.search(part) for part in asking)) else []


class PlainNeeds:
    """Words of lists/plain_needs.yml, which name a need beyond doubt."""

    def __init__(self, words: Mapping[str, Sequence[str]]) -> None:
        """`words`: topic -> its words, small letters."""
        self._patterns = {
            topic: re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(names, key=len, reverse=True)))})(?!\w)")
            for topic, names in words.items()
        }

    def named(self, text: str) -> List[str]:
        """Topics named in a message, but in no clause that refuses them."""
        wanted = plain(part(text).wanted)
        return [topic for topic, pattern in self._patterns.items() if pattern.search(wanted)]


def second_need(main: str, said: Sequence[Clause], whole: Mapping[str, float]) -> Optional[str]:
    """The topic asked for besides `main`; None where there is none for sure.

    `whole`: topic -> its probability in the whole message. `main` must have a clause of its own too, and one of the
    two must ask, or the second be added: "and …", "also", "as well".
    """
    mains = [clause for clause in said if clause.topic == main]
    main_asks = any(clause.asks for clause in mains)
    found = [
        clause
        for clause in said
        if clause.topic not in ("", main)
        and clause.confidence >= OWN_CLAUSE
        and whole.get(clause.topic, 0.0) >= (WHO_WRITES if clause.topic in _WHO_WRITES else IN_THE_WHOLE)
        and clause.asks
        and (main_asks or _ADDS.search(clause.text))
        and not is_refusal(clause.text)
        and not (_MEANS_BEFORE.search(clause.text) and len(clause.text.split()) < SAYS_ITSELF)
    ]
    return max(found, key=lambda clause: clause.confidence).topic if mains and found else None
