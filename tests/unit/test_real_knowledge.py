"""The knowledge that carers get is sound, complete and large enough."""

from __future__ import annotations

import re

import pytest

from waymark.knowledge.knowledge import Knowledge
from waymark.knowledge.schema import NATIONS, Confidence

TOPICS = """identification breaks money mental_health carer_assessment emergency_planning hospital_discharge carer_health
    young_carers young_adult_carers parent_carers legal advocacy work education_training choosing_care practical_help
    condition_support peer_support events_activities accessibility feedback life_after_caring crisis safeguarding
    professionals have_your_say contact_person""".split()
PLACES = {"dundee": "scotland", "dorset": "england", "camden": "england", "stockport": "england"}
#: Advocates and complaints go by nation; telling the GP goes by one's own surgery. Their texts say whom to ring.
NEVER_UK_WIDE = ("advocacy", "feedback", "carer_health")
DIGITS = re.compile(r"\b(?:0\d[\d ]{7,}\d|116 \d{3})\b")


def test_the_knowledge_passes_its_own_check(knowledge: Knowledge) -> None:
    assert knowledge.version


def test_there_are_enough_live_supports(knowledge: Knowledge) -> None:
    assert len(knowledge.live_supports()) >= 520


def test_the_topics_are_the_28_agreed(knowledge: Knowledge) -> None:
    assert sorted(knowledge.topics) == sorted(TOPICS)


def test_the_places_and_their_councils_are_those_agreed(knowledge: Knowledge) -> None:
    assert {place.id: place.nation for place in knowledge.places.values()} == PLACES
    councils = {council.id for place in knowledge.places.values() for council in place.councils}
    assert councils == {"dundee-city", "dorset-council", "bcp", "camden-council", "stockport-council"}


@pytest.mark.parametrize("name", TOPICS)
def test_a_topic_has_an_answer_a_next_step_and_a_definition(name: str, knowledge: Knowledge) -> None:
    topic = knowledge.topics[name]
    for text in (topic.answer["uk"], topic.next_step["uk"], topic.definition, topic.title):
        assert text.strip()


@pytest.mark.parametrize("area", ["uk", "england", "scotland", *PLACES])
def test_every_topic_has_a_live_support_in_each_area(area: str, knowledge: Knowledge) -> None:
    """For the UK, the nations of our places, and the places themselves."""
    locally = NEVER_UK_WIDE if area == "uk" else ()
    bare = [
        topic
        for topic in TOPICS
        if topic not in locally and not any(area in s.areas for s in knowledge.supports_about(topic))
    ]
    assert bare == []


@pytest.mark.parametrize("topic", TOPICS)
def test_a_topic_names_other_topics_to_go_on_to(topic: str, knowledge: Knowledge) -> None:
    related = knowledge.topics[topic].related
    assert related
    assert topic not in related


def test_the_error_reply_has_somebody_to_ring(knowledge: Knowledge) -> None:
    helpline = knowledge.supports["carers-uk-helpline"]
    assert helpline.is_live
    assert helpline.shows_numbers
    assert helpline.contact.phone


def test_no_number_or_amount_is_typed_into_the_words_of_a_support(knowledge: Knowledge) -> None:
    """A number stands in `contact` or nowhere; an amount in words goes stale each April."""
    typed = [
        f"{support.id}.{field}"
        for support in knowledge.live_supports()
        for field in ("name", "summary", "audience", "cost", "accessibility")
        if DIGITS.search(getattr(support, field) or "") or re.search(r"£\s?\d", getattr(support, field) or "")
    ]
    assert typed == []


def test_no_number_is_typed_into_a_danger_reply(knowledge: Knowledge) -> None:
    """Numbers stand with the contacts, where one source answers for each."""
    typed = [
        reply.kind
        for reply in knowledge.danger_replies.values()
        for text in (reply.first_line, reply.kind_line, reply.closing or "", reply.possible_line)
        if DIGITS.search(text)
    ]
    assert typed == []


def test_an_unconfirmed_support_holds_no_number(knowledge: Knowledge) -> None:
    unconfirmed = [s for s in knowledge.supports.values() if s.source.confidence is Confidence.unconfirmed]
    assert unconfirmed
    assert not any(s.contact.phone or s.contact.sms or s.contact.textphone or s.contact.relay for s in unconfirmed)


def test_areas_and_councils_agree(knowledge: Knowledge) -> None:
    """A support only for a council names that council's place."""
    places = {council.id: place.id for place in knowledge.places.values() for council in place.councils}
    wrong = [s.id for s in knowledge.supports.values() if any(places[council] not in s.areas for council in s.councils)]
    assert wrong == []


def test_danger_contacts_name_councils_and_nations_that_exist(knowledge: Knowledge) -> None:
    councils = {council.id for place in knowledge.places.values() for council in place.councils}
    for contact in knowledge.danger_contacts.values():
        assert contact.council is None or contact.council in councils
        assert set(contact.nations) <= set(NATIONS)
        assert contact.nations


def test_figures_name_nations_that_exist(knowledge: Knowledge) -> None:
    assert [figure.name for figure in knowledge.figures.values() if not set(figure.nations) <= set(NATIONS)] == []
