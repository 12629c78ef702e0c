"""What every reply must keep to, whoever reads it: used by the tests that walk all topics and answers."""

from __future__ import annotations

import re
from typing import List

from tests.unit.homes import NATIONS
from waymark.dialogue.reply import Reply
from waymark.knowledge.homes import Home
from waymark.knowledge.knowledge import Knowledge
from waymark.web.cards import card

HOLES = re.compile(r"[{}]|\bNone\b|\bnull\b")
#: Mobile, landline, freephone, three-digit and six-digit helpline numbers as people read them.
NUMBER = re.compile(r"\b(?:0\d[\d ]{6,}\d|116 \d{3}|999|111|101|105)\b")


def words_of(reply: Reply) -> str:
    return "\n\n".join(message.text for message in reply.said)


def cards_of(reply: Reply) -> List[str]:
    return [shown.id for message in reply.said for shown in message.cards]


def check_cards(reply: Reply, home: Home, knowledge: Knowledge) -> None:
    """At most three, live, of this nation and council, and no number that nobody confirmed."""
    names = cards_of(reply)
    assert len(names) <= 3
    assert len(set(names)) == len(names)
    for name in names:
        support = knowledge.supports[name]
        assert support.is_live, name
        if home.place not in support.areas and "uk" not in support.areas:
            assert home.nation in support.areas, f"{name} is for {support.areas}"
        nations = {area for area in support.areas if area in NATIONS}
        assert not nations or home.nation in nations or "uk" in support.areas or home.place in support.areas, name
        assert not (home.council and support.councils) or home.council in support.councils, name
        shown = card(name, "", knowledge, home.nation)
        assert shown is not None
        if not support.shows_numbers:
            assert [shown[way] for way in ("phone", "sms", "relay", "hours")] == [None] * 4, name


def check_words(reply: Reply, home: Home) -> None:
    """No hole in any text or button, and no number of another nation's emergency service."""
    words = words_of(reply)
    assert words.strip()
    assert all(message.text.strip() for message in reply.said)
    assert not HOLES.search(words), HOLES.search(words)
    assert not any(HOLES.search(button.title) for message in reply.said for button in message.buttons)
    if home.nation in (None, "northern_ireland"):
        assert not re.search(r"\b111\b", words), "111 does not serve Northern Ireland"
    if home.nation == "scotland":
        assert not re.search(r"carer[’']?s?[’']? assessment", words, re.IGNORECASE), (
            "Scotland has adult carer support plans"
        )
