"""What carers say about themselves and the person: condition, relationship, age, strain."""

from __future__ import annotations

from typing import Optional

import pytest

from waymark.language.facts.finder import FactFinder
from waymark.operations.paths import KNOWLEDGE


@pytest.fixture(scope="module")
def finder() -> FactFinder:
    return FactFinder(KNOWLEDGE)


def values(finder: FactFinder, entity: str, text: str) -> list[str]:
    return [fact.value for fact in finder.find(text) if fact.entity == entity]


@pytest.mark.parametrize(
    ("text", "conditions"),
    [
        ("my mum has dementia", ["dementia"]),
        ("Alzheimer’s", ["dementia"]),
        ("he's got parkinsons", ["parkinsons"]),
        ("my husband had a stroke", ["stroke"]),
        ("my wife has MS", ["ms"]),
        ("multiple sclerosis", ["ms"]),
        ("motor neuron disease", ["mnd"]),
        ("my daughter has downs syndrome", ["learning_disability"]),
        ("dementia and diabetes", ["dementia", "diabetes"]),
        ("not dementia, it's parkinsons", ["parkinsons"]),
        ("she isn't deaf, she has had a stroke", ["stroke"]),
        ("dementia, yes dementia", ["dementia"]),
        ("my wee brother is deaf", ["hearing_loss"]),
        ("she is at the end of life", ["end_of_life"]),
        # misspelt
        ("my mum has dimentia", ["dementia"]),
        ("alzheimrs", ["dementia"]),
        ("schizofrenia", ["mental_illness"]),
        ("diabeties", ["diabetes"]),
        ("epilepsey", ["epilepsy"]),
        ("bad arthritus", ["arthritis"]),
        ("leukemia", ["cancer"]),
        ("bipoler", ["mental_illness"]),
        ("Parkinsens", ["parkinsons"]),
        # none
        ("I just need a break", []),
        ("my hospital appointment", []),
        # somebody else's mood is a condition, the writer's own is none
        ("my wife has had depression for years", ["mental_illness"]),
        ("he was sectioned on Friday", ["mental_illness"]),
        ("I'm depressed and so tired of it", []),
        ("my depression is back since I look after mum", []),
        ("my dad drinks too much", ["addiction"]),
        ("mum drinks. I hide the bottles", ["addiction"]),
        ("dad drinks his tea cold", []),
        # of one who died, or a way of speaking
        ("my first husband died of cancer", []),
        ("it was a stroke of luck", []),
        ("I'm dying for a week off", []),
        ("exercise classes", []),
        ("my son is very artistic", []),
        ("can you add me to the list", []),
        ("I look after Ms Smith next door", []),
    ],
)
def test_conditions_are_found_as_people_write_them(text: str, conditions: list[str], finder: FactFinder) -> None:
    assert values(finder, "condition", text) == conditions


@pytest.mark.parametrize(
    ("text", "relationship"),
    [
        ("my mum", "parent"),
        ("MY DAD'S ill", "parent"),
        ("my disabled mother in law", "parent"),
        ("my husband", "partner"),
        ("my oh has cancer", "partner"),
        ("my 8 year old son", "child"),
        ("my wee brother", "sibling"),
        ("looking after grandad", "grandparent"),
        ("my granddaughter", "grandchild"),
        ("my auntie", "relative"),
        ("a friend", "friend"),
        ("my neighbour", "neighbour"),
        ("I am tired", None),
        ("oh I don't know", None),
    ],
)
def test_the_relationship_is_found(text: str, relationship: Optional[str], finder: FactFinder) -> None:
    assert values(finder, "relationship", text) == ([relationship] if relationship else [])


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("im 13 and look after my mum", 13),
        ("I'm 9 and my dad is blind", 9),
        ("I’m only 11", 11),
        ("I am 75", 75),
        ("as a 17 year old", 17),
        ("I'm a 16 year old carer", 16),
        ("16 years old and i care for mum", 16),
        ("i'm nearly 18", 18),
        ("my mum is 84 and I'm 45", 45),
        ("dad's 87 I'm 60", 60),
        ("carer aged 19", 19),
        # the other's age
        ("my mum is 84", None),
        ("she is 84", None),
        ("my dad aged 84", None),
        ("my husband, aged 70", None),
        ("looking after my son aged 9", None),
        ("my aunt aged 90", None),
        ("my neighbour Jean aged 84", None),
        ("my partner aged 60", None),
        ("my grandad aged 88", None),
        # no age at all
        ("I'm 24/7 with my husband", None),
        ("I am 24/7 caring for my mum", None),
        ("I'm 10 minutes away", None),
        ("im 14 stone", None),
        ("I am 24 weeks pregnant", None),
        ("I am 30 years a carer", None),
        ("I'm 20 years into this", None),
        ("im 100", None),
        ("I'm 3 of 5", None),
        ("I am a carer", None),
    ],
)
def test_only_the_writers_own_age_is_taken(text: str, age: Optional[int], finder: FactFinder) -> None:
    assert values(finder, "carer_age", text) == ([str(age)] if age else [])


def test_the_age_stands_where_it_says(finder: FactFinder) -> None:
    text = "well, I'm 13 now"
    fact = next(fact for fact in finder.find(text) if fact.entity == "carer_age")
    assert (fact.value, text[fact.start : fact.end]) == ("13", "I'm 13")


@pytest.mark.parametrize(
    ("text", "strained"),
    [
        ("i'm so worn out", True),
        ("I can’t cope any more", True),
        ("not slept in days", True),
        ("absolutely KNACKERED", True),
        ("what is carers allowance", False),
        ("going down the road", False),
        ("she has Down syndrome", False),
    ],
)
def test_strain_is_heard(text: str, strained: bool, finder: FactFinder) -> None:
    assert bool(values(finder, "strain", text)) is strained


def test_facts_stand_in_order_with_their_places(finder: FactFinder) -> None:
    text = "My mum has dementia and I'm worn out"
    named = [fact for fact in finder.find(text) if fact.entity != "voice"]
    assert [(fact.entity, text[fact.start : fact.end]) for fact in named] == [
        ("relationship", "mum"),
        ("condition", "dementia"),
        ("strain", "worn out"),
    ]


@pytest.mark.parametrize("text", ["", " ", "???", "a" * 20000, "🙂" * 500])
def test_whatever_is_typed_can_be_read(text: str, finder: FactFinder) -> None:
    assert finder.find(text) == []
