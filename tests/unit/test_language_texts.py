"""A message in another language gets one fixed text in that language, with whom to ring where they live."""

from __future__ import annotations

from typing import Any, List, Optional

import pytest

from tests.unit.homes import HOMES, called
from tests.unit.replies import NUMBER, check_words, words_of
from waymark.dialogue.answering import Known
from waymark.dialogue.other_language import in_their_language
from waymark.dialogue.reply import Reply
from waymark.dialogue.situation import Danger, Situation
from waymark.dialogue.words import Words
from waymark.knowledge.homes import read_home
from waymark.knowledge.knowledge import Knowledge

LANGUAGES = "en cy gd pl bn so ar ur pa zh ro uk pt tr fr".split()
#: Home -> whose number is given: the place's own where there is one, else the nation's, else the UK's.
TO_RING = {
    "dundee/dundee-city": ["dundee-carers-centre"],
    "dorset/dorset-council": ["carer-support-dorset"],
    "dorset/bcp": ["bcp-carer-support"],
    "dorset": ["carer-support-dorset", "bcp-carer-support"],
    "camden/camden-council": ["camden-carers"],
    "stockport/stockport-council": ["signpost-for-carers"],
    "england/Leeds": ["carers-uk-helpline"],
    "wales/Cardiff": ["carers-uk-helpline"],
    "northern_ireland/Belfast": ["carers-ni"],
    "scotland/Aberdeen": ["care-information-scotland"],
    "shared/NW1": ["carers-uk-helpline"],
    "outside_uk": ["carers-uk-helpline"],
    None: ["carers-uk-helpline"],
}

everywhere = pytest.mark.parametrize("key", HOMES, ids=called)
every_language = pytest.mark.parametrize("language", LANGUAGES)


@pytest.fixture
def known(knowledge: Knowledge, words: Words) -> Known:
    return Known(knowledge, words)


def told(known: Known, language: str, key: Optional[str] = None, **given: Any) -> Reply:
    home = read_home(key, known.knowledge)
    return in_their_language(Situation(language=language, person_home=home, **given), known)


def numbers(names: List[str], known: Known) -> List[str]:
    found = [known.knowledge.supports[name].contact.phone for name in names]
    assert all(found)
    return [number for number in found if number]


def test_every_home_is_walked() -> None:
    assert set(TO_RING) == set(HOMES)


@everywhere
@every_language
def test_a_text_gives_the_number_of_the_place(language: str, key: Optional[str], known: Known) -> None:
    reply = told(known, language, key)
    check_words(reply, read_home(key, known.knowledge))
    assert NUMBER.findall(reply.said[0].text) == ["999", *numbers(TO_RING[key], known)]


@every_language
def test_the_turn_ends_with_a_person_to_ring(language: str, known: Known) -> None:
    reply = told(known, language, "camden/camden-council")
    record = reply.turn.to_dict()
    assert (record["status"], record["topic"], record["place"]) == ("contact", "accessibility", "camden")
    assert record["risk"] is None
    assert [button.title for button in reply.said[-1].buttons] == ["Talk to a person"]
    assert [button.payload for button in reply.said[-1].buttons] == ['/ask{"topic": "contact_person"}']


@pytest.mark.parametrize("language", [name for name in LANGUAGES if name != "en"])
def test_the_words_to_say_in_english_are_given_and_the_guess_is_named(language: str, known: Known) -> None:
    held = known.knowledge.languages.text_for(language)
    first, last = told(known, language).said
    assert held.say in first.text
    assert f"**{held.english_name}** ({held.own_name})" in last.text
    assert held.english_name.split()[-1] in held.say or language == "zh"


@pytest.mark.parametrize("language", ["other", "xx", "en"])
def test_a_language_without_a_text_gets_simple_english(language: str, known: Known) -> None:
    reply = told(known, language)
    assert "interpreter" in reply.said[0].text
    assert reply.said[0].text == told(known, "en").said[0].text
    assert "looks like" not in words_of(reply)


@pytest.mark.parametrize("language", ["ar", "ur"])
def test_a_number_in_a_text_from_right_to_left_is_not_turned_round(language: str, known: Known) -> None:
    """Between right-to-left words '0808 808 7777' would show as '7777 808 0808': it is set apart by Unicode's marks."""
    text = told(known, language, "dorset").said[0].text
    assert text.startswith("\u2067")
    assert text.endswith("\u2069")
    for number in numbers(TO_RING["dorset"], known):
        before = text[: text.index(number)]
        assert before.count("\u2066") - before.count("\u2069") == 1, "opened and not yet closed"
    assert text.count("\u2066") + text.count("\u2067") == text.count("\u2069")


def test_a_possible_danger_leads(known: Known) -> None:
    reply = told(known, "pl", "scotland/Aberdeen", danger=Danger("suicide", "possible"))
    lead, told_in_polish = reply.said[:2]
    assert lead.text.startswith(known.knowledge.danger_replies["suicide"].possible_line)
    assert (lead.lang, told_in_polish.lang) == (None, "pl"), "a message is in one language"
    assert "Zadzwoń" in told_in_polish.text or "zadzwoń" in told_in_polish.text
    assert reply.turn.to_dict()["risk"] == {"kind": "suicide", "level": "possible"}


def test_the_topic_talked_about_before_stays(known: Known) -> None:
    assert told(known, "pl", topic="money").remember == {}
    assert told(known, "pl").remember == {"topic": "accessibility"}


def test_every_text_waits_for_a_native_reader(knowledge: Knowledge) -> None:
    """Until somebody has read one: then it goes from this list, with the reader's name in the file."""
    waiting = [each.id for each in knowledge.languages.languages if each.review.native_reader == "needed"]
    assert sorted(waiting) == sorted(LANGUAGES)


def test_texts_are_short(knowledge: Knowledge) -> None:
    for language in knowledge.languages.languages:
        assert len(language.text) < 480, language.id
        assert language.dir == ("rtl" if language.id in ("ar", "ur") else "ltr")
