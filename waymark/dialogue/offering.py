"""Which guides go with a message: one that it asks for, and those that a topic offers with a button."""

from __future__ import annotations

from typing import List, Optional

from waymark.dialogue.reply import Button
from waymark.dialogue.situation import Situation
from waymark.dialogue.words import payload
from waymark.knowledge.homes import Home
from waymark.knowledge.knowledge import Knowledge
from waymark.knowledge.schema import Guide, pick

#: Likeness with one of a guide's phrases from which the guide starts: with a topic that goes with it, and with any other.
#: Set on the utterances of data/nlu, of which fewer than one in a thousand then starts one.
ASKED_FOR, ASKED_FOR_ELSEWHERE = 0.87, 0.92
#: A search of a few words gets its answer, and the guide's button, unless it is the phrase itself.
LEAST_WORDS, THE_PHRASE_ITSELF = 5, 0.97
#: Likeness from which its button stands first under an answer.
NEAR = 0.70


def asked_for(situation: Situation, knowledge: Knowledge) -> Optional[Guide]:
    """The guide that a typed message asks for; None where it asks for none, or has an answer nearer to it.

    Nobody who is worn down or may be in danger is met with questions.
    """
    if situation.danger is not None or situation.strained or not situation.guides:
        return None
    name, likeness = max(situation.guides.items(), key=lambda pair: pair[1])
    guide = knowledge.guides.get(name)
    if guide is None or not guide.is_live:
        return None
    if situation.question is not None and situation.question.score >= likeness:
        return None
    if likeness < THE_PHRASE_ITSELF and len(situation.text.split()) < LEAST_WORDS:
        return None
    fits = bool({guide.topic, *guide.offered_on} & set(situation.topics))
    return guide if likeness >= (ASKED_FOR if fits else ASKED_FOR_ELSEWHERE) else None


def guide_buttons(situation: Situation, topic: str, home: Home, knowledge: Knowledge) -> List[Button]:
    """At most one guide for an answer about `topic`: the nearest to the message of those that the topic offers."""
    live = knowledge.live_guides()
    offered = [guide for guide in live if topic in guide.offered_on or situation.guides.get(guide.id, 0.0) >= NEAR]
    offered.sort(key=lambda guide: -situation.guides.get(guide.id, 0.0))
    return [
        Button(pick(dict(guide.title), *home.scopes) or guide.id, payload("guide", guide=guide.id))
        for guide in offered[:1]
    ]
