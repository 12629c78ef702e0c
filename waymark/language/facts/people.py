"""The people a message names: relatives, neighbours, friends, and others such as a patient or a pupil."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Dict, List, Mapping, Optional

#: People who are no relative of the writer, but may be carers: "a boy in my class", "my patient".
_OTHERS = (
    "patient patients client clients pupil pupils student students resident tenant colleague employee employees customer customers "
    "somebody someone lady gentleman man woman guy fella bloke chap teenager family families staff person people parishioner"
).split()
_WOMEN = set(
    "mum mums mam mom mother mummy mammy mither stepmum daughter girl lass lassie sister sis gran granny nan nana nanna grandma "
    "grandmother aunt auntie aunty niece wife missus girlfriend granddaughter stepdaughter lady woman".split()
)
_MEN = set(
    "dad da daddy father dads tad stepdad son boy lad brother bro grandad granda grandfather grandpa papa uncle nephew husband hubby "
    "boyfriend grandson stepson man gentleman guy fella bloke chap".split()
)
#: Short names that are other words too ("ma nerves is shot", "a tad"): a person only after one of these, or before a verb.
_SHORT = set("ma da pa papa maw tad oh mate pal mil fil sis bro mither".split())
_POINTS = r"(?:my|our|ma|wor|me|his|her|their|your|the|dear|old|best|with|for|after|of)"
_VERB_AFTER = re.compile(
    r"^(?:'s|s)? ?(?:is|has|had|was|needs|got|can'?t|cannae|died|bides|lives|stays)\b|^'s\b", re.IGNORECASE
)
#: Words between "my" and the person: "my poor old mum", "our six year old daughter", "his own wife".
_LIKE = (
    r"(?:(?:own|dear|poor|old|elderly|late|other|big|little|wee|young|younger|youngest|older|oldest|eldest|middle|only|first|second|disabled|autistic"
    r"|blind|deaf|teenage|adult|grown|up|foster|adopted|adoptive|step|great|half|best|good|close|lovely|next|door|year|yr|years|month|months|week|two|three"
    r"|twin|non|verbal|severely|very|\w+ty(?: \w+)?|\d+|\w+teen|four|five|six|seven|eight|nine|ten|eleven|twelve|yo|o|&|and|profoundly|terminally|ill|sick"
    r"|frail|widowed|ex|former|dying|in|law),? )"
)
_WHOSE = re.compile(
    rf"\b(my|our|ma|wor|me|his|her|their|whose|your|the|an?|that|this|\w+'s) {_LIKE}{{0,6}}$", re.IGNORECASE
)
#: What follows a name and makes it no person: "child benefit", "children's services", "partner organisations".
_THING_AFTER = re.compile(
    r"^(?:ren)?(?:'?s'?)? ?(?:benefits?|tax|services?|social|panel|hearing|care|protection|disability payment|support|centre|in need|carers?\b|parties|friendly"
    r"|hood|ish|minder|and baby|seat|pip)\b|^ (?:carers?|groups?|forums?)\b",
    re.IGNORECASE,
)
#: "since I was a child", "an only child", "an old boy", "as a parent of": the writer, or no one.
_NO_PERSON_BEFORE = re.compile(
    r"\b(?:was|were|am|i'm|im) (?:just |only |still )?(?:an? |the )?(?:little |wee |young |small )?$|\bonly $|\bold $|\bas an? (?:single )?$|\bsingle $|\bgood $",
    re.IGNORECASE,
)
_NEEDS_SOMETHING = re.compile(r"^(?:'s|s)? (?:with|has|is|who has|needs)\b", re.IGNORECASE)
_CHILDHOOD = set("child kid boy girl lad lass baby lassie wean bairn".split())
#: "my 9yo", "our six year old", "my 8 month old": a child, unless a person follows.
_MY_NINE_YEAR_OLD = re.compile(
    r"\b(?:my|our) ((?:1?\d|[a-z]+teen|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?: and a half)? ?(?:yo|y/o|(?:year|yr|month|mth|week)s? olds?))\b",
    re.IGNORECASE,
)
CHILD = "child"
_WRITER = {"my", "our", "ma", "wor", "me"}
_OF_OTHERS = {"his", "her", "their", "whose"}


@dataclass(frozen=True)
class Someone:
    """A person named. `kin` is a relationship of knowledge/lists, or empty; `start` and `end` count characters.

    `whose` is "writer" ("my mum"), "other" ("his mum", "my patient's wife") or empty ("a boy", "Mum").
    """

    word: str
    kin: str
    whose: str
    start: int
    end: int

    @property
    def sex(self) -> str:
        """ "f", "m", or empty where the word does not tell."""
        last = self.word.split()[-1]
        return "f" if last in _WOMEN else "m" if last in _MEN else ""


class People:
    """Finds the people of a text, by the words of lists/relationships.yml."""

    def __init__(self, relationships: Mapping[str, List[str]]) -> None:
        """`relationships`: relationship -> its words, small letters."""
        self._kin: Dict[str, str] = {
            word.replace("-", " "): key for key, words in relationships.items() for word in words if "'" not in word
        }
        names = sorted({*self._kin, *_OTHERS}, key=len, reverse=True)
        self._name = re.compile(rf"(?<![\w'])({'|'.join(map(re.escape, names))})(?!\w)", re.IGNORECASE)

    def find(self, text: str) -> List[Someone]:
        """In the order they stand. `text` has straight apostrophes and no hyphens."""
        found: List[Someone] = []
        for match in self._name.finditer(text):
            someone = self._someone(match.group(1).lower(), match.start(), match.end(), text)
            if someone is not None:
                found.append(someone)
        for match in _MY_NINE_YEAR_OLD.finditer(text):
            if not any(match.start() <= one.start <= match.end() + 16 for one in found):
                found.append(Someone("child", CHILD, "writer", match.start(1), match.end()))
        return sorted(found, key=lambda someone: someone.start)

    def _someone(self, word: str, start: int, end: int, text: str) -> Optional[Someone]:
        before, after = text[max(0, start - 60) : start], text[end : end + 30]
        whose, kin = _WHOSE.search(before), self._kin.get(word, "")
        if _THING_AFTER.search(after) or re.match(
            r"'s (?:\w+ )?(?:mum|dad|mother|father|wife|husband|son|daughter|sister|brother|partner)\b", after
        ):
            return None  # in "my patient's wife" the wife is meant
        if " " in word and word.split()[0] in _WRITER:  # "my ex" is a phrase of the list
            owner, word = word.split(" ", 1)
            return Someone(word, kin, "writer", start, end)
        if word in _CHILDHOOD and _NO_PERSON_BEFORE.search(before):
            return None
        if word in _SHORT and not (re.search(rf"\b{_POINTS} $", before, re.IGNORECASE) or _VERB_AFTER.search(after)):
            return None
        if word == "parent" and (
            re.search(r"\b(?:as a|single|lone|being a|foster|every|other) $", before, re.IGNORECASE)
        ):
            return None
        owner = whose.group(1).lower() if whose else ""
        if word in _CHILDHOOD and owner not in _WRITER and not _NEEDS_SOMETHING.search(after):
            kin = ""  # "the girl on the phone"
        side = "writer" if owner in _WRITER else "other" if owner in _OF_OTHERS or owner.endswith("'s") else ""
        return Someone(word, kin, side, start, end)


def nearest_before(people: List[Someone], position: int, sex: str = "") -> Optional[Someone]:
    """Whom "he" or "she" at `position` means: the nearest of that sex before it."""
    fitting = [one for one in people if one.end <= position and (not sex or one.sex in ("", sex))]
    return fitting[-1] if fitting else None
