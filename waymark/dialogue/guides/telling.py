"""A guide's result as messages: outcomes with reasons, supports as cards, next steps and a person."""

from __future__ import annotations

from typing import Any, Dict, List

from waymark.dialogue.answering import Known, cards_message
from waymark.dialogue.choose import Chosen
from waymark.dialogue.guides.result import Result, result_of
from waymark.dialogue.guides.running import Running
from waymark.dialogue.guides.writing import Told
from waymark.dialogue.reply import Button, Reply, Said, Turn
from waymark.dialogue.situation import Situation
from waymark.dialogue.texts import dated
from waymark.dialogue.words import payload
from waymark.knowledge.schema import State

#: Results remembered in a conversation, newest last.
MOST_KEPT = 3


def tell(running: Running, situation: Situation, known: Known, kept: List[Dict[str, Any]]) -> Reply:
    """The result, and what to remember of it: guide, answers, day."""
    result = result_of(running, known.knowledge)
    said = [Said(_found(result, known))]
    cards = _cards(result, running, situation, known)
    if cards is not None:
        said.append(cards)
    said.append(Said(_steps(result, known), _onward(running, known), keep=True))
    record = {"guide": running.guide.id, "answers": dict(running.ground.answers), "date": result.day.isoformat()}
    others = [each for each in kept if each.get("guide") != running.guide.id]
    turn = Turn("guide_result", running.guide.topic, (), running.home, situation.danger, running.guide.id)
    remember = {"kept": [*others, record][-MOST_KEPT:], "topic": running.guide.topic}
    return Reply(said, turn, remember, result.to_dict(known.knowledge))


def _found(result: Result, known: Known) -> str:
    """Lead, outcomes and points."""
    words = known.words
    parts = [result.lead, *(_outcome(told, known) for told in result.outcomes)]
    if result.points:
        title = words.say("utter_guide_points_titled", title=result.points_title) if result.points_title else ""
        lines = [f"- {line.text}" for line in result.points]
        parts.append("\n".join([title or words.say("utter_guide_points"), *lines]))
    parts += dated(list(result.figures), words)
    return "\n\n".join(part for part in parts if part)


def _outcome(told: Told, known: Known) -> str:
    if told.state is State.told:
        return known.words.say("utter_guide_told", title=told.title, reason=told.reason).strip()
    label = known.knowledge.lists["guide_states"][told.state.value].label
    title = f"{told.title} ({told.figure})" if told.figure else told.title
    return known.words.say("utter_guide_outcome", title=title, state=label.lower(), reason=told.reason).strip()


def _cards(result: Result, running: Running, situation: Situation, known: Known) -> Said | None:
    home = running.home
    chosen = [
        Chosen(support, 0.0, home.place is not None and home.place in support.areas)
        for name, _ in result.supports
        if (support := known.knowledge.supports.get(name)) is not None
    ]
    return cards_message(chosen, situation, running.guide.topic, home, known) if chosen else None


def _steps(result: Result, known: Known) -> str:
    lines = [f"{number}. {step.text}" for number, step in enumerate(result.steps, 1)]
    parts = ["\n".join([known.words.say("utter_guide_steps"), *lines])] if lines else []
    support = known.knowledge.supports.get(result.person or "")
    if support is not None and support.contact.phone:
        parts.append(known.words.say("utter_guide_person", name=support.name, phone=support.contact.phone))
    parts.append(known.words.say("utter_guide_keep"))
    return "\n\n".join(parts)


def _onward(running: Running, known: Known) -> tuple[Button, ...]:
    change = Button(known.words.say("utter_guide_change"), payload("guide_change", guide=running.guide.id))
    topic = known.knowledge.topics[running.guide.topic]
    about = Button(topic.title, payload("ask", topic=topic.id))
    person = Button(known.words.say("utter_button_person"), payload("ask", topic="contact_person"))
    told = Button(known.words.say("utter_button_told"), payload("told"))
    return (change, about, told, person)
