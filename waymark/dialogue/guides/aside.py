"""A message of another kind in the middle of a guide: answered as ever, and the guide waits with a button to carry on."""

from __future__ import annotations

from dataclasses import replace

from waymark.dialogue.answering import SAME_QUESTION, Known, answer
from waymark.dialogue.guides.asking import MOST_BUTTONS, titled
from waymark.dialogue.guides.running import Running
from waymark.dialogue.guides.state import FOR_TOPIC
from waymark.dialogue.more import more
from waymark.dialogue.other_language import in_their_language
from waymark.dialogue.placing import place_said, place_skipped
from waymark.dialogue.reply import Button, Reply, Said, Turn
from waymark.dialogue.situation import Situation
from waymark.dialogue.unsure import clarify, search
from waymark.dialogue.words import payload

#: Confidence from which a topic is answered in the middle of a guide: more than elsewhere, since most messages are answers.
SURE = 0.5
#: Words from which a message outside our field is taken for one, and not for an answer that was not understood.
LEAST_WORDS = 4
#: Intents whose words stand in domain.yml.
_FIXED = ("greet", "thanks", "goodbye", "deny", "about_bot", "annoyed", "help")


def is_aside(situation: Situation, intent: str) -> bool:
    """Whether a typed message clearly speaks of something else than the question asked."""
    if intent == "ask":
        clear = is_asked_elsewhere(situation, intent) or situation.confidence >= SURE
        return bool(situation.topics) and clear
    if intent.startswith("out_of_scope"):
        return situation.confidence >= SURE and len(situation.text.split()) >= LEAST_WORDS
    return intent == "about_bot"


def is_asked_elsewhere(situation: Situation, intent: str) -> bool:
    """Whether a message is, nearly word for word, a question that we answer."""
    return intent == "ask" and situation.question is not None and situation.question.score >= SAME_QUESTION


def aside(situation: Situation, intent: str, running: Running, known: Known) -> Reply:
    """The usual reply to `intent`; the guide waits."""
    return waiting(usual(situation, intent, running, known), running, known)


def waiting(reply: Reply, running: Running, known: Known, paused: str = FOR_TOPIC) -> Reply:
    """`reply` with a button to carry on, the guide paused."""
    last = reply.said[-1]
    anew = payload("guide", guide=running.guide.id)  # it would go on as well, under another name
    others = [button for button in last.buttons if button.payload != anew]
    buttons = (carry_on_button(running, known), *others)[:MOST_BUTTONS]
    text = (
        f"{last.text}\n\n{known.words.say('utter_guide_waiting')}"
        if last.text
        else known.words.say("utter_guide_waiting")
    )
    state = replace(running.state, paused=paused)
    return replace(
        reply,
        said=[*reply.said[:-1], replace(last, text=text, buttons=buttons)],
        turn=replace(reply.turn, guide=running.guide.id),
        remember={**reply.remember, "guide_on": True, "guide": state.to_dict()},
    )


def carry_on_button(running: Running, known: Known) -> Button:
    title = known.words.say("utter_guide_resume", title=titled(running, known))
    return Button(title, payload("guide_resume", guide=running.guide.id))


def usual(situation: Situation, intent: str, running: Running, known: Known) -> Reply:
    """What the message would be answered with outside a guide."""
    if intent == "ask" and situation.topics and situation.topics[0] in known.knowledge.topics:
        return answer(situation, known)
    if intent == "more":
        return more(situation, known)
    if intent == "say_where":
        return place_said(situation, known)
    if intent == "skip":
        return place_skipped(situation, known)
    if intent == "other_language":
        return in_their_language(situation, known)
    if intent == "clarify":
        return clarify(situation, known)
    if intent in _FIXED or intent.startswith("out_of_scope"):
        fixed = known.words.response(f"utter_{intent}")
        turn = Turn(fixed.status or "small_talk", None, (), running.home, situation.danger)
        return Reply([Said(fixed.text, fixed.buttons)], turn)
    return search(situation, known)
