"""Who of the relatives in a message is looked after, and who only is family."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import FrozenSet, List, Mapping, Tuple

from waymark.language.places.mention import NEAR

#: As much of a message as is read for this: people say early whom they look after.
OPENING = 10 * NEAR

_WOMEN = set("she her shes mum mam mom mother mummy daughter girl lass lassie sister sis".split())
_MEN = set("he him his hes dad da daddy father son boy lad brother bro".split())
_CHILDREN = {"kids", "children", "grandkids", "grandchildren"}
#: Grown-up children of whom a carer speaks together live their own lives: "we're in Poole, the kids are in Leeds".
_CHILDREN_ARE = re.compile(
    r"\b(?:the|my|our) (?:grand)?(?:kids|children) (?:are|'re|all|both|live|have|moved|stay)\b", re.IGNORECASE
)
#: "it's just me and him": then children who are named live elsewhere.
_JUST_US = re.compile(r"\bjust (?:us|me and|the two|him and me|her and me|my)\b", re.IGNORECASE)
#: "can't help", "in Leeds never visits", "it's all on me": what is said of another relative than the one looked after.
_NO_HELP = (
    r"(?: (?:over |up |down )?in [\w']+)? ?(?:[\w' ]{0,40}?\b(?:and|so|but|who|,) ?)?(?:(?:he|she|they) )?"
    r"(?:(?:can'?t|cannot|won'?t|doesn'?t|does not|don'?t|never|rarely|hardly ever|isn'?t able to|is no|does nothing) (?:really |even |ever )?"
    r"(?:help|visit|do (?:much|anything)|bother|want to know|come|comes|visits|helps|to help|lift a finger)"
    r"|it'?s (?:all )?(?:on|down to|left to) me)"
)


@dataclass(frozen=True)
class Family:
    """What one message says of its relatives. Words as they are written, lower case."""

    relationships: Mapping[str, str]
    looked_after: Tuple[str, ...]
    no_help: FrozenSet[str]
    elsewhere: FrozenSet[str]  # children who have left home

    def is_another(self, called: str, kin: str) -> bool:
        """Whether `kin`, called `called` where the place is named ("she"), is another than the one looked after."""
        if is_of_other_sex(called, kin):  # "my brother does nothing for mum, she lives in Leeds"
            return False
        if kin in self.no_help or kin in self.elsewhere:
            return True
        return bool(self.looked_after) and all(
            self.relationships[kin] != self.relationships[one] or is_of_other_sex(kin, one) for one in self.looked_after
        )


class Relatives:
    """Knows the words for the people looked after."""

    def __init__(self, people: Mapping[str, str]) -> None:
        """`people`: word -> relationship."""
        self._people = people
        kin = people_pattern(people)
        self._named = re.compile(rf"(?<!\bex )\b({kin})\b(?!'s (?:{kin})\b)", re.IGNORECASE)
        self._no_help = re.compile(rf"\b({kin})\b{_NO_HELP}", re.IGNORECASE)
        self._with_carer = re.compile(
            rf"\b(?:i|we)(?:'m| am)?(?: \w+){{1,4}} with (?:my|our) ({kin})\b"
            rf"|\b({kin})(?:'s| is| lives| stays)? (?:here )?with (?:me|us)\b",
            re.IGNORECASE,
        )
        in_need = r"(?!,? (?:who |that )?(?:has|needs|is|was|can'?t)\b)"
        self._companion = re.compile(
            rf"\bmy ({kin}) and (?:i|me|myself)\b|\b(?:me|myself|i) and my ({kin})\b{in_need}"
            rf"|\bwith (?:my|our) ({kin})\b{in_need}",
            re.IGNORECASE,
        )
        self._care_of = re.compile(
            r"\b(?:look(?:s|ing|ed)? after|car(?:e|es|ing|ed) for|carer (?:for|of|to)"
            rf"|(?:asking|writing|ringing|calling|here) (?:for|about|on behalf of)) (?:[\w']+ ){{0,4}}?({kin})\b(?!'s )"
            rf"(?:,? (?:and|&) (?:my |our )?({kin})\b(?!'s| is| who| lives| stays| moved| works))?",
            re.IGNORECASE,
        )
        self._together = re.compile(rf"\b({kin})(?:,| and| &| n) (?:my |our )?({kin})\b", re.IGNORECASE)

    def read(self, text: str) -> Family:
        """What a message says of its relatives."""
        opening = text[:OPENING].lower()
        said = [word for match in self._care_of.finditer(opening) for word in match.groups() if word]
        elsewhere = set() if said else self._left_home(opening)
        return Family(
            self._people,
            tuple(said or self._likely(opening)),
            frozenset(match.group(1) for match in self._no_help.finditer(opening)),
            frozenset(elsewhere),
        )

    def _left_home(self, opening: str) -> set[str]:
        if _JUST_US.search(opening):
            return {word for word, relationship in self._people.items() if relationship == "child"}
        return _CHILDREN if _CHILDREN_ARE.search(opening) else set()

    def _likely(self, opening: str) -> List[str]:
        """Where the message does not say who is looked after: the first relative in it, unless others are likelier."""
        named = [match.group(1) for match in self._named.finditer(opening)]
        if not named:
            return []
        first = named[0]
        at_home = self._with_carer.search(opening) if self._people[first] == "sibling" else None
        companions = {kin for match in self._companion.finditer(opening) for kin in match.groups() if kin}
        if at_home:  # "my brother lives in London. I live in Stockport with my mum"
            first = at_home.group(1) or at_home.group(2)
        elif first in companions:  # "my husband and I live in Leeds and his mother lives in Bath"
            first = next((kin for kin in named if self._people[kin] in ("parent", "grandparent", "relative")), first)
        together = [match.groups() for match in self._together.finditer(opening)]
        return [first, *(kin for pair in together if first in pair for kin in pair)]


def people_pattern(people: Mapping[str, str]) -> str:
    """A pattern for any word of `people`, longer ones first."""
    return "|".join(map(re.escape, sorted(people, key=len, reverse=True)))


def is_of_other_sex(one: str, other: str) -> bool:
    """Whether two words are for people of different sex."""
    return (one in _MEN and other in _WOMEN) or (one in _WOMEN and other in _MEN)
