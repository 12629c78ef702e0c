"""More of the same, the same again, and carrying on after a danger reply."""

from __future__ import annotations

from dataclasses import replace

from waymark.dialogue.answering import Known, answer, cards_message, offered
from waymark.dialogue.choose import choose
from waymark.dialogue.danger import led_by_danger
from waymark.dialogue.reply import Button, Reply, Said, Turn
from waymark.dialogue.situation import CommonQuestion, Situation
from waymark.dialogue.where import PART
from waymark.dialogue.words import payload


def more(situation: Situation, known: Known) -> Reply:
    """The next three supports of the topic, or the way on when there are no more."""
    topic = known.knowledge.topics.get(situation.topic or "")
    if topic is None:
        return ways_in(situation, known)
    home = situation.home_for(topic.home)
    chosen = choose(situation, known.knowledge, topic.id, home, leave_out=situation.shown)
    related = offered(tuple(topic.related[:2]), known)
    if not chosen:
        text = known.words.say("utter_no_more")
        reply = Reply([Said(text, (*related, _person(known)))], Turn("answered", topic.id, (), home))
        return led_by_danger(reply, situation.danger, home, known.knowledge)
    lead = cards_message(chosen, situation, topic.id, home, known, lead="utter_more")
    onward = (Button(known.words.say("utter_button_more"), payload("more")), *related[:1], _person(known))
    said = [lead, Said(known.words.say("utter_more_next"), onward)]
    shown = [*situation.shown, *(each.support.id for each in chosen)]
    reply = Reply(said, Turn("answered", topic.id, (), home), {"shown": shown})
    return led_by_danger(reply, situation.danger, home, known.knowledge)


def repeat(situation: Situation, known: Known) -> Reply:
    """The last topic's answer again."""
    if situation.topic not in known.knowledge.topics:
        return ways_in(situation, known)
    question = CommonQuestion(situation.answered_with, situation.topic or "", 1.0) if situation.answered_with else None
    return answer(
        replace(situation, topics=(situation.topic or "",), question=question, asked_where=PART, answered=None), known
    )


def carry_on(situation: Situation, known: Known) -> Reply:
    """After a danger reply: back to what was asked, gently, or to the ways in."""
    return repeat(situation, known)


def ways_in(situation: Situation, known: Known) -> Reply:
    """The four routes of the first screen."""
    routes = known.words.response("utter_what_now")
    return Reply(
        [Said(routes.text, routes.buttons)],
        Turn("small_talk", None, (), situation.home_for("person"), situation.danger),
    )


def _person(known: Known) -> Button:
    return Button(known.words.say("utter_button_person"), payload("ask", topic="contact_person"))
