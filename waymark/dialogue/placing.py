"""A carer says where someone lives: note it, and show what is near for the topic they asked about."""

from __future__ import annotations

from dataclasses import replace
from typing import Dict, Optional

from waymark.dialogue.answering import Known, cards_message, status_of
from waymark.dialogue.choose import choose
from waymark.dialogue.danger import contact_lines, led_by_danger, possible_text
from waymark.dialogue.offering import guide_buttons
from waymark.dialogue.reply import Button, Reply, Said, Turn
from waymark.dialogue.situation import Danger, Situation
from waymark.dialogue.texts import told
from waymark.dialogue.where import WHERE, place_noted, place_question, where_note, which_council
from waymark.dialogue.words import payload
from waymark.knowledge.homes import Home
from waymark.knowledge.schema import FirstContact, Topic, Variants


def place_said(situation: Situation, known: Known) -> Reply:
    """Reply to a message that only says where someone lives.

    After danger was told, the numbers of that place for it come first, once.
    """
    topic = known.knowledge.topics.get(situation.topic or "")
    home = situation.home_for(topic.home if topic else "person")
    if not situation.homes_in_message:
        return led_by_danger(_not_found(situation, home, known), situation.danger, home, known.knowledge)
    if home.shared:
        asked = which_council(home, situation.topic, known.knowledge, known.words)
        return led_by_danger(asked, situation.danger, home, known.knowledge)
    note = place_noted(home, known.knowledge, known.words)
    told_before = situation.danger_before or (situation.danger.kind if situation.danger else None)
    if told_before in known.knowledge.danger_replies:
        note = f"{danger_here(str(told_before), home, known)}\n\n{note}"
    reply = _local_help(situation, topic, home, note, known) if topic else what_now(note, home, situation, known)
    return replace(reply, remember={**reply.remember, "danger": None})


def _local_help(situation: Situation, topic: Topic, home: Home, note: str, known: Known) -> Reply:
    """What is near for the topic asked about; its words again only where they differ for this home."""
    first = _first(topic.first_contact, home)
    chosen = choose(situation, known.knowledge, topic.id, home, [first] if first else [])
    not_local = where_note(situation, home, known.knowledge, known.words)
    answer = told(topic.answer, home, known.knowledge, known.words) if _differs(topic.answer, home) else None
    said = [Said("\n\n".join(part for part in (note, not_local, answer) if part))]
    if chosen:
        said.append(cards_message(chosen, situation, topic.id, home, known))
    step = told(topic.next_step, home, known.knowledge, known.words)
    question, councils, asked = place_question(situation, home, topic, known.knowledge, known.words)
    next_step = known.words.say("utter_next_step", step=step or "")
    guides = guide_buttons(situation, topic.id, home, known.knowledge)
    related = topic.related[: 2 - len(guides)]
    onward = [*guides, *(Button(known.knowledge.topics[name].title, payload("ask", topic=name)) for name in related)]
    more = Button(known.words.say("utter_button_more"), payload("more"))
    said.append(Said("\n\n".join(part for part in (next_step, question) if part), (*councils, *onward, more)))
    remember = {
        "topic": topic.id,
        "answered": None,
        "shown": [each.support.id for each in chosen],
        "told_not_local": home.town or situation.told_not_local,
        "asked_where": asked or situation.asked_where,
    }
    return Reply(said, Turn(status_of(topic.id), topic.id, (), home, situation.danger), remember)


def danger_here(kind: str, home: Home, known: Known) -> str:
    """What a danger told before needs in this place: the kind line and all its numbers."""
    text = possible_text(Danger(kind, "possible"), home, known.knowledge)
    lines = contact_lines(known.knowledge.danger_replies[kind].contacts, home, known.knowledge)
    return "\n".join([text, *(f"- {line}" for line in lines if line not in text)])


def what_now(lead: str, home: Home, situation: Situation, known: Known) -> Reply:
    """The place is known and nothing has been asked yet: offer the ways in."""
    routes = known.words.response("utter_what_now")
    return Reply(
        [Said(f"{lead}\n\n{routes.text}", routes.buttons)], Turn("small_talk", None, (), home, situation.danger)
    )


def place_skipped(situation: Situation, known: Known) -> Reply:
    """The carer would rather not say: fine, and a way on."""
    routes = known.words.response("utter_skipped")
    return Reply(
        [Said(routes.text, routes.buttons)],
        Turn("small_talk", situation.topic, (), situation.home_for("person")),
        {"asked_where": WHERE},
    )


def _not_found(situation: Situation, home: Home, known: Known) -> Reply:
    ask = known.words.response("utter_ask_where")
    text = f"{known.words.say('utter_place_not_found')}\n\n{ask.text}"
    return Reply([Said(text, ask.buttons)], Turn("clarify", situation.topic, (), home), {"asked_where": WHERE})


def _first(contacts: Dict[str, FirstContact], home: Home) -> Optional[str]:
    return next((contacts[scope].support for scope in home.scopes if scope in contacts), None)


def _differs(variants: Variants, home: Home) -> bool:
    """Whether the answer reads differently for this home than it did when no home was known."""
    return any(scope in variants for scope in home.scopes)
