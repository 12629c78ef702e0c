"""Choose supports for a situation: nation is a hard filter, place a soft one; topic, condition, audience and words rank."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Iterable, List, Optional, Sequence

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
FIRST_CONTACT = 6.0

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
#: Groups that a carer must have named before a support only for them is shown.
_NAMED = {
    "woman": ("women", "woman", "female", "i'm a mum", "wife and mother"),
    "man": ("men's", "mens", " man ", "male carer", "as a man"),
    "lgbt": ("gay", "lesbian", "lgbt", "trans", "bisexual", "queer", "same sex"),
    "ethnic_community": (
        "bengali",
        "bangladeshi",
        "somali",
        "chinese",
        "asian",
        "black",
        "african",
        "caribbean",
        "muslim",
        "jewish",
        "polish",
        "pakistani",
        "indian",
        "urdu",
        "hindu",
        "sikh",
        "irish",
        "ethnic",
    ),
    "armed_forces": ("army", "navy", "raf", "veteran", "military", "forces", "soldier", "served"),
    "member": ("member",),
    "older_person": (
        "old",
        "elderly",
        "pension",
        "aged",
        "gran",
        "nan",
        "mum",
        "dad",
        "mother",
        "father",
        "frail",
        "dementia",
    ),
}


@dataclass(frozen=True)
class Chosen:
    """A support with its points and the reasons a carer may see."""

    support: Support
    points: float
    local: bool
    reasons: Sequence[str]


def choose(
    situation: Situation,
    knowledge: Knowledge,
    topic: str,
    home: Home,
    first: Optional[str] = None,
    today: Optional[datetime.date] = None,
    leave_out: Iterable[str] = (),
    most: int = MOST_CARDS,
) -> List[Chosen]:
    """At most `most` supports about `topic`, local ones first.

    `first` is the id of a support to lead with (the place's first contact, or one an answer names); `leave_out` are
    ids shown already.
    """
    out = set(leave_out)
    today = today or datetime.date.today()
    candidates = {support.id: support for support in knowledge.supports_about(topic)}
    if first and first in knowledge.supports and knowledge.supports[first].is_live:
        candidates[first] = knowledge.supports[first]
    ranked = []
    for support in candidates.values():
        if support.id in out or not serves(support, home):
            continue
        fit = _fit(support, situation, topic)
        if fit is None and support.id != first:
            continue
        points = (
            (fit or 0.0)
            + _points(support, situation, topic, home, today)
            + (FIRST_CONTACT if support.id == first else 0)
        )
        ranked.append(Chosen(support, points, _is_local(support, home), ()))
    ranked.sort(key=lambda chosen: (-chosen.points, chosen.support.id))
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
    if support.conditions:
        if situation.conditions & set(support.conditions):
            points += SAME_CONDITION
        elif situation.conditions or topic != "condition_support":
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
    if key == "young_adult_carer":
        return situation.is_young_adult or topic in _BY_TOPIC[key]
    if key == "parent_carer" and situation.relationship == "child":
        return True
    if key in _NAMED:
        return any(word in f" {situation.text.lower()} " for word in _NAMED[key])
    return topic in _BY_TOPIC.get(key, ())


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
    """The best, with at most so many of one organisation and room for a wider support beside local ones."""
    taken: List[Chosen] = []
    wider_waits = any(not chosen.local for chosen in ranked)
    for chosen in ranked:
        same = sum(other.support.organisation == chosen.support.organisation for other in taken)
        locals_taken = sum(other.local for other in taken)
        if same >= MOST_OF_ONE or (chosen.local and wider_waits and locals_taken >= MOST_LOCAL and most > 1):
            continue
        taken.append(chosen)
        if len(taken) == most:
            break
    if len(taken) < most:
        taken += [chosen for chosen in ranked if chosen not in taken][: most - len(taken)]
    return sorted(taken, key=lambda chosen: (not chosen.local,))
