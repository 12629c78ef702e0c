"""Tell whether a name that is also a word, a person's name or a place elsewhere is somebody's home in a sentence."""

from __future__ import annotations

import re
from typing import Mapping

from waymark.knowledge.homes import OUTSIDE_UK
from waymark.language.places.mention import after, before
from waymark.language.places.names import Name
from waymark.language.places.words import EVERYDAY

LIVES_BEFORE = re.compile(
    r"\b(?:(?:liv(?:e|es|ing|ed)|stay(?:s|ing)?|bides?|based|resid(?:e|es|ing|ent))[\w' ]{0,24}"
    r"|(?:home|house|flat|bungalow|mine)(?: is|'s)?|(?:mov|retir|relocat)(?:e|es|ed|ing)(?: \w+){0,2}|settled)"
    r"(?<! from) (?:in|near|at|to|outside|around|round|of)(?: the)? $",
    re.IGNORECASE,
)
#: "I live over Marple way", "I live doon the Ferry".
_LIVES_UP_BEFORE = re.compile(
    r"\b(?:liv(?:e|es|ing)|stay(?:s|ing)?|bides?|am|i'm|im|we're|she's|he's|mum's|dad's) (?:on|up|over|down|doon|ower|oot|out|by|beside|off|along|through)(?: the)? $",
    re.IGNORECASE,
)
_LIVES_ABROAD_BEFORE = re.compile(
    r"\b(?:(?:liv(?:e|es|ing)|stay(?:s|ing)?|based)[\w' ]{0,24} (?:in|near|on)|mov(?:ed|ing)(?: back| out| over)? to|(?:retired|relocated) (?:out |over )?(?:to|in))(?: the)? $",
    re.IGNORECASE,
)
_LIVES_IN_BEFORE = re.compile(r"\b(?:liv\w+|stays?|based) in $", re.IGNORECASE)
#: "home for me is Leeds", "sorry, I meant Leeds".
NAMED_BEFORE = re.compile(
    r"\b(?:home(?: for (?:me|us))? is|(?:i|we) meant?|(?:address|town|city|council|area|borough|village|authority)(?: is|:)) $",
    re.IGNORECASE,
)
#: All that stands before the place in an answer to "where?": "sorry, we're in Bath".
_ANSWER = r"i'?m|i am|we'?re|we are|he'?s|she'?s|it'?s|its|actually|from|in|near|around|at|just|outside|sorry|no|yes"
ANSWER_BEFORE = re.compile(rf"^(?:(?:{_ANSWER})[, ]+)*$", re.IGNORECASE)
_LONGER_ANSWER_BEFORE = re.compile(
    rf"^(?:(?:{_ANSWER}|it is|that'?s|the|up|over|down|round|hi|hello|i mean|i meant)[, ]+)*$", re.IGNORECASE
)
ANSWER_AFTER = {"", "area", "way", "please", "uk", "england", "scotland", "wales", "northern ireland"}
_LONGER_ANSWER_AFTER = ANSWER_AFTER | {"thanks", "thank you", "cheers", "ta", "actually", "council", "why", "though"}
#: "Leeds, I'm 45": an answer to "where?", and to what will be asked next.
MORE_TOLD_AFTER = re.compile(r"^(?:[,.;]| and) (?:and )?(?:i'?m|i am|we'?re|we are|aged|\d{1,3}\b)", re.IGNORECASE)
_CLAUSE_AFTER = re.compile(
    r"^ *(?:$|[,.!?;\n]|(?:and|but|so|now|while|caring|looking|where|with|every|because|since|for)\b)", re.IGNORECASE
)
_NEAR_BEFORE = re.compile(r"\b(?:in|near|from|around|outside) $", re.IGNORECASE)
#: Enough for a name that is no word: "respite in preston", "I'm a carer from preston"; or, at a clause's end, "round preston".
_IN_BEFORE = re.compile(r"\b(?:in|near|(?:carer|i'?m \w+|family|couple) from) $", re.IGNORECASE)
_ROUND_BEFORE = re.compile(r"\b(?:around|round|outside) $", re.IGNORECASE)
#: "Upton BH16"
_POSTCODE_AFTER = re.compile(r"^[ ,(:]{1,3}[a-z]{1,2}\d", re.IGNORECASE)
#: "do you cover Fintry", "we come under Reddish".
_COVERED_BEFORE = re.compile(r"\b(?:covers?|covering|comes? under|under|serves?)(?: the)? $", re.IGNORECASE)
_COVERED_AFTER = re.compile(r"^ (?:is )?covered\b", re.IGNORECASE)
#: "the Reading area", "round Reddish way".
_AREA_BEFORE = re.compile(
    r"\b(?:in|around|round|near|over|up|down|from|by|covers?|under|the|of|other)(?: the)? $", re.IGNORECASE
)
_AREA_AFTER = re.compile(r"^ (?:area|way|side|council|borough|direction|station|village|town)\b", re.IGNORECASE)
#: "carers centre preston", "woodley carers".
_SERVICE = r"(?:carers?'?s?|care|centres?|respite|support|groups?|help|assessments?|cafe|services?|breaks?|council|advice|social work(?:ers?)?)"
_SERVICE_BEFORE = re.compile(rf"\b{_SERVICE} $", re.IGNORECASE)
_SERVICE_AFTER = re.compile(rf"^ {_SERVICE}\b", re.IGNORECASE)
#: Towns that are months: "a stroke in March" is said far more often than "mum is in March".
_MONTHS = {"march"}
#: "my mother in law": no home in the part of Dundee that is called the Law.
_IN_LAW = re.compile(r"\b(?:mother|father|sister|brother|son|daughter|mum|dad|parents?) in law$", re.IGNORECASE)


class Careful:
    """Knows the names, and the words for people who can be somewhere."""

    def __init__(self, names: Mapping[str, Name], people_pattern: str) -> None:
        self._names = names
        self._someone_is = re.compile(rf"(?:^|\b(?:me|(?:my )?(?:{people_pattern})))(?<=\w): $", re.IGNORECASE)
        self._someone_in = re.compile(
            rf"\b(?:i|im|we|she|shes|he|hes|they|theyre|both of us|{people_pattern})(?:'s|'m|'re| is| am| are| has been|'s been)? "
            r"(?:(?:all|both|now|still|just|over|up|down|out|back|here|currently) )*(?:in|near|from|at|outside|around) $",
            re.IGNORECASE,
        )

    def is_home(self, name: Name, start: int, end: int, text: str) -> bool:
        """Whether the sentence says that someone lives there, or the name is the whole answer to "where?"."""
        so_far, following, word = before(text, start), after(text, end), text[start:end]
        if _IN_LAW.search(so_far + word):
            return False
        abroad = name.home.startswith(OUTSIDE_UK)
        capital = word[0].isupper() and not word.isupper()
        plain = word.lower() not in EVERYDAY and not abroad
        if self._is_answer(so_far, following, plain or capital):
            return not (abroad and "from" in so_far.lower())  # "I'm from Poland" is about where someone grew up
        if abroad:
            return bool(_LIVES_ABROAD_BEFORE.search(so_far) or self._is_in(so_far))
        if word.lower() in _MONTHS:
            return bool(_LIVES_IN_BEFORE.search(so_far))
        if _POSTCODE_AFTER.match(following) and not abroad:
            return True
        if LIVES_BEFORE.search(so_far) or (_AREA_BEFORE.search(so_far) and _AREA_AFTER.match(following)):
            return True
        if _LIVES_UP_BEFORE.search(so_far):
            return plain or capital or word.lower().startswith("the ")
        return self._is_named_plainly(so_far, following, capital, plain)

    def _is_answer(self, so_far: str, following: str, sure: bool) -> bool:
        """Whether hardly more than the name is said; `sure`: it is written like a name, or is no word."""
        rest = following.lower().strip(" ,.!?")
        named = self._names.get(rest)
        if not (_LONGER_ANSWER_BEFORE if sure else ANSWER_BEFORE).search(so_far):
            return False
        if sure and MORE_TOLD_AFTER.match(following):
            return True
        return rest in (_LONGER_ANSWER_AFTER if sure else ANSWER_AFTER) or (
            named is not None and (named.wide or not named.careful)
        )

    def _is_named_plainly(self, so_far: str, following: str, capital: bool, plain: bool) -> bool:
        """Whether it stands where a place does: for a word written small, only where somebody is said to be there."""
        ends = bool(_CLAUSE_AFTER.match(following))
        if self._someone_in.search(so_far) and (capital or ends or plain):
            return True
        if capital and ends and (_NEAR_BEFORE.search(so_far) or NAMED_BEFORE.search(so_far)):
            return True
        if not (plain or capital):
            return False
        covered = (_COVERED_BEFORE.search(so_far) and ends) or _COVERED_AFTER.match(following)
        service = (_SERVICE_BEFORE.search(so_far) and not following.strip(" .!?")) or (
            plain and not so_far and _SERVICE_AFTER.match(following)
        )
        located = plain and (
            _IN_BEFORE.search(so_far) or NAMED_BEFORE.search(so_far) or (ends and _ROUND_BEFORE.search(so_far))
        )
        return bool(covered or service or located or self._someone_is.search(so_far))

    def _is_in(self, so_far: str) -> bool:
        """Whether "she is in", "my mum's in" stands before: it says where someone is, as "from" does not."""
        return bool(self._someone_in.search(so_far)) and so_far.lower().endswith(" in ")
