"""Asking and understanding where people live: once, after the first answer, and never in its way."""

from __future__ import annotations

from typing import List, Optional, Tuple

from waymark.dialogue.reply import Button, Reply, Said, Turn
from waymark.dialogue.situation import Situation
from waymark.dialogue.words import Words, payload
from waymark.knowledge.homes import Home, neighbours, sharing_places
from waymark.knowledge.knowledge import Knowledge
from waymark.knowledge.schema import Topic

#: What was asked for, kept in the slot `asked_where`.
WHERE, PART = "where", "part"
#: Topics asked about by others than a carer of an adult: how their place is asked for.
_ASKED = {"professionals": "utter_ask_where_professional", "young_carers": "utter_ask_where_young"}
#: The same for those who write for another, or are the person looked after themselves.
_ASKED_OF = {"third_person": "utter_ask_where_professional", "person_cared_for": "utter_ask_where_carer"}


def place_question(
    situation: Situation, home: Home, topic: Topic, knowledge: Knowledge, words: Words
) -> Tuple[Optional[str], List[Button], Optional[str]]:
    """The question, its buttons and what was asked for (`where` or `part`); nothing where it was asked before.

    A place with several councils is asked about once too, because social care goes by council.
    """
    if home.place and not home.council and situation.asked_where != PART:
        place = knowledge.places[home.place]
        buttons = [
            Button(council.name, payload("say_where", home=f"{place.id}/{council.id}")) for council in place.councils
        ]
        return words.say("utter_which_part", place=place.name), buttons, PART
    if home.shared:
        asked = which_council(home, topic.id, knowledge, words).said[0]
        return asked.text, list(asked.buttons), None
    if home.nation or home.outside_uk or situation.asked_where:
        return None, [], None
    usual = "utter_ask_where_carer" if topic.home == "carer" else "utter_ask_where"
    name = _ASKED_OF.get(situation.voice or "", _ASKED.get(topic.id, usual))
    return words.say(name), list(words.response("utter_ask_where").buttons), WHERE


def where_note(situation: Situation, home: Home, knowledge: Knowledge, words: Words) -> Optional[str]:
    """Said once: that we hold nothing local for this town, or that the UK's help does not reach there."""
    if home.outside_uk:
        return words.say("utter_outside_uk")
    if home.place or home.shared or not home.nation or situation.told_not_local == (home.town or ""):
        return None
    if home.town:
        return words.say("utter_not_local", town=home.town, nation=knowledge.area_label(home.nation))
    return None


def which_council(home: Home, topic: Optional[str], knowledge: Knowledge, words: Words) -> Reply:
    """Ask which council, where a postcode or a name is shared between several."""
    name = home.shared or ""
    buttons = []
    for place, councils in sharing_places(name, knowledge):
        buttons += [
            Button(knowledge.council_name(council) or place.name, payload("say_where", home=f"{place.id}/{council}"))
            for council in councils
        ]
        nation = place.nation
        buttons += [
            Button(other, payload("say_where", home=f"{nation}/{other}")) for other in neighbours(name, knowledge)
        ]
    unique = list({button.title: button for button in buttons}.values())
    skip = Button(words.say("utter_button_skip"), payload("skip"))
    text = words.say("utter_which_council", name=name)
    return Reply([Said(text, (*unique, skip))], Turn("clarify", topic, (), home), {"asked_where": WHERE})


def place_noted(home: Home, knowledge: Knowledge, words: Words) -> str:
    """'Lochee is in Dundee.' in the words for this kind of home."""
    if home.place and home.council:
        council = knowledge.council_name(home.council) or knowledge.places[home.place].name
        return words.say("utter_council_noted", place=knowledge.places[home.place].name, council=council)
    if home.place:
        return words.say("utter_place_noted", place=knowledge.places[home.place].name)
    if home.town and home.nation:
        return words.say("utter_town_noted", town=home.town, nation=knowledge.area_label(home.nation))
    if home.nation:
        return words.say("utter_nation_noted", nation=knowledge.area_label(home.nation))
    return words.say("utter_outside_uk") if home.outside_uk else words.say("utter_place_not_found")
