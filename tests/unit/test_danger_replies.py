"""The fixed replies to danger: the thing to do first, only confirmed numbers, only those of this nation and council."""

from __future__ import annotations

import re
from typing import Dict, Iterator, List, Optional, Tuple

import pytest

from tests.unit.homes import HOMES, called
from waymark.dialogue.danger import contact_line, crisis_text, possible_text
from waymark.dialogue.situation import Danger
from waymark.knowledge.homes import Home, read_home
from waymark.knowledge.knowledge import Knowledge
from waymark.knowledge.schema import Confidence, DangerContact

KINDS = """suicide suicide_of_other self_harm harm_by_carer abuse_of_carer abuse_of_adult child_at_risk child_in_danger
    medical_emergency missing_person caring_emergency""".split()
DIGITS = re.compile(r"(?<!\w)\d[\d ]*\d")  # not the 247 of HOPELINE247
every_kind = pytest.mark.parametrize("kind", KINDS)


def both(kind: str, home: Home, knowledge: Knowledge) -> List[str]:
    return [crisis_text(kind, home, knowledge), possible_text(Danger(kind, "possible"), home, knowledge)]


def numbers_in(text: str) -> set[str]:
    return {found.replace(" ", "") for found in DIGITS.findall(text) if len(found.replace(" ", "")) >= 3}


def local_numbers(knowledge: Knowledge) -> Dict[str, set[str]]:
    """Council -> numbers that belong to it alone."""
    found: Dict[str, set[str]] = {}
    for contact in knowledge.danger_contacts.values():
        if contact.council:
            numbers = {contact.phone, contact.out_of_hours_phone, contact.sms} - {None}
            found.setdefault(contact.council, set()).update(str(number).replace(" ", "") for number in numbers)
    return found


def test_every_kind_of_danger_has_a_reply(knowledge: Knowledge) -> None:
    assert sorted(knowledge.danger_replies) == sorted(KINDS) == sorted(knowledge.lists["risk_kinds"])


def walked(kind: str, knowledge: Knowledge) -> Iterator[Tuple[str, Home, List[str]]]:
    """Both replies in each home, with the home's name for the message of a failing test."""
    for key in HOMES:
        home = read_home(key, knowledge)
        yield called(key), home, both(kind, home, knowledge)


@every_kind
def test_the_thing_to_do_now_comes_first(kind: str, knowledge: Knowledge) -> None:
    reply = knowledge.danger_replies[kind]
    assert "**999**" in reply.first_line
    for home, _, (certain, possible) in walked(kind, knowledge):
        assert certain.startswith(reply.first_line), home
        assert possible.startswith(reply.possible_line), home


@every_kind
def test_999_and_no_hole_stand_in_it(kind: str, knowledge: Knowledge) -> None:
    for home, _, texts in walked(kind, knowledge):
        for text in texts:
            assert "999" in text, home
            assert not re.search(r"[{}]|\bNone\b|local_|\n- \n", text), home


@every_kind
def test_every_number_in_it_is_of_a_confirmed_contact_for_this_home(kind: str, knowledge: Knowledge) -> None:
    for name, home, texts in walked(kind, knowledge):
        may_show = {"999", "18000"}
        for contact in knowledge.danger_contacts.values():
            here = home.nation is None or home.nation in contact.nations
            ours = contact.council in {None, *_councils(home, knowledge)}
            if contact.source.confidence is Confidence.confirmed and here and ours:
                numbers = (contact.phone, contact.out_of_hours_phone, contact.sms)
                may_show |= {number.replace(" ", "") for number in numbers if number}
        for text in texts:
            assert numbers_in(re.sub(r"\d+(?:\.\d+)?[ap]m", "", text)) <= may_show, name


@every_kind
def test_local_numbers_are_of_the_persons_own_council_only(kind: str, knowledge: Knowledge) -> None:
    numbers = local_numbers(knowledge)
    for name, home, texts in walked(kind, knowledge):
        own = _councils(home, knowledge)
        shared = {number for council in own for number in numbers.get(council, ())}
        for text in texts:
            for council, others in numbers.items():
                assert council in own or not (others - shared) & numbers_in(text), f"{name} is given {council}"


def _councils(home: Home, knowledge: Knowledge) -> List[str]:
    if home.council:
        return [home.council]
    return [council.id for council in knowledge.places[home.place].councils] if home.place else []


@pytest.mark.parametrize("kind", ["abuse_of_adult", "harm_by_carer", "caring_emergency"])
def test_dorset_without_a_council_gets_both_councils(kind: str, knowledge: Knowledge) -> None:
    text = crisis_text(kind, read_home("dorset", knowledge), knowledge)
    assert "Dorset Council" in text
    assert "Bournemouth, Christchurch and Poole" in text
    assert "Poole" not in crisis_text(kind, read_home("dorset/dorset-council", knowledge), knowledge)
    assert "Dorset Council" not in crisis_text(kind, read_home("dorset/bcp", knowledge), knowledge)


@pytest.mark.parametrize("key", ["northern_ireland", "northern_ireland/Belfast", "outside_uk", None])
@every_kind
def test_111_is_not_given_where_it_does_not_serve(kind: str, key: Optional[str], knowledge: Knowledge) -> None:
    for text in both(kind, read_home(key, knowledge), knowledge):
        assert not re.search(r"\b111\b", text)


@every_kind
def test_there_are_ways_for_people_who_cannot_speak(kind: str, knowledge: Knowledge) -> None:
    for home, _, (certain, _) in walked(kind, knowledge):
        for words in ("999 BSL", "Relay UK", "text **999**"):
            assert certain.count(words) == 1, home


@pytest.mark.parametrize("field", ["contacts", "possible_contacts"])
@every_kind
def test_a_reply_names_contacts_of_the_right_nation(kind: str, field: str, knowledge: Knowledge) -> None:
    for nation, names in getattr(knowledge.danger_replies[kind], field).items():
        for name in set(names.split()) - {"local_adult", "local_child"}:
            contact = knowledge.danger_contacts[name]
            assert nation == "unknown" or nation in contact.nations, f"{name} does not serve {nation}"
            assert contact.source.confidence is Confidence.confirmed, f"{name} is {contact.source.confidence.value}"
            assert contact_line(contact), f"{name} has no line to show"


def test_a_contact_that_is_not_confirmed_has_no_line(knowledge: Knowledge) -> None:
    doubtful = [c for c in knowledge.danger_contacts.values() if c.source.confidence is not Confidence.confirmed]
    assert doubtful
    assert [contact_line(contact) for contact in doubtful] == [None] * len(doubtful)


def test_a_line_whose_number_is_missing_is_left_out(knowledge: Knowledge) -> None:
    samaritans: DangerContact = knowledge.danger_contacts["samaritans"]
    assert contact_line(samaritans)
    assert contact_line(samaritans.copy(update={"phone": None})) is None
    assert contact_line(None) is None
