"""Say in a few words why a support was chosen: 'for time off, in Dundee'."""

from __future__ import annotations

from typing import List

from waymark.dialogue.situation import Situation
from waymark.dialogue.words import Words
from waymark.knowledge.homes import Home
from waymark.knowledge.knowledge import Knowledge
from waymark.knowledge.schema import Support


def why(support: Support, situation: Situation, topic: str, home: Home, knowledge: Knowledge, words: Words) -> str:
    """The reasons in a carer's words; never empty."""
    reasons: List[str] = []
    if topic in support.topics and topic in knowledge.topics:
        reasons.append(words.say("utter_why_topic", topic=knowledge.topics[topic].title))
    for condition in sorted(situation.conditions & set(support.conditions)):
        reasons.append(words.say("utter_why_condition", condition=knowledge.conditions[condition].label))
    for key in support.eligibility:
        if key in ("young_carer", "parent_carer", "young_adult_carer", "professional", "bereaved"):
            reasons.append(words.say("utter_why_for", who=knowledge.lists["eligibility"][key].label))
    reasons.append(words.say("utter_why_area", area=_area(support, home, knowledge)))
    return ", ".join(reasons)


def _area(support: Support, home: Home, knowledge: Knowledge) -> str:
    for area in (home.place, home.nation):
        if area and area in support.areas:
            return knowledge.area_label(area)
    return knowledge.area_label("uk" if "uk" in support.areas else support.areas[0])
