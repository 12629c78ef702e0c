"""When the topic is not clear: ask which of at most three, or offer the nearest supports. Never 'I didn't understand'."""

from __future__ import annotations

from dataclasses import replace
from typing import List

from waymark.dialogue.answering import Known, answer, cards_message, offered
from waymark.dialogue.choose import MOST_CARDS, Chosen, serves
from waymark.dialogue.danger import possible_text
from waymark.dialogue.reply import Button, Reply, Said, Turn
from waymark.dialogue.situation import Situation
from waymark.dialogue.words import payload

#: Similarity of a support with the message below which it is no help to offer it.
NEAR_ENOUGH = 0.42


def clarify(situation: Situation, known: Known) -> Reply:
    """Ask which of the likeliest topics is meant."""
    if situation.danger or situation.strained:
        return _for_the_writer(situation, known)
    home = situation.home_for("person")
    topics = tuple(name for name in situation.topics if name in known.knowledge.topics)[:3]
    text = _led(known.words.say("utter_clarify"), situation, known)
    person = Button(known.words.say("utter_button_person"), payload("ask", topic="contact_person"))
    return Reply([Said(text, (*offered(topics, known), person))], Turn("clarify", None, topics, home, situation.danger))


def search(situation: Situation, known: Known) -> Reply:
    """Offer the supports nearest in meaning, or the ways in when nothing is near."""
    if situation.danger or situation.strained:
        return _for_the_writer(situation, known)
    home = situation.home_for("person")
    near = _nearest(situation, known)
    if not near:
        routes = known.words.response("utter_no_match")
        text = _led(routes.text, situation, known)
        return Reply([Said(text, routes.buttons)], Turn("no_match", None, (), home, situation.danger))
    topics = situation.topics[:3]
    said = [cards_message(near, situation, near[0].support.topics[0], home, known, lead="utter_searched")]
    if situation.danger:
        said.insert(0, Said(possible_text(situation.danger, home, known.knowledge)))
    said.append(Said(known.words.say("utter_search_next"), tuple(offered(topics, known))))
    return Reply(said, Turn("searched", None, topics, home, situation.danger))


def _for_the_writer(situation: Situation, known: Known) -> Reply:
    """A dark or weary message is not met with a choice of topics: someone to talk to comes first."""
    return answer(replace(situation, topics=("mental_health", *situation.topics), confidence=0.0), known)


def _nearest(situation: Situation, known: Known) -> List[Chosen]:
    home = situation.home_for("person")
    ranked = sorted(situation.relevance.items(), key=lambda pair: -pair[1])
    near: List[Chosen] = []
    for name, similarity in ranked:
        support = known.knowledge.supports.get(name)
        if similarity < NEAR_ENOUGH or len(near) == MOST_CARDS:
            break
        if support is not None and support.is_live and serves(support, home) and not support.eligibility:
            near.append(Chosen(support, similarity, bool(home.place and home.place in support.areas)))
    return near


def _led(text: str, situation: Situation, known: Known) -> str:
    if situation.danger is None:
        return text
    return possible_text(situation.danger, situation.home_for("person"), known.knowledge) + "\n\n" + text
