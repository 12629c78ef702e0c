"""The notation of knowledge/lists/follow_ups.yml, and its checks: short messages that mean something shown before."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Dict, Iterable, Iterator, List, Mapping, Optional, Pattern, Tuple

from pydantic import Field

from waymark.knowledge.problems import Path_
from waymark.knowledge.schema import Listed

#: Kinds of follow-ups. The replies are made by them (waymark/dialogue/follow_ups).
KINDS = (
    "number",
    "weekend",
    "hours",
    "accessible",
    "condition",
    "place",
    "why",
    "address",
    "web",
    "email",
    "cost",
    "for_whom",
    "more_about",
    "which_one",
    "about",
)
#: Words that stand in a message where it names a place or a condition: the only capitals in a pattern.
PLACE, CONDITION = "PLACE", "CONDITION"
#: Words of a message up to which it can be a follow-up.
MOST_WORDS = 12

_RANK = "(?:first|second|third|last|1st|2nd|3rd|top|middle|bottom|other|next)"
_THING = (
    "(?:one|service|group|helpline|centre|center|charity|place|organisation|support|option|number|line|thing|link|card)"
)
_ONE = rf"(?:(?:the |that |your |on )?{_RANK} {_THING}s?|the (?:first|second|third|last|other)(?: two)?)"
#: "the carers centre": a name that ends in a word for an organisation.
_NAMED = (
    r"(?:the |that |those )(?P<name>(?:[\w&-]+ ){0,4}(?:centre|center|helpline|line|charity|charities|service|services"
    r"|group|groups|club|trust|project|hub|cafe|team|network|association|society|organisation|people|lot|partnership))"
)
_THEY = rf"(?:{_ONE}|{_NAMED}|(?:this|that|these|those)(?: (?:one|ones|place|service|group|helpline|thing|lot|people))?|it|they|them|there|any of (?:them|these|those))"
_PARTS: Mapping[str, str] = {
    "one": _ONE,
    "named": _NAMED,
    "they": _THEY,
    "their": rf"(?:their|there|thier|its|the|that|this|{_ONE}s|{_NAMED}s?)",
    "any": r"(?P<name>[\w&-]+(?: [\w&-]+){0,5})",
    "weekend": r"(?:(?:at|on|over|for|during|this|in) )?(?:a |the |this )?(?:weekends?|saturdays?|sundays?|sat|sun)(?: (?:and|or) (?:saturdays?|sundays?))?(?: (?:morning|afternoon|evening)s?)?",
    "whom": r"(?:someone|somebody|people|a person|him|her|them|mum|dad|carers of (?:people|someone|somebody)|my \w+)(?: (?:with|who has|whos got|who have|has|having|got|thats got))?(?: a| an)?",
}
_MARKER = re.compile(r"\{(\w+)\}")
_MARKED = re.compile(rf"({PLACE}|{CONDITION})")
_NAME = re.compile(r"\?P<name>")
#: Said around what is meant.
_BEFORE = re.compile(
    r"^(?:(?:ok|okay|oh|right|well|so|and|but|also|then|hi|hello|hey|thanks|thank you|great|good|sorry|please|yes|yeah|no|cheers|lovely|fine|brilliant|just|um|erm|actually|cool|ah)\b ?)+(?=\S)"
)
_AFTER = re.compile(
    r"(?: (?:please|pls|plz|thanks|thank you|then|ta|cheers|though|tho|do you know|at all|by the way|btw|pal|hen|love))+$"
)
_SPELT = {"u": "you", "ur": "your", "r": "are", "wots": "whats", "wot": "what", "wat": "what", "wats": "whats"}
_SPELT |= {"nr": "number", "num": "number", "tel": "telephone", "fone": "phone", "numbr": "number"}
_MARKS = str.maketrans({"’": None, "‘": None, "'": None, "`": None, "“": " ", "”": " ", '"': " ", ",": " "})


class FollowUpKind(Listed):
    """One kind of follow-up with its patterns."""

    words: List[str] = Field(..., min_items=1, description="Patterns for a whole message; see the file's head.")
    says: List[str] = Field(..., min_items=6, description="Messages that must be read as this kind.")
    never: List[str] = Field(..., min_items=2, description="Messages that must not be read as any kind.")


@dataclass(frozen=True)
class Match:
    """A kind, and the name in the message by which something shown is called."""

    kind: str
    name: Optional[str] = None


def expression(pattern: str) -> Pattern[str]:
    """A pattern of the file, its markers filled in.

    Raises:
        re.error: it is no regular expression, or names a marker that is not known.
    """

    def fill(found: re.Match[str]) -> str:
        if found[1] not in _PARTS:
            raise re.error(f"'{{{found[1]}}}' is none of {', '.join(f'{{{name}}}' for name in _PARTS)}")
        return _PARTS[found[1]]

    numbers = iter(range(99))
    whole = _MARKER.sub(fill, pattern)
    return re.compile(_NAME.sub(lambda _: f"?P<name{next(numbers)}>", whole))


def tidied(text: str) -> List[str]:
    """How a message is read: plain, and once more without what is said around what is meant."""
    plain = " ".join(text.translate(_MARKS).split())
    lower = "".join(part if part in (PLACE, CONDITION) else part.lower() for part in _MARKED.split(plain))
    lower = re.sub(r"[.!?;:-]+(?= |$)", "", lower)
    plain = " ".join(_SPELT.get(word, word) for word in lower.split())
    short = _AFTER.sub("", _BEFORE.sub("", plain))
    return [plain] if short in ("", plain) else [plain, short]


class Patterns:
    """All patterns, ready to use, in the order of the file."""

    def __init__(self, kinds: Mapping[str, List[str]]) -> None:
        self._kinds = [(kind, [expression(pattern) for pattern in patterns]) for kind, patterns in kinds.items()]

    def match(self, text: str) -> Optional[Match]:
        """The first kind that fits the whole of `text`, in which PLACE and CONDITION stand for names."""
        if len(text.split()) > MOST_WORDS:
            return None
        ways = tidied(text)
        for kind, patterns in self._kinds:
            for pattern in patterns:
                for way in ways:
                    found = pattern.fullmatch(way)
                    if found:
                        return Match(kind, next((name for name in found.groupdict().values() if name), None))
        return None


def masked(text: str, places: Iterable[Tuple[int, int]], conditions: Iterable[Tuple[int, int]]) -> str:
    """`text` with PLACE and CONDITION in place of what stands at these (start, end)."""
    spans = {**{span: CONDITION for span in conditions}, **{span: PLACE for span in places}}
    end_before = len(text) + 1
    for (start, end), mark in sorted(spans.items(), reverse=True):
        if start < end <= end_before:
            text = f"{text[:start]}{mark}{text[end:]}"
            end_before = start
    return text


def follow_up_problems(
    kinds: Mapping[str, FollowUpKind], places: Iterable[str], conditions: Iterable[str]
) -> Iterator[Tuple[str, Path_, str]]:
    """(id, where in it, what is wrong) of every mistake. `places`, `conditions`: names that the examples may use."""
    sound: Dict[str, List[str]] = {}
    for key, kind in kinds.items():
        if key not in KINDS:
            yield key, ("id",), f"is none of {', '.join(KINDS)}"
        for index, pattern in enumerate(kind.words):
            try:
                expression(pattern)
                sound.setdefault(key, []).append(pattern)
            except re.error as error:
                yield key, ("words", index), f"is no pattern: {error}"
    patterns = Patterns(sound)
    find = {mark: _names(names) for mark, names in ((PLACE, places), (CONDITION, conditions))}
    for key, kind in kinds.items():
        for field, messages in (("says", kind.says), ("never", kind.never)):
            for index, message in enumerate(messages):
                spans = {mark: [found.span() for found in names.finditer(message)] for mark, names in find.items()}
                found = patterns.match(masked(message, spans[PLACE], spans[CONDITION])) or patterns.match(message)
                read = found.kind if found else None
                if read != (key if field == "says" else None):
                    yield key, (field, index), f"'{message}' is read as {read or 'no follow-up'}"


def _names(names: Iterable[str]) -> Pattern[str]:
    ordered = sorted(map(re.escape, names), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(ordered)})\b" if ordered else r"(?!)", re.IGNORECASE)
