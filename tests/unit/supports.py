"""Supports made for a test, in a knowledge that holds nothing else."""

from __future__ import annotations

import dataclasses
import datetime
from typing import Any, List, Optional

from waymark.dialogue.choose import choose
from waymark.dialogue.situation import Situation
from waymark.knowledge.homes import Home
from waymark.knowledge.knowledge import Knowledge
from waymark.knowledge.schema import Support

TODAY = datetime.date(2026, 12, 1)
DUNDEE = Home(nation="scotland", place="dundee", council="dundee-city")
BCP = Home(nation="england", place="dorset", council="bcp")
DORSET = Home(nation="england", place="dorset")
LEEDS = Home(nation="england", town="Leeds")
NOWHERE = Home()


def support(name: str, **given: Any) -> Support:
    """A live support about breaks for any carer in the UK, with a number; `given` changes it."""
    confidence = given.pop("confidence", "confirmed")
    review_by = given.pop("review_by", "2027-02-21")
    contact = {"phone": given.pop("phone", "0808 808 7777"), "web": "https://example.org"}
    fields = {
        "id": name,
        "name": name,
        "organisation": f"The people of {name}",
        "areas": ["uk"],
        "topics": ["breaks"],
        "audience": "Carers",
        "summary": "It helps.",
        "contact": contact,
        "source": {"read_on": "2026-11-20", "confidence": confidence},
        "review": {"owner": "editors", "checked_on": "2026-11-21", "review_by": review_by},
        "status": "live",
    }
    return Support(**{**fields, **given})


def only(knowledge: Knowledge, *supports: Support) -> Knowledge:
    """`knowledge` with these supports and no other."""
    return dataclasses.replace(knowledge, supports={each.id: each for each in supports}, _by_topic={})


def chosen(
    knowledge: Knowledge,
    *supports: Support,
    topic: str = "breaks",
    home: Home = NOWHERE,
    situation: Optional[Situation] = None,
    **how: Any,
) -> List[str]:
    """The ids that are chosen among `supports`, in their order."""
    found = choose(situation or Situation(), only(knowledge, *supports), topic, home, today=TODAY, **how)
    return [each.support.id for each in found]
