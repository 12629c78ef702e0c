"""The fixed replies to danger: the thing to do first, only confirmed numbers, only those of this nation and council."""

from __future__ import annotations

import re
from typing import Dict, List, Optional

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
everywhere = pytest.mark.parametrize("key", HOMES, ids=called)


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


@everywhere
@every_kind
def test_the_thing_to_do_now_comes_first(kind: str, key: Optional[str], knowledge: Knowledge) -> None:
    text = crisis_text(kind, read_home(key, knowledge), knowledge)
    first = knowledge.danger_replies[kind].first_line
    assert text.startswith(first)
    assert "**999**" in first
    possible = possible_text(Danger(kind, "possible"), read_home(key, knowledge), knowledge)
    assert possible.startswith(knowledge.danger_replies[kind].possible_line)


@everywhere
@every_kind
def test_999_and_no_hole_stand_in_it(kind: str, key: Optional[str], knowledge: Knowledge) -> None:
    for text in both(kind, read_home(key, knowledge), knowledge):
        assert "999" in text
        assert not re.search(r"[{}]|\bNone\b|local_|\n- \n", text)


@everywhere
@every_kind
def test_every_number_in_it_is_of_a_confirmed_contact_for_this_home(
    kind: str, key: Optional[str], knowledge: Knowledge
) -> None:
    home = read_home(key, knowledge)
    councils = _councils(home, knowledge)
    may_show = {"999", "18000"}
    for contact in knowledge.danger_contacts.values():
        here = home.nation is None or home.nation in contact.nations
        if contact.source.confidence is Confidence.confirmed and here and contact.council in {None, *councils}:
            may_show |= {str(n).replace(" ", "") for n in (contact.phone, contact.out_of_hours_phone, contact.sms) if n}
    for text in both(kind, home, knowledge):
        assert numbers_in(re.sub(r"\d+(?:\.\d+)?[ap]m", "", text)) <= may_show


@everywhere
@every_kind
def test_local_numbers_are_of_the_persons_own_council_only(kind: str, key: Optional[str], knowledge: Knowledge) -> None:
    own = _councils(read_home(key, knowledge), knowledge)
    numbers = local_numbers(knowledge)
    shared = {number for council in own for number in numbers.get(council, ())}
    for text in both(kind, read_home(key, knowledge), knowledge):
        for council, others in numbers.items():
            assert council in own or not (others - shared) & numbers_in(text), council


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


@everywhere
@every_kind
def test_there_are_ways_for_people_who_cannot_speak(kind: str, key: Optional[str], knowledge: Knowledge) -> None:
    text = crisis_text(kind, read_home(key, knowledge), knowledge)
    for words in ("999 BSL", "Relay UK", "text **999**"):
        assert text.count(words) == 1


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
