"""Whose home a place is: the carer's, that of the person looked after, or that of another relative."""

from __future__ import annotations

import re
from typing import Mapping, Optional

from waymark.language.places.mention import ANOTHER, CARER, PERSON, before, sentence_after
from waymark.language.places.relatives import Family, Relatives, people_pattern

_CARER_WORDS = set("i i'm im i've ive we we're us me myself mine our ourselves were".split())
_PRONOUNS = set("she he they her him them his their she's he's they're shes hes".split())
_PERSON_WORDS = {"person", "patient", "laws"}

#: "my house in Leeds", "at my place": the carer's, whoever is named before.
_OWN_HOME = re.compile(r"\bmy (?:own )?(?:house|home|flat|place|bungalow|end)\b", re.IGNORECASE)
#: "the friend who I care for", "the aunt I look after": it says who the person is, not where the carer is.
_WHOM_I_CARE_FOR = re.compile(
    r"(?<=[a-z]),? (?:(?:who|whom|that) )?(?:i(?:'m|'ve| am| have)?(?: been)?|we(?:'re| are)?) (?:also )?"
    r"(?:car(?:e|ing) for|look(?:ing)? after|help(?:ing)?|support(?:ing)?)"
    r"(?=,? (?:is|lives?|stays?|bides?|has|was|in|now|moved)\b|'s\b)",
    re.IGNORECASE,
)
#: "Leeds is where mum lives" says it without a "where" too, at the end: "it's Leeds mum lives in".
_LIVES_IN_END = re.compile(r".{0,30}?\b(?:lives?|stays?|bides?)(?: in| now)?\W*$", re.IGNORECASE)


class Whose:
    """Knows the words for the people looked after."""

    def __init__(self, people: Mapping[str, str]) -> None:
        """`people`: word -> relationship."""
        self._people = people
        self._relatives = Relatives(people)
        kin = people_pattern(people)
        self._staying_at = re.compile(
            r"\b(?:i'?m|i am|i live|we'?re|we live|living|staying) (?:\w+ )?(?:at|with) (?:my|our)"
            rf" (?:{kin})'?s?(?: (?:place|house|flat))? in $",
            re.IGNORECASE,
        )
        self._kin_in = re.compile(rf"\b(?:{kin}|s?he|they)\b[\w' ]{{0,20}}$", re.IGNORECASE)
        self._said_after = re.compile(
            rf"^(?:,? (?:is )?where)? (?:my |our |the )?(i|we|she|he|they|person|{kin})(?:'s| is| am| are| lives?| stays?| bides?)\b",
            re.IGNORECASE,
        )

    def family(self, text: str) -> Family:
        """What a message says of its relatives, to be read once for all its places."""
        return self._relatives.read(text)

    def role(self, text: str, start: int, end: int, family: Family) -> Optional[str]:
        """The role of the place at `start` to `end`: the nearest person named before it decides; None where nobody is.

        Whoever "lives there" right after it, as in "Leeds, where I live", decides first.
        """
        return self._said_to_live(text, end) or self._named_before(text, start, family)

    def is_said_of_kin(self, text: str, start: int) -> bool:
        """Whether a relative is named close before the place at `start`: "my sister lives in Wales"."""
        return bool(self._kin_in.search(before(text, start)))

    def _said_to_live(self, text: str, end: int) -> Optional[str]:
        following = sentence_after(text, end)
        match = self._said_after.match(following)
        if match is None:
            return None
        if "where" not in match.group().lower() and not _LIVES_IN_END.match(following[match.start(1) :]):
            return None  # "in Leeds she has nobody" goes on about something else
        return CARER if match.group(1).lower() in _CARER_WORDS else PERSON

    def _named_before(self, text: str, start: int, family: Family) -> Optional[str]:
        clause = re.split(r"[.!?;\n]", before(text, start))[-1].lower()
        if self._staying_at.search(clause):  # "I'm at my mum's in Leeds"
            return CARER
        clause = _OWN_HOME.sub("mine", _WHOM_I_CARE_FOR.sub(" person", clause))
        pronoun = ""
        for match in reversed(list(re.finditer(r"[a-z']+", clause))):
            word, so_far = match.group(), clause[: match.start()]
            kin = word if word in self._people else word.removesuffix("'s")
            if kin in self._people:
                if so_far.endswith("ex ") or family.is_another(pronoun or kin, kin):
                    if not re.search(r"\bwith (?:\w+ )?$", so_far):  # "I live with my sister in Leeds"
                        return ANOTHER
                else:
                    return PERSON
            elif pronoun:
                continue  # whom the pronoun means is named before it, if at all
            elif word in _CARER_WORDS:
                return CARER
            elif word in _PRONOUNS:
                pronoun = word.removesuffix("'s")
            elif word in _PERSON_WORDS:
                return PERSON
        return PERSON if pronoun else None
