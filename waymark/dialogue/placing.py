"""A carer says where someone lives: note it, and show what is near for the topic they asked about."""

from __future__ import annotations

from waymark.dialogue.answering import Known, cards_message, status_of
from waymark.dialogue.choose import choose
from waymark.dialogue.danger import possible_text
from waymark.dialogue.reply import Button, Reply, Said, Turn
from waymark.dialogue.situation import Situation
from waymark.dialogue.texts import told
from waymark.dialogue.where import WHERE, place_noted, place_question, understood, where_note, which_council
from waymark.dialogue.words import payload
from waymark.knowledge.homes import Home


def place_said(situation: Situation, known: Known) -> Reply:
    """Reply to a message that only says where someone lives."""
    topic = known.knowledge.topics.get(situation.topic or "")
    home = situation.home_for(topic.home if topic else "person")
    if not situation.homes_in_message:
        return _not_found(situation, home, known)
    if home.shared:
        return which_council(home, situation.topic, known.knowledge, known.words)
    note = place_noted(home, known.knowledge, known.words)
    if situation.danger:
        note = possible_text(situation.danger, home, known.knowledge) + "\n\n" + note
    if topic is None:
        return what_now(note, home, situation, known)
    chosen = choose(situation, known.knowledge, topic.id, home, _first(topic.first_contact, home))
    not_local = where_note(situation, home, known.knowledge, known.words)
    answer = told(topic.answer, home, known.knowledge, known.words) if _differs(topic.answer, home) else None
    said = [Said("\n\n".join(part for part in (note, not_local, answer) if part))]
    if chosen:
        said.append(cards_message(chosen, situation, topic.id, home, known))
    step = told(topic.next_step, home, known.knowledge, known.words)
    question, councils, asked = place_question(situation, home, topic, known.knowledge, known.words)
    next_step = known.words.say("utter_next_step", step=step or "")
    onward = [Button(known.knowledge.topics[name].title, payload("ask", topic=name)) for name in topic.related[:2]]
    more = Button(known.words.say("utter_button_more"), payload("more"))
    said.append(Said("\n\n".join(part for part in (next_step, question) if part), (*councils, *onward, more)))
    remember = {
        "topic": topic.id,
        "shown": [each.support.id for each in chosen],
        "told_not_local": home.town or situation.told_not_local,
        "asked_where": asked or situation.asked_where,
    }
    status = status_of(topic.id)
    return Reply(said, Turn(status, topic.id, (), home, situation.danger), remember)


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


def _first(contacts: dict, home: Home) -> str | None:  # type: ignore[type-arg]
    return next((contacts[scope].support for scope in home.scopes if scope in contacts), None)


def _differs(variants: dict[str, str], home: Home) -> bool:
    """Whether the answer reads differently for this home than it did when no home was known."""
    return understood(home) and any(scope in variants for scope in home.scopes)
