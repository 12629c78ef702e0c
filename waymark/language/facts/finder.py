"""Find what a message tells of carer and person, by rules over the project's own lists."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Iterator, List, Optional, Sequence, Tuple

import spacy
from spacy.matcher import PhraseMatcher
from spacy.util import filter_spans

from waymark.language.facts.ages import Age, find_ages
from waymark.language.facts.caring import Caring, read_caring
from waymark.language.facts.conditions import ADDICTION, Misspelt, drinkers, is_told
from waymark.language.facts.household import looked_after
from waymark.language.facts.lists import words_by_id
from waymark.language.facts.nations import NationNames
from waymark.language.facts.people import People, Someone
from waymark.language.facts.voice import CARED_FOR, PROFESSIONAL, read_voice
from waymark.language.graph import CARER_AGE, CONDITION, NATION, PERSON_AGE, RELATIONSHIP, STRAIN, VOICE

#: Characters that are read for who is who: a longer message has told it by then.
LONGEST = 4000
#: A writer is no younger than this, and a carer no older.
YOUNGEST, OLDEST = 5, 99


@dataclass(frozen=True)
class Fact:
    """`entity` is one of the entities of `waymark.language.graph`; `start` and `end` count characters."""

    entity: str
    value: str
    start: int
    end: int


class FactFinder:
    """Whole words and phrases by the phrase matcher, long condition names also misspelt, people and ages by patterns."""

    def __init__(self, root: Path) -> None:
        self._nlp = spacy.blank("en")
        self._matcher = PhraseMatcher(self._nlp.vocab, attr="LOWER")
        conditions = words_by_id(root, "conditions")
        for entity, lists in ((CONDITION, conditions), (STRAIN, words_by_id(root, "strain"))):
            for key, words in lists.items():
                self._matcher.add(f"{entity}:{key}", [self._nlp.make_doc(word) for word in words])
        self._misspelt = Misspelt(conditions)
        self._people = People(words_by_id(root, "relationships"))
        self._nations = NationNames(words_by_id(root, "nation_names"))

    def find(self, text: str) -> List[Fact]:
        """Facts in the order they stand, but the relationship to the one looked after before others; each value once."""
        tidy = text.replace("’", "'")
        found = [*self._named(tidy), *self._of_people(tidy[:LONGEST].replace("-", " "))]
        named = min((fact.start for fact in found if fact.entity == RELATIONSHIP), default=0)
        return _once(sorted(found, key=lambda fact: named if fact.entity == RELATIONSHIP else fact.start))

    def _named(self, text: str) -> Iterator[Fact]:
        """Conditions and signs of strain."""
        doc = self._nlp.make_doc(text)
        for span in filter_spans([doc[start:end] for _, start, end in self._matcher(doc)]):
            for entity, key in self._meanings(span.text):
                if entity != CONDITION or is_told(span.text, text, span.start_char):
                    yield Fact(entity, key, span.start_char, span.end_char)
        for token in doc:
            meant = self._misspelt.meant(token.text)
            if meant and is_told(token.text, text, token.idx):
                yield Fact(CONDITION, meant, token.idx, token.idx + len(token.text))
        for start, end in drinkers(text):
            yield Fact(CONDITION, ADDICTION, start, end)

    def _meanings(self, phrase: str) -> List[Tuple[str, str]]:
        doc = self._nlp.make_doc(phrase)
        names = {self._nlp.vocab.strings[match] for match, start, end in self._matcher(doc) if end - start == len(doc)}
        return [(entity, key) for entity, _, key in (name.partition(":") for name in sorted(names))]

    def _of_people(self, text: str) -> List[Fact]:
        """Relationship, ages, voice and nation."""
        people = self._people.find(text)
        caring = read_caring(text, people)
        kin, them = looked_after(text, people, caring)
        ages = find_ages(text, people)
        own = next((age for age in ages if age.writer and YOUNGEST <= age.years <= OLDEST), None)
        carer_age = own or self._of_another_carer(ages, caring, them)
        person_age = _of_person(ages, people, them, carer_age, kin)
        voice = read_voice(text, people, caring, kin, *(age.years if age else None for age in (carer_age, person_age)))
        if voice == CARED_FOR:  # the writer is the person, and those named are the carers
            kin, them, carer_age, person_age = [], [], None, own
        elif voice == PROFESSIONAL:
            kin, them, carer_age, person_age = [], [], None, None
        return [*_relationships(kin, them, text), *_aged(CARER_AGE, carer_age), *_aged(PERSON_AGE, person_age),
                *self._told(voice, text)]  # fmt: skip

    @staticmethod
    def _of_another_carer(ages: Sequence[Age], caring: Caring, them: Sequence[Someone]) -> Optional[Age]:
        """The age of the one who cares, where that is not the writer."""
        if caring.by_writer or not caring.by_other:
            return None
        carers = [one for one in caring.carers if one not in them]
        return next((age for age in ages if not age.writer and age.of in carers), None)

    def _told(self, voice: Optional[str], text: str) -> Iterator[Fact]:
        if voice:
            yield Fact(VOICE, voice, 0, 0)
        nation = self._nations.find(text)
        if nation:
            yield Fact(NATION, nation.nation, nation.start, nation.end)


def _of_person(
    ages: Sequence[Age],
    people: Sequence[Someone],
    them: Sequence[Someone],
    carer_age: Optional[Age],
    kin: Sequence[str],
) -> Optional[Age]:
    """The age of the one looked after: of the main one, or of whom only "he" or "she" is said."""
    rest = [age for age in ages if not age.writer and age is not carer_age]
    main = them[0] if them else None
    for age in rest:
        if main is not None and age.of is not None and (age.of is main or _same(age.of, main)):
            return age
    if main is None:
        return next((age for age in rest if age.of is None or not age.of.kin), None)
    return next((age for age in rest if age.of is None), None)


def _same(one: Someone, other: Someone) -> bool:
    """Whether two words may be one person: "my son … the boy"."""
    return one.kin == other.kin and (one.word == other.word or not one.sex or not other.sex or one.sex == other.sex)


def _relationships(kin: Sequence[str], them: Sequence[Someone], text: str) -> Iterator[Fact]:
    for key in kin:
        named = next((one for one in them if one.kin == key), None)
        yield Fact(RELATIONSHIP, key, named.start if named else 0, named.end if named else 0)


def _aged(entity: str, age: Optional[Age]) -> List[Fact]:
    return [Fact(entity, str(age.years), age.start, age.end)] if age else []


def _once(facts: List[Fact]) -> List[Fact]:
    kept: List[Fact] = []
    for fact in facts:
        if all((other.entity, other.value) != (fact.entity, fact.value) for other in kept):
            kept.append(fact)
    return kept
