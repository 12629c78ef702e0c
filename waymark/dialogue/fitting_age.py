"""Whether a support fits the age of the person looked after, by what its entry says of whom it is for."""

from __future__ import annotations

import re
from typing import Optional

from waymark.dialogue.situation import Situation
from waymark.knowledge.schema import Support

#: A child's benefit becomes an adult's at this age, in every nation.
ADULT_BENEFITS_FROM = 16
#: About State Pension age: wide, so that nobody near it misses what they may ask about.
PENSION_AGE_FROM, PENSION_AGE_TO = 60, 70
#: Ages at which help for older people begins to be meant for somebody.
OLDER_FROM = 60

_CHILDREN_TOO = re.compile(r"\b(?:child|children|parent|family|families|young people)\b", re.IGNORECASE)
#: "Adults who care for another adult", "carers of adults", "adults with care needs": the person is grown up.
_OF_ADULTS = re.compile(
    r"\b(?:another adult|(?:of|for|after) (?:an )?adults?|adults? (?:with care needs|who (?:may )?needs?|who is|aged \d+ or over in \w+ who needs?|in \w+ (?:who|with)|with a)|an adult)\b",
    re.IGNORECASE,
)
_ABOVE_PENSION_AGE = re.compile(r"\bover state pension age\b", re.IGNORECASE)
_BELOW_PENSION_AGE = re.compile(r"\bunder state pension age\b", re.IGNORECASE)


def fits_their_age(support: Support, situation: Situation) -> bool:
    """False only where the person's age is known, or that they are a child, and the support is for another age."""
    audience = support.audience
    is_benefit = "disabled_person" in support.eligibility
    of_adults = support.eligibility == ["older_person"] or bool(_OF_ADULTS.search(audience) and not is_benefit)
    if situation.is_for_a_child and of_adults and not _CHILDREN_TOO.search(audience):
        return False
    return not is_benefit or _is_paid_at(audience, 0 if situation.is_for_a_child else None, situation.person_age)


def _is_paid_at(audience: str, child: Optional[int], age: Optional[int]) -> bool:
    """Whether a benefit is paid at this age; a child of no known age counts as a small one."""
    known = child if age is None else age
    if known is None:
        return True
    if _ABOVE_PENSION_AGE.search(audience):
        return known >= PENSION_AGE_FROM
    if _BELOW_PENSION_AGE.search(audience):
        return ADULT_BENEFITS_FROM <= known <= PENSION_AGE_TO
    return True


def is_older(situation: Situation) -> bool:
    """Whether the person, or the carer, is of an age that help for older people is meant for; their ages are known."""
    return any((age or 0) >= OLDER_FROM for age in (situation.person_age, situation.carer_age))
