"""Find conditions, relationships, the carer's age and signs of strain by spaCy rules over the project's own lists."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Dict, List, Optional, Tuple

import spacy
from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein
from spacy.matcher import PhraseMatcher
from spacy.util import filter_spans

from waymark.language.facts.lists import words_by_id
from waymark.language.graph import CARER_AGE, CONDITION, RELATIONSHIP, STRAIN

#: What makes a number no age: "24/7", "10 minutes", "30 years a carer".
_NO_AGE = r"(?!\s*(?:/|%|(?:hours?|hrs|weeks?|months?|minutes?|mins|stone|miles?|percent|pm|am|days?|kg|times|people|of)\b)|\s*-?(?:years?|yrs?)\b(?![ -]*old))"
#: An age that belongs to the writer: "i'm 13", "I am 75 and my wife", "as a 17 year old", "carer aged 19".
#: Not "my mum is 84" nor "my neighbour Jean aged 84".
_OWN_AGE = re.compile(
    rf"\b(?:i'?m|i am)\s+(?:(?:only|just|nearly|now|aged?)\s+)*(\d{{1,2}})\b{_NO_AGE}"
    rf"|(?:^|\b(?:carer|me|myself),? )(?:aged?|being) (\d{{1,2}})\b{_NO_AGE}"
    r"|\b(?:i am|i'?m|as) an? (\d{1,2})[ -]?(?:year|yr)s?[ -]?old\b|\b(\d{1,2}) ?(?:year|yr)s? old (?:and i|here|carer)\b",
    re.IGNORECASE,
)
YOUNGEST, OLDEST = 5, 99
#: Misspellings are looked for only in words this long; shorter ones are too like others.
FUZZY_FROM = 7
#: Longer words may have two letters wrong, the others one.
TWO_WRONG_FROM = 9
#: Everyday words and names that are one or two letters from a condition.
_NO_CONDITION = {"artistic", "addition", "additions", "strikes", "huntingdon", "huntingdons"}
#: Conditions that are everyday words too ("Ms Smith", "add me to the list"), and what tells the condition.
_EVERYDAY_TOO = {"ms", "add"}
_CONDITION_BEFORE = re.compile(
    r"\b(?:has|have|had|having|got|with|her|his|my|their|of|is|severe|progressive)(?: got)? $", re.IGNORECASE
)


#: "not dementia, it's Parkinson's": what is said not to be is no fact.
_NEGATED = re.compile(r"\b(?:not|isn'?t|no|never had|rather than)(?: a| his| her| about)? $", re.IGNORECASE)


@dataclass(frozen=True)
class Fact:
    """`entity` is condition, relationship, carer_age or strain; `start` and `end` count characters."""

    entity: str
    value: str
    start: int
    end: int


class FactFinder:
    """Whole words and phrases by the phrase matcher; long condition names also misspelt."""

    def __init__(self, root: Path) -> None:
        self._nlp = spacy.blank("en")
        self._matcher = PhraseMatcher(self._nlp.vocab, attr="LOWER")
        self._long_words: Dict[str, str] = {}
        for entity, name in ((CONDITION, "conditions"), (RELATIONSHIP, "relationships"), (STRAIN, "strain")):
            for key, words in words_by_id(root, name).items():
                self._matcher.add(f"{entity}:{key}", [self._nlp.make_doc(word) for word in words])
                if entity == CONDITION:
                    self._long_words.update(
                        {word: key for word in words if len(word) >= FUZZY_FROM and " " not in word}
                    )

    def find(self, text: str) -> List[Fact]:
        """Facts in the order they stand; the same value once."""
        tidy = text.replace("’", "'")
        doc = self._nlp.make_doc(tidy)
        found: List[Fact] = []
        for span in filter_spans([doc[start:end] for _, start, end in self._matcher(doc)]):
            if span.text.lower() in _EVERYDAY_TOO and not _is_condition(span.text, tidy, span.start_char):
                continue
            for entity, key in self._meanings(span.text):
                if entity == CONDITION and _NEGATED.search(tidy[: span.start_char]):
                    continue
                found.append(Fact(entity, key, span.start_char, span.end_char))
        found += [fact for token in doc if (fact := self._misspelt(token.text, token.idx))]
        age = own_age(tidy)
        if age:
            found.append(Fact(CARER_AGE, str(age[0]), age[1], age[2]))
        return _once(sorted(found, key=lambda fact: fact.start))

    def _meanings(self, phrase: str) -> List[Tuple[str, str]]:
        doc = self._nlp.make_doc(phrase)
        names = {self._nlp.vocab.strings[match] for match, start, end in self._matcher(doc) if end - start == len(doc)}
        return [(entity, key) for entity, _, key in (name.partition(":") for name in sorted(names))]

    def _misspelt(self, word: str, at: int) -> Optional[Fact]:
        lower = word.lower()
        if len(lower) < FUZZY_FROM or lower in self._long_words or not lower.replace("'", "").isalpha():
            return None
        if lower in _NO_CONDITION:
            return None
        wrong = 1 if len(lower) < TWO_WRONG_FROM else 2
        near = process.extractOne(lower, list(self._long_words), scorer=DamerauLevenshtein.distance, score_cutoff=wrong)
        if near is None or near[0][0] != lower[0] or len(near[0]) - len(lower) > 1:
            return None
        return Fact(CONDITION, self._long_words[near[0]], at, at + len(word))


def _is_condition(word: str, text: str, start: int) -> bool:
    """Whether "ms" or "add" is the condition: in capitals among small letters, the whole message, or "has ms"."""
    followed = text[start + len(word) :].strip()
    if word == "Ms" and followed[:1].isupper():  # "he is with Ms Smith"
        return False
    return (
        (word.isupper() and not text.isupper())
        or text.strip(" .!?").lower() == word.lower()
        or bool(_CONDITION_BEFORE.search(text[max(0, start - 20) : start]))
    )


def own_age(text: str) -> Optional[Tuple[int, int, int]]:
    """The writer's age with its place in the text, where they give it."""
    for match in _OWN_AGE.finditer(text):
        age = int(next(group for group in match.groups() if group))
        if YOUNGEST <= age <= OLDEST:
            return age, match.start(), match.end()
    return None


def _once(facts: List[Fact]) -> List[Fact]:
    kept: List[Fact] = []
    for fact in facts:
        if all((other.entity, other.value) != (fact.entity, fact.value) for other in kept):
            kept.append(fact)
    return kept
