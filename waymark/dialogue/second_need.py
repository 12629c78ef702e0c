"""Serve a second need: after the main answer and its cards a short part, with one card. The next step stays one."""

from __future__ import annotations

from dataclasses import replace
from typing import Optional

from waymark.dialogue.answering import FOR_THE_YOUNG, Known, answer, cards_message, first_contact, main_topic
from waymark.dialogue.choose import MOST_CARDS, Chosen, choose
from waymark.dialogue.reply import Reply, Said
from waymark.dialogue.situation import Situation
from waymark.dialogue.texts import told_briefly
from waymark.knowledge.schema import Topic

#: Cards of the main need beside one of the second.
MOST_BESIDE = 2
#: Topics that are no need beside another: a person to ring stands in every reply.
_NOT_BESIDE = frozenset({"contact_person", "identification"})


def answer_both(situation: Situation, known: Known) -> Reply:
    """Answer the main topic and, where the message clearly asks for a second, that one in brief.

    The turn's topic is the main one. A possible danger, or a main answer given before, leaves no room for a second.
    """
    second = _second(situation, known)
    if second is None:
        return answer(situation, known)
    card = _card(second, situation, known)
    beside = [card.support.id] if card else []
    without = tuple(name for name in situation.topics if name != second.id)
    reply = answer(replace(situation, topics=without), known, MOST_BESIDE, beside)
    if "answered" not in reply.remember:  # the same answer again, which is no answer to build on
        return answer(situation, known)
    part = _part(second, card, situation, known)
    remember = {**reply.remember, "shown": [*reply.remember["shown"], *beside]}
    return replace(reply, said=[*reply.said[:-1], part, reply.said[-1]], remember=remember)


def _second(situation: Situation, known: Known) -> Optional[Topic]:
    """The second topic to serve."""
    topic = known.knowledge.topics.get(situation.second_need or "")
    if topic is None or topic.id in _NOT_BESIDE or situation.danger is not None:
        return None
    if topic.id not in situation.topics[1:] or (situation.is_young and topic.id not in FOR_THE_YOUNG):
        return None
    return topic if main_topic(situation, known.knowledge) not in (None, topic.id) else None


def _card(topic: Topic, situation: Situation, known: Known) -> Optional[Chosen]:
    """The nearest support about the second topic, but for the main topic's first contact."""
    main = known.knowledge.topics[main_topic(situation, known.knowledge) or topic.id]
    leading = first_contact(main, situation.home_for(main.home), known.knowledge)
    home = situation.home_for(topic.home)
    out = [leading] if leading else []
    chosen = choose(situation, known.knowledge, topic.id, home, leave_out=out, most=MOST_CARDS)
    return chosen[0] if chosen else None


def _part(topic: Topic, card: Optional[Chosen], situation: Situation, known: Known) -> Said:
    """The lead-in, the topic's answer in brief, and the card."""
    home = situation.home_for(topic.home)
    lead = known.words.say("utter_second_need", topic=topic.title)
    brief = told_briefly(topic.answer, home, known.knowledge, known.words)
    words = "\n\n".join(part for part in (lead, brief) if part)
    if card is None:
        return Said(words)
    cards = cards_message([card], situation, topic.id, home, known, lead="utter_second_card")
    return replace(cards, text=f"{words}\n\n{cards.text}")
