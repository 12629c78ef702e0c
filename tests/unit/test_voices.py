"""Who writes: a carer, a child who cares, a parent, somebody at work, for another, or the one cared for."""

from __future__ import annotations

from typing import Optional

import pytest

from waymark.language.facts.finder import FactFinder
from waymark.operations.paths import KNOWLEDGE


@pytest.fixture(scope="module")
def finder() -> FactFinder:
    return FactFinder(KNOWLEDGE)


CARERS = [
    "I look after my mum",
    "my husband has dementia and I can't cope",
    "me and my brother look after dad between us",
    "I gave up work to care for my wife",
    "who looks after my dad if I go into hospital?",
    "is there somebody to look after mum for a day",
    "the carers look after her well but I do the nights",
    "my daughter helps me look after my husband",
    "am I a carer if she's in a home",
    "what do I get as his carer",
    # at work too, but writing for themselves
    "I'm a nurse and my own mum has dementia now",
    "I used to be a teacher, now I look after my partner",
    "I work in a hospital and I look after my dad",
    "GP here, but this is about my own father",
    "I'm a retired doctor and my wife has had a stroke",
    "they refused my carer's allowance and my dad is ill",
]
YOUNG = [
    "I'm 12 and I look after my mum",
    "im fifteen and i do my brothers tablets",
    "my teacher doesn't know that my dad is ill",
    "i get detentions because i take my sister to nursery first",
    "im in year 9 and my mum has ms",
    "i do my homework after i've put my dad to bed",
]
PARENTS = [
    "my little boy is 5 and has cerebral palsy",
    "our daughter is six months old and has Down's syndrome",
    "my 9 year old is autistic and school can't manage",
    "my child has epilepsy",
    "the school refused an EHCP for our son",
    "I'm his mum, he's eleven and he doesn't sleep",
]
AT_WORK = [
    "I'm a practice nurse, how do I refer a carer",
    "how do I refer a patient who cares for her husband",
    "District nurse here. A lady on my round does everything for her son.",
    "one of my team is caring for his dad, what do I offer",
    "our staff look after parents and we want to help them",
    "I work at a pharmacy and see many carers",
    "I'm his teacher and he looks after his mum",
    "we are a small charity, have you leaflets for carers",
    "I teach in primary, a girl in my class cares for her gran",
]
FOR_ANOTHER = [
    "my neighbour looks after his wife",
    "my sister cares for our mum and won't ask for help",
    "my friend is caring for her dad who has cancer",
    "I'm asking for my aunt, she's a carer",
    "on behalf of my parents, they look after my brother",
    "my uncle gave up his job to look after my cousin",
    "What could I suggest to him? His wife has MS.",
    "my mum, who looks after my grandad, is exhausted",
]
CARED_FOR = [
    "my daughter is my carer and she's tired",
    "I have MS and my husband looks after me",
    "I'm disabled and my mum does everything for me, can she get help",
    "I was told I've got dementia, I'd like my wife to have some support",
    "can my carer get a break",
]
NOT_TOLD = [
    "carers allowance",
    "how do I get a blue badge",
    "hello",
    "is there a group in Leeds",
    "what is a young carer",
]


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        *((text, "carer") for text in CARERS),
        *((text, "young_carer") for text in YOUNG),
        *((text, "parent_carer") for text in PARENTS),
        *((text, "professional") for text in AT_WORK),
        *((text, "third_person") for text in FOR_ANOTHER),
        *((text, "person_cared_for") for text in CARED_FOR),
        *((text, None) for text in NOT_TOLD),
    ],
)
def test_who_writes(text: str, voice: Optional[str], finder: FactFinder) -> None:
    assert [fact.value for fact in finder.find(text) if fact.entity == "voice"] == ([voice] if voice else [])


def test_the_one_cared_for_is_the_person_and_no_carer(finder: FactFinder) -> None:
    found = {fact.entity: fact.value for fact in finder.find("I'm 41, I have MS and my wife looks after me")}
    assert found == {"condition": "ms", "person_age": "41", "voice": "person_cared_for"}


def test_a_professionals_patient_is_no_relative(finder: FactFinder) -> None:
    found = {fact.entity for fact in finder.find("My patient is 84 and her son looks after her. How do I refer him?")}
    assert not found & {"relationship", "carer_age", "person_age"}
