"""Choose supports for a situation: nation is a hard filter, place a soft one; topic, condition, audience and words rank."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from typing import Dict, Iterable, List, Optional, Pattern, Sequence

from waymark.dialogue.fitting_age import fits_their_age, is_older
from waymark.dialogue.situation import Situation
from waymark.knowledge.homes import Home
from waymark.knowledge.knowledge import Knowledge
from waymark.knowledge.schema import Support

#: Cards in one turn.
MOST_CARDS = 3
#: Cards of one organisation in one turn, so that one big charity does not fill it.
MOST_OF_ONE = 2
#: Local cards before a wider one is given its place.
MOST_LOCAL = 2

# Weights, in points. Set by reading the cards of every topic in every place (tests/unit/test_choose.py holds what must stay true).
MAIN_TOPIC, LATER_TOPIC, SECOND_NEED = 4.0, 0.8, 1.5
LOCAL, NATIONAL = 3.0, 0.6
SAME_CONDITION, FOR_THEM, WORDS = 2.5, 2.5, 5.0
NO_NUMBER, PAST_REVIEW, UNCONFIRMED = -2.5, -2.0, -1.5

#: Who a support is only for -> topics whose carers are exactly these.
_BY_TOPIC = {
    "young_carer": {"young_carers"},
    "young_adult_carer": {"young_adult_carers"},
    "parent_carer": {"parent_carers"},
    "kinship_carer": {"parent_carers"},
    "former_carer": {"life_after_caring"},
    "bereaved": {"life_after_caring"},
    "working_carer": {"work"},
    "student": {"education_training", "young_adult_carers"},
    "professional": {"professionals"},
    "disabled_person": {
        "money",
        "practical_help",
        "choosing_care",
        "accessibility",
        "events_activities",
        "condition_support",
    },
}
#: Groups that a carer must have named before a support only for them is shown: whole words.
_NAMED: Dict[str, Pattern[str]] = {
    group: re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
    for group, words in {
        "woman": "women|woman|female|women's|womens|as a mum|as a mother",
        "man": "men's|mens|male carers?|as a man|as a dad|for men",
        "lgbt": "gay|lesbian|lgbt\\w*|trans|transgender|bisexual|queer|same sex",
        "ethnic_community": "bengali|bangladeshi|somali|chinese|asian|black|african|caribbean|muslim|jewish|polish|pakistani|"
        "indian|urdu|punjabi|hindu|sikh|irish|arabic|turkish|portuguese|romanian|ukrainian|minority ethnic",
        "armed_forces": "army|navy|raf|veterans?|military|armed forces|soldier|marines",
        "member": "members?|membership",
        "older_person": "old|older|elderly|pension|pensioner|retired|gran|granny|nan|nana|mum|mam|mom|dad|mother|father|"
        "grandad|grandma|frail|dementia|[6-9]\\d",
    }.items()
}


@dataclass(frozen=True)
class Chosen:
    """A support with its points; `leading` ones stand first whatever their points."""

    support: Support
    points: float
    local: bool
    leading: bool = False


def choose(
    situation: Situation,
    knowledge: Knowledge,
    topic: str,
    home: Home,
    leads: Sequence[str] = (),
    today: Optional[datetime.date] = None,
    leave_out: Iterable[str] = (),
    most: int = MOST_CARDS,
) -> List[Chosen]:
    """At most `most` supports about `topic`, local ones first.

    `leads` are ids to show first, in their order (the place's first contact, or those an answer names), where they
    serve this home; `leave_out` are ids shown already.
    """
    out = set(leave_out)
    today = today or datetime.date.today()
    candidates = {support.id: support for support in knowledge.supports_about(topic)}
    for name in leads:
        if name in knowledge.supports and knowledge.supports[name].is_live:
            candidates[name] = knowledge.supports[name]
    ranked = []
    for support in candidates.values():
        if support.id in out or not serves(support, home):
            continue
        leading = support.id in leads
        fit = _fit(support, situation, topic)
        if fit is None and not leading:
            continue
        points = (fit or 0.0) + _points(support, situation, topic, home, today)
        ranked.append(Chosen(support, points, _is_local(support, home), leading))
    order = {name: rank for rank, name in enumerate(leads)}
    ranked.sort(key=lambda chosen: (order.get(chosen.support.id, len(order)), -chosen.points, chosen.support.id))
    return _varied(ranked, most)


def serves(support: Support, home: Home) -> bool:
    """Whether a support may be shown to someone of this home. Unknown nation: only what serves the whole UK."""
    areas = set(support.areas)
    if home.council and support.councils and home.council not in support.councils:
        return False
    if home.place and home.place in areas:
        return True
    return "uk" in areas or (home.nation is not None and home.nation in areas)


def _is_local(support: Support, home: Home) -> bool:
    return home.place is not None and home.place in support.areas


def _fit(support: Support, situation: Situation, topic: str) -> Optional[float]:
    """Points for whom it is for; None when it is for others."""
    points = 0.0
    if not fits_their_age(support, situation):
        return None
    if support.conditions:
        if situation.conditions & set(support.conditions):
            points += SAME_CONDITION
        else:
            return None
    if support.eligibility:
        if not any(_is_one(key, situation, topic) for key in support.eligibility):
            return None
        points += FOR_THEM * (1.0 if any(_is_telling(key, situation, topic) for key in support.eligibility) else 0.2)
    return points


def _is_one(key: str, situation: Situation, topic: str) -> bool:
    """Whether the carer is, as far as we know, one of those a support is only for."""
    if key == "young_carer":
        return situation.is_young or (topic in _BY_TOPIC[key] and not (situation.carer_age or 0) >= 26)
    if situation.is_young and key != "young_adult_carer":
        return False
    if key == "under_35":
        return situation.carer_age is not None and situation.carer_age < 35
    if key == "young_adult_carer":
        return situation.is_young_adult or topic in _BY_TOPIC[key]
    if key == "parent_carer" and (situation.is_for_a_child or _may_be_a_child(situation)):
        return True
    if key == "kinship_carer" and situation.is_for_a_child and situation.relationship == "grandchild":
        return True
    if key == "older_person" and situation.person_age is not None:
        return is_older(situation)
    if key in _NAMED:
        return bool(_NAMED[key].search(situation.text))
    return topic in _BY_TOPIC.get(key, ())


def _may_be_a_child(situation: Situation) -> bool:
    """A son or daughter of no known age."""
    return situation.relationship == "child" and situation.person_age is None


def _is_telling(key: str, situation: Situation, topic: str) -> bool:
    return key not in ("older_person", "disabled_person", "member") and _is_one(key, situation, topic)


def _points(support: Support, situation: Situation, topic: str, home: Home, today: datetime.date) -> float:
    points = _topic_points(support, topic)
    for other in situation.topics[1:]:
        points += SECOND_NEED if other in support.topics else 0.0
    if _is_local(support, home):
        points += LOCAL
    elif home.nation and home.nation in support.areas:
        points += NATIONAL
    points += WORDS * max(0.0, situation.relevance.get(support.id, 0.0))
    if not (support.shows_numbers and (support.contact.phone or support.contact.sms)):
        points += NO_NUMBER
    if not support.shows_numbers:
        points += UNCONFIRMED
    if support.review.review_by < today:
        points += PAST_REVIEW
    return points


def _topic_points(support: Support, topic: str) -> float:
    if topic not in support.topics:
        return 0.0
    return max(MAIN_TOPIC - 1.2 * support.topics.index(topic), LATER_TOPIC)


def _varied(ranked: List[Chosen], most: int) -> List[Chosen]:
    """The best, at most so many of one organisation, with room for a wider support beside local ones."""
    taken: Dict[str, Chosen] = {}
    for room_for_wider in (any(not chosen.local for chosen in ranked), False):
        for chosen in ranked:
            if len(taken) == most:
                break
            same = sum(other.support.organisation == chosen.support.organisation for other in taken.values())
            full = (
                room_for_wider
                and chosen.local
                and sum(other.local for other in taken.values()) >= MOST_LOCAL
                and most > 1
            )
            if chosen.support.id not in taken and not full and same < MOST_OF_ONE:
                taken[chosen.support.id] = chosen
    return sorted(taken.values(), key=lambda chosen: (not chosen.leading, not chosen.local))
