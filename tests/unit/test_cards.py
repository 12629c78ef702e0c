"""Every live support gives a card to someone it serves, and a card shows nothing it must not."""

from __future__ import annotations

import datetime

from waymark.dialogue.choose import serves
from waymark.knowledge.homes import Home
from waymark.knowledge.knowledge import Knowledge
from waymark.knowledge.schema import Status, Support
from waymark.web.cards import card

FIELDS = """id name organisation areas topics summary phone sms relay bsl email web hours open_now opens cost checked_on
    source why""".split()


def home_in(support: Support, knowledge: Knowledge) -> Home:
    """Somebody's home that this support serves."""
    area = support.areas[0]
    if area in knowledge.places:
        place = knowledge.places[area]
        council = support.councils[0] if support.councils else place.councils[0].id
        return Home(nation=place.nation, place=place.id, council=council)
    return Home() if area == "uk" else Home(nation=area)


def test_every_live_support_gives_a_card_of_the_contract(knowledge: Knowledge) -> None:
    for support in knowledge.live_supports():
        home = home_in(support, knowledge)
        assert serves(support, home), support.id
        shown = card(support.id, "for you", knowledge, home.nation)
        assert shown is not None
        assert list(shown) == FIELDS
        assert shown["open_now"] in (True, False, None)
        assert shown["why"] == "for you"
        assert datetime.date.fromisoformat(shown["checked_on"])
        assert any(shown[way] for way in ("phone", "sms", "relay", "email", "web")) or support.contact.address, (
            support.id
        )


def test_a_draft_a_closed_and_an_unknown_support_give_no_card(knowledge: Knowledge) -> None:
    hidden = [support.id for support in knowledge.supports.values() if support.status is not Status.live]
    assert hidden
    assert [card(name, "", knowledge) for name in [*hidden, "nobody"]] == [None] * (len(hidden) + 1)


def test_an_unconfirmed_support_shows_its_page_and_no_number(knowledge: Knowledge) -> None:
    unconfirmed = [support for support in knowledge.live_supports() if not support.shows_numbers]
    assert unconfirmed
    for support in unconfirmed:
        shown = card(support.id, "", knowledge)
        assert shown is not None
        assert [shown[way] for way in ("phone", "sms", "relay", "bsl", "email", "hours", "open_now", "opens")] == [
            None
        ] * 8


def test_an_absent_value_is_none_and_notes_are_never_shown(knowledge: Knowledge) -> None:
    for support in knowledge.live_supports():
        shown = card(support.id, "", knowledge)
        assert shown is not None
        assert "" not in [shown[field] for field in FIELDS if field != "why"], support.id
        assert "notes" not in shown
        assert support.notes is None or support.notes not in map(str, shown.values())


def test_a_number_to_text_stands_with_the_word_to_text(knowledge: Knowledge) -> None:
    shown = card("shout", "", knowledge)
    assert shown is not None
    assert shown["sms"] == "85258 (text SHOUT)"


def test_a_number_stands_with_what_to_press(knowledge: Knowledge) -> None:
    noted = [s for s in knowledge.live_supports() if s.shows_numbers and s.contact.phone and s.contact.phone_note]
    assert noted
    for support in noted:
        shown = card(support.id, "", knowledge)
        assert shown is not None
        assert shown["phone"] == f"{support.contact.phone} ({support.contact.phone_note})"
