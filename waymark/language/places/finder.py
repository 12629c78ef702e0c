"""Find the places named in a message, and whose home each is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import List, Mapping, Optional, Set, Tuple

import spacy
from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from waymark.knowledge.homes import OUTSIDE_UK
from waymark.knowledge.schema import NATIONS
from waymark.language.places.names import Name, Names

CARER, PERSON = "carer", "person"
#: The home of another relative: neither the carer's nor the person's.
_ANOTHER = "another"
#: How many characters around a name decide whether it is a place, and whose home.
NEAR = 200

_POSTCODE = re.compile(r"\b([A-Za-z]{1,2}\d{1,2}[A-Za-z]?)(?:[ ]?\d[A-Za-z]{0,2})?\b")
_PLACE_BEFORE = re.compile(
    r"\b(?:in|near|from|around|outside|to|at|of|by|for|area|town|council|over|down|up)(?: the)? $", re.IGNORECASE
)
_LIVES_BEFORE = re.compile(
    r"\b(?:(?:liv(?:e|es|ing|ed)|stay(?:s|ing)?|bides?|based)[\w' ]{0,24}|(?:home|house|flat)(?: is|'s)?"
    r"|mov(?:e|es|ed|ing)(?: \w+){0,2})(?<! from) (?:in|near|at|to|outside|around)(?: the)? $",
    re.IGNORECASE,
)
_LIVES_ABROAD_BEFORE = re.compile(
    r"\b(?:(?:liv(?:e|es|ing)|stay(?:s|ing)?|based)[\w' ]{0,24} (?:in|near|on)|mov(?:ed|ing)(?: back| out| over)? to)(?: the)? $",
    re.IGNORECASE,
)
#: All that stands before the place in an answer to "where?": "sorry, we're in Bath".
_ANSWER_BEFORE = re.compile(
    r"^(?:(?:i'?m|i am|we'?re|we are|he'?s|she'?s|it'?s|its|actually|from|in|near|around|at|just|outside|sorry|no|yes)[, ]+)*$",
    re.IGNORECASE,
)
_ANSWER_AFTER = {"", "area", "way", "please", "uk", "england", "scotland", "wales", "northern ireland"}
_CLAUSE_AFTER = re.compile(r"^ *(?:$|[,.!?;\n]|and\b|but\b|so\b|now\b|while\b)", re.IGNORECASE)
_NEAR_BEFORE = re.compile(r"\b(?:in|near|around|outside) $", re.IGNORECASE)
#: No home, or no longer: "not in Dundee", "moved here from Leeds", "used to live in Bath".
_NOT_BEFORE = re.compile(
    r"\b(?:(?:not|isn'?t|never|nae|no)(?: in| from| near)?|mov(?:e|ed|ing)(?: \w+){0,2} from|used to (?:live|stay|be)[\w' ]{0,12} (?:in|near)) $",
    re.IGNORECASE,
)
#: Towns that are months: "a stroke in March" is said far more often than "mum is in March".
_MONTHS = {"march"}

_CARER_WORDS = {"i", "i'm", "im", "i've", "we", "we're", "us", "me", "myself", "our", "ourselves", "were"}
_PRONOUNS = {"she", "he", "they", "her", "him", "them", "she's", "he's", "they're", "shes", "hes"}
_PERSON_WORDS = _PRONOUNS | {"person", "patient"}
_WOMEN = set("she her shes mum mam mom mother mummy daughter girl lass lassie sister sis".split())
_MEN = set("he him hes dad da daddy father son boy lad brother bro".split())


@dataclass(frozen=True)
class Found:
    """A place in a message. `home` is a key (see waymark.knowledge.homes); `start` and `end` count characters.

    `role` is `carer` or `person`; None where the message does not say whose home it is.
    """

    home: str
    role: Optional[str]
    start: int
    end: int


class PlaceFinder:
    """Exact names by spaCy's phrase matcher, misspelt local names by edit distance, postcodes by pattern."""

    def __init__(self, names: Names, people: Mapping[str, str], everyday: Set[str]) -> None:
        """`people`: word -> relationship; `everyday`: words never taken as a misspelt place."""
        self._names = names
        self._people = people
        self._everyday = everyday | set(names.unused)
        self._nlp = spacy.blank("en")
        self._matcher = PhraseMatcher(self._nlp.vocab, attr="LOWER")
        self._matcher.add("place", [self._nlp.make_doc(name) for name in names.names])
        self._fuzzy = [
            name
            for name, meaning in names.names.items()
            if meaning.local and not meaning.careful and " " not in name and len(name) >= 5
        ]
        people_pattern = "|".join(map(re.escape, sorted(people, key=len, reverse=True)))
        self._someone_in = re.compile(
            rf"\b(?:i|im|we|she|shes|he|hes|they|theyre|both of us|{people_pattern})(?:'s|'m|'re| is| am| are)? "
            r"(?:(?:all|both|now|still|just|over|up|down|out|back|here|currently) )*(?:in|near|from|at|outside|around) $",
            re.IGNORECASE,
        )
        self._first_relative = re.compile(rf"\b({people_pattern})\b(?!'s (?:{people_pattern})\b)", re.IGNORECASE)
        relative = rf"(?:[\w']+ ){{0,4}}?({people_pattern})\b(?!'s )"
        self._care_of = re.compile(
            rf"\b(?:look(?:s|ing|ed)? after|car(?:e|es|ing|ed) for|carer (?:for|of|to)) {relative}"
            rf"(?:,? (?:and|&) (?:my |our )?({people_pattern})\b(?!'s| is| who| lives| stays| moved| works))?",
            re.IGNORECASE,
        )

    def find(self, text: str) -> List[Found]:
        """Places in the order they stand, at most one for each home and role."""
        tidy = text.replace("’", "'").replace("-", " ")
        doc = self._nlp.make_doc(tidy)
        found = self._postcodes(tidy) + self._exact(doc, tidy)
        found += self._misspelt(doc, tidy, [(place.start, place.end) for place in found])
        kept: List[Found] = []
        for place in sorted(found, key=lambda place: place.start):
            if (
                place.role != _ANOTHER
                and not _NOT_BEFORE.search(tidy[max(0, place.start - NEAR) : place.start])
                and all((k.home, k.role) != (place.home, place.role) for k in kept)
            ):
                kept.append(place)
        return _most_telling(_without_wider(kept, tidy))

    def _postcodes(self, text: str) -> List[Found]:
        found = []
        for match in _POSTCODE.finditer(text):
            home = self._district(match.group(1).upper())
            if home:
                found.append(self._found(home, match.start(), match.end(), text))
        return found

    def _district(self, outward: str) -> Optional[str]:
        """Its own entry, else that of the district it is a part of (WC1H: WC1), else the nation of its area."""
        for code in (outward, re.sub(r"[A-Z]$", "", outward)):
            if code in self._names.districts:
                return self._names.districts[code]
        return self._names.areas.get(re.match(r"[A-Z]+", outward).group())  # type: ignore[union-attr]

    def _exact(self, doc: Doc, text: str) -> List[Found]:
        found: List[Found] = []
        spans: List[Span] = filter_spans([doc[start:end] for _, start, end in self._matcher(doc)])
        for span in spans:
            meaning = self._names.names.get(span.text.lower())
            follows = bool(found) and text[found[-1].end : span.start_char] in (" ", ", ")  # "Perth, Australia"
            if meaning and (follows or self._meant(meaning, span, text, len(doc))):
                found.append(self._found(meaning.home, span.start_char, span.end_char, text))
        return found

    def _meant(self, meaning: Name, span: Span, text: str, words: int) -> bool:
        """Whether a name stands for the place here and not for an everyday word."""
        before, after = _around(span, text)
        if meaning.careful:
            return self._careful(meaning, span, text)
        if meaning.local:
            return True
        return (
            words <= len(span) + 3
            or bool(_PLACE_BEFORE.search(before))
            or bool(_LIVES_BEFORE.search(before))
            or (span.text[0].isupper() and span.start > 0)
            or before.endswith(", ")
            or not after.strip(" .!?")
        )

    def _careful(self, meaning: Name, span: Span, text: str) -> bool:
        """Whether the sentence says that someone lives there, or the name is the whole answer to "where?"."""
        before, after = _around(span, text)
        abroad = meaning.home.startswith(OUTSIDE_UK)
        rest = after.lower().strip(" ,.!?")
        named = self._names.names.get(rest)
        if _ANSWER_BEFORE.search(before) and (rest in _ANSWER_AFTER or (named is not None and not named.careful)):
            return not (abroad and "from" in before.lower())  # "I'm from Poland" is about where someone grew up
        if abroad:
            return bool(_LIVES_ABROAD_BEFORE.search(before) or self._is_in(before))
        if _LIVES_BEFORE.search(before):
            return span.text.lower() not in _MONTHS or bool(
                re.search(r"\b(?:liv\w+|stays?|based) in $", before, re.IGNORECASE)
            )
        if span.text.lower() in _MONTHS:
            return False
        capital = span.text[0].isupper() and not text.isupper()
        ends = bool(_CLAUSE_AFTER.match(after))
        return (bool(self._someone_in.search(before)) and (capital or ends)) or (
            bool(_NEAR_BEFORE.search(before)) and capital and ends
        )

    def _is_in(self, before: str) -> bool:
        """Whether "she is in", "my mum's in" stands before: it says where someone is, as "from" does not."""
        return bool(self._someone_in.search(before)) and before.lower().endswith(" in ")

    def _misspelt(self, doc: Doc, text: str, taken: List[tuple[int, int]]) -> List[Found]:
        found = []
        for token in doc:
            word = token.lower_
            if (
                len(word) < 5
                or word in self._everyday
                or word in self._names.names
                or not word.isalpha()
                or any(s <= token.idx < e for s, e in taken)
            ):
                continue
            before = text[max(0, token.idx - NEAR) : token.idx]
            if not (len(doc) <= 4 or _PLACE_BEFORE.search(before) or _LIVES_BEFORE.search(before)):
                continue
            allowed = 1 if len(word) < 8 else 2
            near = process.extractOne(word, self._fuzzy, scorer=DamerauLevenshtein.distance, score_cutoff=allowed)
            if near and near[0][0] == word[0]:
                found.append(self._found(self._names.names[near[0]].home, token.idx, token.idx + len(token), text))
        return found

    def _found(self, home: str, start: int, end: int, text: str) -> Found:
        return Found(home, self._role(text, start), start, end)

    def _role(self, text: str, start: int) -> Optional[str]:
        """Whose home: the nearest person named before the place decides."""
        clause = re.split(r"[.!?;\n]", text[max(0, start - NEAR) : start])[-1].lower()
        pronoun = ""
        for match in reversed(list(re.finditer(r"[a-z']+", clause))):
            word = match.group()
            kin = word if word in self._people else word.removesuffix("'s")
            if kin in self._people:
                if not self._somebody_else(pronoun or kin, kin, text):
                    return PERSON
                if not re.search(r"\bwith (?:\w+ )?$", clause[: match.start()]):  # "I live with my sister in Leeds"
                    return _ANOTHER
            elif pronoun:
                continue  # whom the pronoun means is named before it, if at all
            elif word in _CARER_WORDS:
                return CARER
            elif word in _PRONOUNS:
                pronoun = word.removesuffix("'s")
            elif word in _PERSON_WORDS:
                return PERSON
        return PERSON if pronoun else None

    def _somebody_else(self, called: str, kin: str, text: str) -> bool:
        """Whether `kin`, here `called` so, is another than the one looked after."""
        if _of_other_sex(called, kin):  # "my brother does nothing for mum, she lives in Leeds"
            return False
        after = self._looked_after(text)
        return bool(after) and all(self._people[kin] != self._people[o] or _of_other_sex(kin, o) for o in after)

    def _looked_after(self, text: str) -> List[str]:
        """Words for the ones looked after; where the message does not say, the first relative in it."""
        opening = text[: 10 * NEAR].lower()
        said = [word for match in self._care_of.finditer(opening) for word in match.groups() if word]
        first = self._first_relative.search(opening)
        return said or ([first.group(1)] if first else [])


def _around(span: Span, text: str) -> Tuple[str, str]:
    """What stands before and after a name, as far as it matters; a long message is not read anew for each name."""
    return text[max(0, span.start_char - NEAR) : span.start_char], text[span.end_char : span.end_char + NEAR]


def _of_other_sex(one: str, other: str) -> bool:
    return (one in _MEN and other in _WOMEN) or (one in _WOMEN and other in _MEN)


def _without_wider(found: List[Found], text: str) -> List[Found]:
    """One home for "Camden, London" and "Cheadle Hulme": a name right after another only says where that one is.

    In "Newport, Shropshire" and "Perth, Australia" the second tells that another place of the first name is meant.
    """
    kept: List[Found] = []
    for place in found:
        if kept and text[kept[-1].end : place.start] in (" ", ", "):
            first, second = (home.partition("/")[0] for home in (kept[-1].home, place.home))
            if second == OUTSIDE_UK or (first in NATIONS and second in NATIONS and first != second):
                kept[-1] = place
                continue
            if second in NATIONS:
                continue
        kept.append(place)
    return kept


def _most_telling(found: List[Found]) -> List[Found]:
    """Drop a nation or a bare place where the same message also names something more local within it."""
    homes = {place.home for place in found}
    return [
        place
        for place in found
        if not any(other != place.home and (other.startswith(place.home + "/")) for other in homes)
    ]
