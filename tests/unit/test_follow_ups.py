"""Replies to follow-ups: from what is known of the supports shown, and plainly where it is not known."""

from __future__ import annotations

import datetime
import re
from typing import Any, List, Optional
from zoneinfo import ZoneInfo

import pytest

from tests.unit.replies import check_words, words_of
from tests.unit.supports import only, support
from waymark.dialogue.answering import Known, answer
from waymark.dialogue.follow_ups.asked import Asked, Listing, read_listing
from waymark.dialogue.follow_ups.ordinary import ordinary
from waymark.dialogue.follow_ups.reply import after_danger, follow_up
from waymark.dialogue.follow_ups.topic import subjects
from waymark.dialogue.reply import Reply, Shown
from waymark.dialogue.situation import CommonQuestion, Situation
from waymark.dialogue.words import Words
from waymark.knowledge.homes import NOWHERE, read_home
from waymark.knowledge.knowledge import Knowledge
from waymark.language.nearest_questions import with_subject

#: A Friday.
NOON = datetime.datetime(2026, 11, 27, 12, tzinfo=ZoneInfo("Europe/London"))
NIGHT = NOON.replace(hour=23)
NEW_YEAR = datetime.datetime(2027, 1, 1, 12, tzinfo=ZoneInfo("Europe/London"))
OFFICE = {"words": "Monday to Friday, 9am to 5pm", "osm": "Mo-Fr 09:00-17:00"}

CENTRE = support(
    "centre",
    organisation="Dundee Carers Centre",
    cost="Free",
    accessibility="There is a ramp.",
    contact={
        "phone": "01382 200422",
        "web": "https://example.org/centre",
        "email": "hand@example.org",
        "address": "1 High Street, Dundee",
        "hours": OFFICE,
    },
).copy(update={"name": "Dundee Carers Centre"})
LINE = support("line", phone="116 123").copy(update={"name": "Night Line"})
DOUBTFUL = support("doubtful", confidence="unconfirmed", phone="0808 808 7777").copy(update={"name": "Old Group"})


@pytest.fixture
def known(knowledge: Knowledge, words: Words) -> Known:
    return Known(only(knowledge, CENTRE, LINE, DOUBTFUL), words)


def listing(*names: str, focus: Optional[str] = None) -> Listing:
    return Listing(tuple(Shown(name, "Time off from caring") for name in names), focus, names)


ALL = listing("centre", "line", "doubtful")


def told(known: Known, kind: str, shown: Listing = ALL, at: datetime.datetime = NOON, **asked: Any) -> Reply:
    reply = follow_up(Asked(kind, **asked), shown, Situation(topic="breaks"), known, at=at)
    assert reply is not None
    assert reply.turn.topic == "breaks"
    check_words(reply, NOWHERE)
    return reply


def one(known: Known, kind: str, name: str, **how: Any) -> str:
    return words_of(told(known, kind, listing(name), **how))


def test_the_number_is_told_and_the_turn_is_a_contact(known: Known) -> None:
    reply = told(known, "number", listing("centre"))
    assert "01382 200422" in words_of(reply)
    assert reply.turn.status == "contact"


def test_a_number_that_nobody_confirmed_is_never_told(known: Known) -> None:
    for kind in ("number", "hours", "cost", "address", "email", "accessible", "more_about"):
        assert "0808" not in one(known, kind, "doubtful")
    assert "https://example.org" in one(known, "number", "doubtful")


def test_with_several_shown_each_is_told_about(known: Known) -> None:
    text = words_of(told(known, "number"))
    assert "01382 200422" in text
    assert "116 123" in text
    assert "I hold no number for **Old Group**" in text


def test_the_second_one_is_told_about_and_is_then_the_one_meant(known: Known) -> None:
    reply = told(known, "which_one", which=1)
    assert "Night Line" in words_of(reply)
    assert "116 123" in words_of(reply)
    assert [card.id for message in reply.said for card in message.cards] == ["line"]
    after = read_listing(reply.said[0].cards, reply.remember["follow_up"])
    text = words_of(told(known, "number", after))
    assert "116 123" in text
    assert "01382" not in text
    assert "Dundee Carers Centre" in words_of(told(known, "which_one", after, which=0)), "the list is still the same"


def test_new_cards_end_what_was_meant(known: Known) -> None:
    kept = told(known, "which_one", which=1).remember["follow_up"]
    fresh = read_listing((Shown("centre", "why"),), kept)
    assert (fresh.focus, [card.id for card in fresh.cards]) == (None, ["centre"])


@pytest.mark.parametrize(("which", "name"), [(0, "Dundee Carers Centre"), (1, "Night Line"), (-1, "Old Group")])
def test_which_one_by_its_place(known: Known, which: int, name: str) -> None:
    assert name in words_of(told(known, "more_about", which=which))


def test_a_place_in_the_list_that_is_not_there_is_told(known: Known) -> None:
    text = words_of(told(known, "number", listing("centre", "line"), which=2))
    assert text.startswith("I showed you 2:")
    assert "116 123" in text


def test_the_other_one(known: Known) -> None:
    pair = listing("centre", "line", focus="centre")
    assert "116 123" in words_of(told(known, "number", pair, is_other=True))
    assert (
        follow_up(Asked("number", is_other=True), listing("centre", "line"), Situation(topic="breaks"), known) is None
    )


@pytest.mark.parametrize("name", ["carers centre", "the carer's centre", "dundee carers", "the carers center"])
def test_one_is_found_by_its_name(known: Known, name: str) -> None:
    text = words_of(told(known, "number", name=name))
    assert "01382 200422" in text
    assert "116 123" not in text


def test_a_name_of_none_shown_is_not_followed_up(known: Known) -> None:
    asked = Asked("number", name="samaritans")
    assert follow_up(asked, ALL, Situation(topic="breaks"), known) is None


@pytest.mark.parametrize("kind", ["number", "hours", "weekend", "cost", "why", "more_about", "which_one", "address"])
def test_with_nothing_shown_there_is_nothing_to_follow_up(known: Known, kind: str) -> None:
    assert follow_up(Asked(kind), Listing(), Situation(topic="breaks"), known) is None


def test_a_support_that_is_gone_is_left_out(known: Known) -> None:
    assert follow_up(Asked("number"), listing("gone"), Situation(topic="breaks"), known) is None


@pytest.mark.parametrize(
    ("at", "expected"),
    [(NOON, "is open now"), (NIGHT, "is shut just now"), (NEW_YEAR, "I can't tell from that")],
    ids=["noon", "night", "a bank holiday"],
)
def test_whether_it_is_open(known: Known, at: datetime.datetime, expected: str) -> None:
    text = one(known, "hours", "centre", at=at)
    assert expected in text
    assert OFFICE["words"] in text


def test_hours_that_are_not_known_are_not_guessed(known: Known) -> None:
    assert "I don't know when **Night Line** is open" in one(known, "hours", "line")
    assert "116 123" in one(known, "hours", "line"), "the way to find out"


@pytest.mark.parametrize(
    ("osm", "expected"),
    [
        ("Mo-Fr 09:00-17:00", "shut at weekends"),
        ("24/7", "open on Saturdays and Sundays"),
        ("Mo-Sa 09:00-13:00", "open on Saturdays, but not on Sundays"),
        ("Su 09:00-13:00", "open on Sundays, but not on Saturdays"),
        ("Sa[1] 10:00-12:00", "can't tell"),
        (None, "can't tell"),
    ],
)
def test_weekends(knowledge: Knowledge, words: Words, osm: Optional[str], expected: str) -> None:
    hours = {"words": "As told", **({"osm": osm} if osm else {})}
    place = support("place", contact={"phone": "116 123", "hours": hours})
    text = one(Known(only(knowledge, place), words), "weekend", "place")
    assert expected in text
    assert "As told" in text


@pytest.mark.parametrize(
    ("kind", "of_centre", "of_line"),
    [
        ("cost", "Free", "I don't know what **Night Line** costs"),
        ("address", "1 High Street, Dundee", "I hold no address for **Night Line**"),
        ("email", "hand@example.org", "I hold no e-mail address for **Night Line**"),
        ("web", "https://example.org/centre", "https://example.org"),
        ("accessible", "There is a ramp.", "I don't know about access or interpreters at **Night Line**"),
        ("for_whom", "Carers", "Carers"),
        ("why", "Time off from caring", "Time off from caring"),
    ],
)
def test_what_is_known_is_told_and_what_is_not_is_said(known: Known, kind: str, of_centre: str, of_line: str) -> None:
    assert of_centre in one(known, kind, "centre")
    assert of_line in one(known, kind, "line")


def test_more_without_saying_of_which_offers_each(known: Known) -> None:
    reply = told(known, "more_about")
    payloads: List[str] = [button.payload for button in reply.said[-1].buttons]
    assert payloads[:2] == ['/follow_up{"support": "centre"}', '/follow_up{"support": "line"}']
    assert "1 High Street" in words_of(told(known, "more_about", support="centre"))


def test_the_second_one_when_asked_which_topic(knowledge: Knowledge, words: Words) -> None:
    offered = Listing(topics_offered=("money", "breaks"))
    reply = follow_up(Asked("which_one", which=1), offered, Situation(), Known(knowledge, words))
    assert reply is not None
    assert reply.turn.topic == "breaks"


def test_the_same_in_another_place(knowledge: Knowledge, words: Words) -> None:
    home = read_home("stockport/stockport-council", knowledge)
    situation = Situation(topic="breaks", person_home=home, carer_home=home, homes_in_message=True)
    reply = follow_up(Asked("place"), Listing(), situation, Known(knowledge, words))
    assert reply is not None
    assert (reply.turn.topic, reply.turn.home.place, reply.turn.status) == ("breaks", "stockport", "answered")
    ids = [card.id for message in reply.said for card in message.cards]
    assert any("stockport" in knowledge.supports[name].areas for name in ids)


def test_no_place_in_it_after_all(knowledge: Knowledge, words: Words) -> None:
    assert follow_up(Asked("place"), Listing(), Situation(topic="breaks"), Known(knowledge, words)) is None


@pytest.mark.parametrize("topic", ["breaks", "money", "peer_support", "condition_support"])
def test_the_same_for_a_condition(knowledge: Knowledge, words: Words, topic: str) -> None:
    home = read_home("camden", knowledge)
    situation = Situation(topic=topic, conditions=frozenset({"dementia"}), person_home=home, carer_home=home)
    reply = follow_up(Asked("condition"), Listing(), situation, Known(knowledge, words))
    assert reply is not None
    check_words(reply, home)
    assert reply.turn.topic == topic
    ids = [card.id for message in reply.said for card in message.cards]
    assert ids
    assert all("dementia" in knowledge.supports[name].conditions for name in ids)


def test_a_condition_with_no_topic_before_is_an_ordinary_message(knowledge: Knowledge, words: Words) -> None:
    situation = Situation(conditions=frozenset({"dementia"}))
    assert follow_up(Asked("condition"), Listing(), situation, Known(knowledge, words)) is None


def test_a_question_of_the_topic_is_answered_with_its_answer(knowledge: Knowledge, words: Words) -> None:
    near = CommonQuestion("who-pays-for-respite", "breaks", 1.0)
    reply = follow_up(Asked("about"), Listing(), Situation(topic="breaks"), Known(knowledge, words), near)
    assert reply is not None
    assert reply.turn.answer_id == "who-pays-for-respite"


def test_a_question_without_an_answer_says_so_and_whom_to_ask(known: Known) -> None:
    reply = told(known, "about", listing("centre"))
    assert "I don't have a checked answer to that" in words_of(reply)
    assert "01382 200422" in words_of(reply)
    assert reply.turn.status == "contact"
    own = follow_up(Asked("about"), ALL, Situation(topic="breaks"), known, has_own_topic=True)
    assert own is None, "it names a topic of its own"


def test_after_danger_it_is_told_again_whom_to_reach(knowledge: Knowledge, words: Words) -> None:
    known = Known(knowledge, words)
    reply = after_danger(Situation(danger_before="suicide", topic="breaks"), known)
    assert reply is not None
    assert "116 123" in words_of(reply)
    assert after_danger(Situation(topic="breaks"), known) is None


@pytest.mark.parametrize(
    ("intent", "status"),
    [
        ("ask", "answered"),
        ("clarify", "clarify"),
        ("nlu_fallback", "no_match"),
        ("thanks", "small_talk"),
        ("x", "no_match"),
    ],
)
def test_otherwise_it_is_answered_as_any_other_message(
    knowledge: Knowledge, words: Words, intent: str, status: str
) -> None:
    reply = ordinary(Situation(topics=("breaks",)), intent, Known(knowledge, words))
    assert reply.turn.status == status


def test_every_subject_belongs_to_a_topic(knowledge: Knowledge) -> None:
    assert set(knowledge.lists["subjects"]) <= set(knowledge.topics)


def test_it_is_what_the_last_answer_spoke_of(knowledge: Knowledge) -> None:
    assert subjects(Situation(topic="breaks"), knowledge) == ["a break", "respite"]
    after = Situation(topic="money", answered_with="how-much-is-carers-allowance")
    assert "carer's allowance" in subjects(after, knowledge)
    assert "attendance allowance" not in subjects(after, knowledge)
    assert subjects(Situation(), knowledge) == []


def test_it_is_put_in_its_place() -> None:
    assert with_subject("who pays for it?", "a break") == "who pays for a break"
    assert with_subject("how do I apply", "a break") == "how do I apply: a break"


def test_real_replies_are_whole(knowledge: Knowledge, words: Words) -> None:
    """Of every live support, whatever is asked of it: no hole, and no number where none may be shown."""
    known = Known(knowledge, words)
    for each in knowledge.live_supports():
        for kind in (
            "number",
            "hours",
            "weekend",
            "cost",
            "address",
            "web",
            "email",
            "accessible",
            "for_whom",
            "more_about",
        ):
            reply = follow_up(Asked(kind, support=each.id), Listing(), Situation(topic=each.topics[0]), known, at=NOON)
            assert reply is not None
            text = words_of(reply)
            assert not re.search(r"[{}]|None", text), (each.id, kind)
            if not each.shows_numbers and each.contact.phone:
                assert each.contact.phone not in text


def test_an_answer_is_no_follow_up_of_itself(known: Known) -> None:
    assert "follow_up" not in answer(Situation(topics=("breaks",)), known).remember
