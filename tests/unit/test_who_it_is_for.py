"""A support only for some is shown to them and to nobody else."""

from __future__ import annotations

import pytest

from tests.unit.supports import chosen, support
from waymark.dialogue.situation import Situation
from waymark.knowledge.knowledge import Knowledge


def shown(knowledge: Knowledge, key: str, situation: Situation, topic: str) -> bool:
    special = support("special", eligibility=[key], topics=[topic])
    return "special" in chosen(knowledge, special, support("any", topics=[topic]), situation=situation, topic=topic)


@pytest.mark.parametrize(
    ("key", "situation", "topic", "expected"),
    [
        ("young_carer", Situation(carer_age=13), "breaks", True),
        ("young_carer", Situation(carer_age=17), "money", True),
        ("young_carer", Situation(carer_age=18), "breaks", False),
        ("young_carer", Situation(carer_age=45), "breaks", False),
        ("young_carer", Situation(), "breaks", False),
        ("young_carer", Situation(), "young_carers", True),
        ("young_carer", Situation(carer_age=45), "young_carers", False),
        ("young_adult_carer", Situation(carer_age=19), "breaks", True),
        ("young_adult_carer", Situation(carer_age=16), "breaks", True),
        ("young_adult_carer", Situation(carer_age=15), "breaks", False),
        ("young_adult_carer", Situation(carer_age=26), "breaks", False),
        ("young_adult_carer", Situation(), "young_adult_carers", True),
        ("parent_carer", Situation(relationship="child"), "breaks", True),
        ("parent_carer", Situation(relationship="parent"), "breaks", False),
        ("parent_carer", Situation(), "parent_carers", True),
        ("parent_carer", Situation(relationship="child", carer_age=14), "breaks", False),
        ("working_carer", Situation(), "work", True),
        ("working_carer", Situation(), "breaks", False),
        ("working_carer", Situation(carer_age=14), "work", False),
        ("bereaved", Situation(), "life_after_caring", True),
        ("bereaved", Situation(), "mental_health", False),
        ("former_carer", Situation(), "life_after_caring", True),
        ("student", Situation(), "education_training", True),
        ("disabled_person", Situation(), "money", True),
        ("disabled_person", Situation(), "mental_health", False),
        ("professional", Situation(), "professionals", True),
        ("professional", Situation(), "breaks", False),
        ("professional", Situation(text="i am a nurse"), "carer_assessment", False),
        ("lgbt", Situation(text="my wife and I are a gay couple"), "peer_support", True),
        ("lgbt", Situation(text="my wife is ill"), "peer_support", False),
        ("armed_forces", Situation(text="He was in the Navy"), "money", True),
        ("armed_forces", Situation(text="he drives a van"), "money", False),
        ("older_person", Situation(text="my elderly neighbour"), "practical_help", True),
        ("older_person", Situation(text="my son"), "practical_help", False),
        ("man", Situation(text="is there a group for male carers"), "peer_support", True),
        ("man", Situation(text="i look after a woman"), "peer_support", False),
        ("woman", Situation(text="a group for women"), "peer_support", True),
        ("ethnic_community", Situation(text="we are Bengali"), "peer_support", True),
        ("ethnic_community", Situation(text="we are tired"), "peer_support", False),
    ],
)
def test_it_is_shown_only_to_those_it_is_for(
    key: str, situation: Situation, topic: str, expected: bool, knowledge: Knowledge
) -> None:
    assert shown(knowledge, key, situation, topic) is expected


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("armed_forces", "the traffic is bad"),
        ("older_person", "she was told to wait"),
        ("older_person", "I cannot hold a job down, my finances are in a mess"),
        ("lgbt", "can I get patient transport"),
        ("member", "I can't remember the name"),
        ("ethnic_community", "he blacked out"),
    ],
)
def test_part_of_another_word_names_no_group(key: str, text: str, knowledge: Knowledge) -> None:
    assert not shown(knowledge, key, Situation(text=text), "practical_help")


def test_a_young_carer_sees_young_carers_help_first(knowledge: Knowledge) -> None:
    supports = [
        support("a-any"),
        support("b-young", eligibility=["young_carer"]),
        support("c-work", eligibility=["working_carer"]),
    ]
    assert chosen(knowledge, *supports, situation=Situation(carer_age=13)) == ["b-young", "a-any"]


def test_one_of_several_groups_is_enough(knowledge: Knowledge) -> None:
    either = support("either", eligibility=["young_carer", "young_adult_carer"])
    assert chosen(knowledge, either, situation=Situation(carer_age=20)) == ["either"]
    assert chosen(knowledge, either, situation=Situation(carer_age=40)) == []


def test_every_support_for_professionals_is_hidden_from_carers(knowledge: Knowledge) -> None:
    from waymark.dialogue.choose import choose
    from waymark.knowledge.homes import read_home

    hidden = {s.id for s in knowledge.supports.values() if s.eligibility == ["professional"]}
    for topic in set(knowledge.topics) - {"professionals"}:
        for key in ("dundee", "dorset", None):
            found = choose(Situation(), knowledge, topic, read_home(key, knowledge), most=9)
            assert not hidden & {each.support.id for each in found}
