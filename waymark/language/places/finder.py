"""Find the places named in a message, and whose home each is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Iterable, List, Optional, Set

import spacy
from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from waymark.language.places.names import Name, Names

CARER, PERSON = "carer", "person"

_POSTCODE = re.compile(r"\b([A-Za-z]{1,2}\d{1,2}[A-Za-z]?)(?:[ ]?\d[A-Za-z]{0,2})?\b")
_PLACE_BEFORE = re.compile(
    r"\b(?:in|near|from|around|outside|to|at|of|by|for|area|town|council|over|down|up)(?: the)? $", re.IGNORECASE
)
_HOME_BEFORE = re.compile(
    r"\b(?:liv(?:e|es|ing)|lived|stay(?:s|ing)?|bides?|based|home|hous(?:e|es)|flat|mov(?:e|ed|ing))[\w' ]{0,24}\b(?:in|near|at|to|from|outside|around)(?: the)? $|^(?:(?:i'?m|we'?re|he'?s|she'?s|it'?s|were|im|hes|shes|its|actually|from|in|near|around|at|just|outside|sorry|no)[, ]+)*$",
    re.IGNORECASE,
)
_NOT_BEFORE = re.compile(r"\b(?:not|isn'?t|never|nae|no)(?: in| from| near)? $", re.IGNORECASE)
_CARER_WORDS = {"i", "i'm", "im", "i've", "we", "we're", "us", "me", "myself", "our", "ourselves", "were"}
_PERSON_WORDS = {
    "she",
    "he",
    "they",
    "her",
    "him",
    "them",
    "she's",
    "he's",
    "they're",
    "shes",
    "hes",
    "person",
    "patient",
}


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

    def __init__(self, names: Names, people: Iterable[str], everyday: Set[str]) -> None:
        """`people`: words for the person looked after; `everyday`: words never taken as a misspelt place."""
        self._names = names
        self._person_words = _PERSON_WORDS | set(people)
        self._everyday = everyday
        self._nlp = spacy.blank("en")
        self._matcher = PhraseMatcher(self._nlp.vocab, attr="LOWER")
        self._matcher.add("place", [self._nlp.make_doc(name) for name in names.names])
        self._fuzzy = [
            name
            for name, meaning in names.names.items()
            if meaning.local and not meaning.careful and " " not in name and len(name) >= 5
        ]

    def find(self, text: str) -> List[Found]:
        """Places in the order they stand, at most one for each home and role."""
        tidy = text.replace("’", "'").replace("-", " ")
        doc = self._nlp.make_doc(tidy)
        found = self._postcodes(tidy) + self._exact(doc, tidy)
        found += self._misspelt(doc, tidy, [(place.start, place.end) for place in found])
        kept: List[Found] = []
        for place in sorted(found, key=lambda place: place.start):
            if not _NOT_BEFORE.search(tidy[: place.start]) and all(
                (k.home, k.role) != (place.home, place.role) for k in kept
            ):
                kept.append(place)
        return _most_telling(kept)

    def _postcodes(self, text: str) -> List[Found]:
        found = []
        for match in _POSTCODE.finditer(text):
            home = self._district(match.group(1).upper())
            if home:
                found.append(self._found(home, match.start(), match.end(), text))
        return found

    def _district(self, outward: str) -> Optional[str]:
        for code in (outward, re.sub(r"[A-Z]$", "", outward), re.sub(r"(?<=\d)\d[A-Z]?$", "", outward)):
            if code in self._names.districts:
                return self._names.districts[code]
        return self._names.areas.get(re.match(r"[A-Z]+", outward).group())  # type: ignore[union-attr]

    def _exact(self, doc: Doc, text: str) -> List[Found]:
        found = []
        spans: List[Span] = filter_spans([doc[start:end] for _, start, end in self._matcher(doc)])
        for span in spans:
            meaning = self._names.names.get(span.text.lower())
            if meaning and self._meant(meaning, span, text, len(doc)):
                found.append(self._found(meaning.home, span.start_char, span.end_char, text))
        return found

    def _meant(self, meaning: Name, span: Span, text: str, words: int) -> bool:
        """Whether a name stands for the place here and not for an everyday word."""
        before = text[: span.start_char]
        if meaning.careful:
            return (
                words <= len(span) + 1
                or bool(_HOME_BEFORE.search(before))
                or (span.text[0].isupper() and bool(_PLACE_BEFORE.search(before)))
            )
        if meaning.local:
            return True
        capital = span.text[0].isupper() and span.start > 0
        return (
            words <= len(span) + 3 or bool(_PLACE_BEFORE.search(before)) or bool(_HOME_BEFORE.search(before)) or capital
        )

    def _misspelt(self, doc: Doc, text: str, taken: List[tuple[int, int]]) -> List[Found]:
        found = []
        for token in doc:
            word = token.lower_
            if (
                len(word) < 5
                or word in self._everyday
                or not word.isalpha()
                or any(s <= token.idx < e for s, e in taken)
            ):
                continue
            if not (len(doc) <= 4 or _PLACE_BEFORE.search(text[: token.idx]) or _HOME_BEFORE.search(text[: token.idx])):
                continue
            allowed = 1 if len(word) < 8 else 2
            near = process.extractOne(word, self._fuzzy, scorer=DamerauLevenshtein.distance, score_cutoff=allowed)
            if near and near[0][0] == word[0]:
                found.append(self._found(self._names.names[near[0]].home, token.idx, token.idx + len(token), text))
        return found

    def _found(self, home: str, start: int, end: int, text: str) -> Found:
        return Found(home, self._role(text[:start]), start, end)

    def _role(self, before: str) -> Optional[str]:
        """Whose home: the nearest person named before the place decides."""
        clause = re.split(r"[.!?;\n]", before)[-1]
        for word in reversed(re.findall(r"[a-z']+", clause.lower())):
            if word in _CARER_WORDS:
                return CARER
            if word in self._person_words or word.removesuffix("'s") in self._person_words:
                return PERSON
        return None


def _most_telling(found: List[Found]) -> List[Found]:
    """Drop a nation or a bare place where the same message also names something more local within it."""
    homes = {place.home for place in found}
    return [
        place
        for place in found
        if not any(other != place.home and (other.startswith(place.home + "/")) for other in homes)
    ]
