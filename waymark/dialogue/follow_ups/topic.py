"""Follow-ups on the topic: a common question of it, the same for a condition."""

from __future__ import annotations

from dataclasses import replace
from typing import List, Optional, Tuple

from waymark.dialogue.answering import Known, answer, cards_message, status_of
from waymark.dialogue.choose import MOST_CARDS, Chosen, choose
from waymark.dialogue.follow_ups.asked import Listing
from waymark.dialogue.follow_ups.details import About
from waymark.dialogue.follow_ups.which import live
from waymark.dialogue.reply import Button, Reply, Said, Turn
from waymark.dialogue.situation import CommonQuestion, Situation
from waymark.dialogue.words import payload
from waymark.knowledge.knowledge import Knowledge

#: Where help with a condition is, whatever was asked about.
FOR_A_CONDITION = "condition_support"
#: Supports looked through for those that are for a condition.
_MANY = 60


def subjects(situation: Situation, knowledge: Knowledge) -> List[str]:
    """What "it" can mean: what the topic is called; only those that the last answer spoke of, where it spoke of any."""
    listed = knowledge.lists["subjects"].get(situation.topic or "")
    words: List[str] = list(getattr(listed, "words", []))
    last = knowledge.answers.get(situation.answered_with or "")
    if last is None:
        return words
    told = _plain(" ".join([last.title, *last.questions]))
    return [word for word in words if _plain(word).removeprefix("a ").removeprefix("an ") in told] or words


def _plain(text: str) -> str:
    """People write "carers allowance" too."""
    return text.lower().replace("'", "")


def question_of_topic(near: Optional[CommonQuestion], situation: Situation, known: Known) -> Optional[Reply]:
    """The answer to the common question of the topic that is meant."""
    if near is None or situation.topic not in known.knowledge.topics:
        return None
    return answer(
        replace(situation, topics=(situation.topic or "",), question=near, second_need=None, confidence=1.0), known
    )


def ask_them(situation: Situation, listing: Listing, known: Known) -> Optional[Reply]:
    """Not known here: who of those shown may tell; None where nothing was shown."""
    supports = live([card.id for card in listing.cards], known.knowledge)
    first = next((each for each in supports if each.id == listing.focus), supports[0] if supports else None)
    topic = known.knowledge.topics.get(situation.topic or "")
    if first is None or topic is None:
        return None
    home = situation.home_for(topic.home)
    about = About(first, known, home.nation)
    person = Button(known.words.say("utter_button_person"), payload("ask", topic="contact_person"))
    text = about.say("ask_them", way=about.way())
    return Reply([Said(text, (person,))], Turn("contact", topic.id, (), home, situation.danger))


def for_condition(situation: Situation, known: Known) -> Optional[Reply]:
    """The same topic for somebody with the condition that the message names; None where no topic was talked about."""
    topic = known.knowledge.topics.get(situation.topic or "")
    if topic is None or not situation.conditions:
        return None
    home = situation.home_for(topic.home)
    label = " and ".join(known.knowledge.conditions[name].label for name in sorted(situation.conditions))
    name, lead, chosen = topic.id, "utter_follow_up_condition", _just_for(situation, topic.id, known)
    if not chosen:
        name, lead = FOR_A_CONDITION, "utter_follow_up_condition_elsewhere"
        chosen = _just_for(situation, FOR_A_CONDITION, known)
    turn = Turn(status_of(topic.id), topic.id, (), home, situation.danger)
    onward = _onward(topic.id, bool(chosen), known)
    if not chosen:
        return Reply([Said(known.words.say("utter_follow_up_no_condition", condition=label), onward)], turn)
    said = cards_message(chosen, situation, name, home, known, lead=lead)
    said = replace(said, text=said.text.replace("{condition}", label), buttons=onward)
    shown = [*situation.shown, *(each.support.id for each in chosen)]
    return Reply([said], turn, {"shown": list(dict.fromkeys(shown))})


def _just_for(situation: Situation, topic: str, known: Known) -> List[Chosen]:
    home = situation.home_for(known.knowledge.topics[topic].home)
    found = choose(situation, known.knowledge, topic, home, most=_MANY)
    return [each for each in found if situation.conditions & set(each.support.conditions)][:MOST_CARDS]


def _onward(topic: str, has_more: bool, known: Known) -> Tuple[Button, ...]:
    titled = known.knowledge.topics[FOR_A_CONDITION].title
    buttons = [Button(titled, payload("ask", topic=FOR_A_CONDITION))] if topic != FOR_A_CONDITION else []
    if has_more:
        buttons.append(Button(known.words.say("utter_button_more"), payload("more")))
    return (*buttons, Button(known.words.say("utter_button_person"), payload("ask", topic="contact_person")))
