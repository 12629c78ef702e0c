"""A message that looked like a follow-up where nothing was shown before: answered as the gate would have had it answered."""

from __future__ import annotations

from waymark.dialogue.answering import Known, answer
from waymark.dialogue.more import more, repeat, ways_in
from waymark.dialogue.placing import place_said, place_skipped
from waymark.dialogue.reply import Reply, Said, Turn
from waymark.dialogue.situation import Situation
from waymark.dialogue.unsure import clarify, search
from waymark.dialogue.words import MissingWords

_SKILLS = {
    "clarify": clarify,
    "more": more,
    "repeat": repeat,
    "carry_on": repeat,
    "say_where": place_said,
    "skip": place_skipped,
}


def ordinary(situation: Situation, intent: str, known: Known) -> Reply:
    """The reply to `intent`, with the topics of the situation."""
    if intent == "ask":
        is_topic = bool(situation.topics) and situation.topics[0] in known.knowledge.topics
        return answer(situation, known) if is_topic else ways_in(situation, known)
    if intent in _SKILLS:
        return _SKILLS[intent](situation, known)
    if intent == "nlu_fallback":
        return search(situation, known)
    try:
        fixed = known.words.response(f"utter_{intent}")
    except MissingWords:
        return search(situation, known)
    home = situation.home_for("person")
    return Reply(
        [Said(fixed.text, fixed.buttons)], Turn(fixed.status or "small_talk", None, (), home, situation.danger)
    )
