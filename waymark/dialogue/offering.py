"""Which guides go with a message: one that it asks for, and those that a topic offers with a button."""

from __future__ import annotations

from typing import List, Optional, Tuple

from waymark.dialogue.reply import Button
from waymark.dialogue.situation import Situation
from waymark.dialogue.wishes import asks_to_do_it_together
from waymark.dialogue.words import payload
from waymark.knowledge.homes import Home
from waymark.knowledge.knowledge import Knowledge
from waymark.knowledge.schema import Guide, pick

#: Likeness with one of a guide's phrases from which the guide starts: with a topic that goes with it, and with any other.
#: Set on the utterances of data/nlu, of which fewer than one in a thousand then starts one.
ASKED_FOR, ASKED_FOR_ELSEWHERE = 0.87, 0.92
#: A search of a few words gets its answer, and the guide's button, unless it is the phrase itself.
LEAST_WORDS, THE_PHRASE_ITSELF = 5, 0.97
#: The same where the message asks to do something together ("help me plan for an emergency"): the form of it says as much as
#: the likeness. Of the messages of data/nlu that ask for something else, one in ten thousand then starts a guide.
WISHED_FOR, WISHED_FOR_ELSEWHERE = 0.60, 0.80
#: By so much it must be nearer than the next, of those that go with the topic; and so much farther than any other it may be.
NEARER_BY, NO_FARTHER_BY = 0.05, 0.10
#: Likeness from which its button stands first under an answer; and where the message asks to do something together.
NEAR, NEAR_TO_A_WISH = 0.70, 0.55


def asked_for(situation: Situation, knowledge: Knowledge) -> Optional[Guide]:
    """The guide that a typed message asks for; None where it asks for none, or has an answer nearer to it.

    Nobody who may be in danger is met with questions, and nobody worn down who has not clearly asked for them.
    """
    if situation.danger is not None or not situation.guides or not knowledge.live_guides():
        return None
    return _wished_for(situation, knowledge) or (None if situation.strained else _named(situation, knowledge))


def _wished_for(situation: Situation, knowledge: Knowledge) -> Optional[Guide]:
    """The guide of a message that asks to do something together."""
    if not asks_to_do_it_together(situation.text):
        return None
    ranked = _ranked(situation, knowledge)
    nearest, likeness = ranked[0]
    if likeness >= WISHED_FOR_ELSEWHERE and likeness - _second(ranked) >= NEARER_BY:
        return nearest
    fitting = [(guide, like) for guide, like in ranked if _fits(guide, situation) and like >= likeness - NO_FARTHER_BY]
    if situation.strained or not fitting or fitting[0][1] - _second(fitting) < NEARER_BY:
        return None
    return fitting[0][0] if fitting[0][1] >= WISHED_FOR else None


def _second(ranked: List[Tuple[Guide, float]]) -> float:
    return ranked[1][1] if len(ranked) > 1 else 0.0


def _named(situation: Situation, knowledge: Knowledge) -> Optional[Guide]:
    """The guide whose phrase a message nearly is."""
    guide, likeness = _ranked(situation, knowledge)[0]
    if situation.question is not None and situation.question.score >= likeness:
        return None
    if likeness < THE_PHRASE_ITSELF and len(situation.text.split()) < LEAST_WORDS:
        return None
    return guide if likeness >= (ASKED_FOR if _fits(guide, situation) else ASKED_FOR_ELSEWHERE) else None


def _ranked(situation: Situation, knowledge: Knowledge) -> List[Tuple[Guide, float]]:
    """Live guides, the nearest to the message first."""
    found = [(guide, situation.guides.get(guide.id, 0.0)) for guide in knowledge.live_guides()]
    return sorted(found, key=lambda pair: -pair[1])


def _fits(guide: Guide, situation: Situation) -> bool:
    return bool({guide.topic, *guide.offered_on} & set(situation.topics))


def guide_buttons(situation: Situation, topic: str, home: Home, knowledge: Knowledge) -> List[Button]:
    """At most one guide for an answer about `topic`: the nearest to the message of those that the topic offers."""
    near = NEAR_TO_A_WISH if asks_to_do_it_together(situation.text) else NEAR
    offered = [guide for guide, like in _ranked(situation, knowledge) if topic in guide.offered_on or like >= near]
    return [
        Button(pick(dict(guide.title), *home.scopes) or guide.id, payload("guide", guide=guide.id))
        for guide in offered[:1]
    ]
