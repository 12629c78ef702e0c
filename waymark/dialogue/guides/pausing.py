"""When a guide waits or ends early: danger, stopping, and being stuck."""

from __future__ import annotations

from dataclasses import replace

from waymark.dialogue.answering import CLEAR_TOPIC, Known, answer, only_whom_to_reach
from waymark.dialogue.guides.aside import carry_on_button, waiting
from waymark.dialogue.guides.asking import MOST_BUTTONS, Asking
from waymark.dialogue.guides.running import Running
from waymark.dialogue.guides.state import FOR_DANGER, FOR_TOPIC
from waymark.dialogue.reply import Button, Reply, Said, Turn
from waymark.dialogue.situation import Situation
from waymark.dialogue.words import payload
from waymark.knowledge.guides.answers import NOT_SURE
from waymark.knowledge.schema import Question


def danger_told(running: Running, situation: Situation, intent: str, known: Known) -> Reply:
    """A message that may speak of danger: whom to reach leads, and the guide waits. It is never read as an answer."""
    clear = intent == "ask" and situation.topics and situation.confidence >= CLEAR_TOPIC
    reply = answer(situation, known) if clear else only_whom_to_reach(situation, known)
    return waiting(reply, running, known, FOR_DANGER)


def carry_on_first(running: Running, situation: Situation, known: Known) -> Reply:
    """After danger was told: carrying on is offered before anything is taken as an answer."""
    person = Button(known.words.say("utter_button_person"), payload("ask", topic="contact_person"))
    stop = Button(known.words.say("utter_guide_stop"), payload("guide_stop"))
    text = known.words.say("utter_guide_carry_on_first")
    turn = Turn("guide_question", running.guide.topic, (), running.home, situation.danger, running.guide.id)
    state = replace(running.state, paused=FOR_TOPIC)
    buttons = (carry_on_button(running, known), person, stop)
    return Reply([Said(text, buttons)], turn, {"guide_on": True, "guide": state.to_dict()})


def stopped(running: Running, situation: Situation, known: Known) -> Reply:
    """The carer has left the guide. What was answered stays, so that it can be taken up again."""
    words = known.words.response("utter_guide_stopped")
    state = replace(running.state, paused=FOR_TOPIC)
    turn = Turn("small_talk", running.guide.topic, (), running.home, situation.danger, running.guide.id)
    buttons = (carry_on_button(running, known), *words.buttons)
    return Reply([Said(words.text, buttons)], turn, {"guide_on": False, "guide": state.to_dict()})


def stuck(running: Running, question: Question, situation: Situation, known: Known) -> Reply:
    """Two messages in a row were no answer: 'not sure' and a person are offered, with the question once more."""
    return _with_ways_out("utter_guide_stuck", running, question, situation, known)


def asked_back(running: Running, question: Question, situation: Situation, known: Known) -> Reply:
    """A question to us that we have no answer to: a person may; the guide's question stands once more."""
    return _with_ways_out("utter_guide_asked_back", running, question, situation, known)


def _with_ways_out(lead: str, running: Running, question: Question, situation: Situation, known: Known) -> Reply:
    asking = Asking(running, question, known)
    message = asking.message(known.words.say(lead), True)
    person = Button(known.words.say("utter_button_person"), payload("ask", topic="contact_person"))
    ways_out = [button for button in message.buttons if f'"{NOT_SURE}"' in button.payload]
    others = [button for button in message.buttons if button not in ways_out]
    buttons = (*ways_out, person, *others)[:MOST_BUTTONS]
    turn = Turn("guide_question", running.guide.topic, (), running.home, situation.danger, running.guide.id)
    return Reply([replace(message, buttons=buttons)], turn, {"guide_on": True, "guide": running.state.to_dict()})
