"""Whether a fact that was found in a sentence is the labelled one."""

from __future__ import annotations

from functools import lru_cache
from typing import Dict, Mapping, Optional, Sequence

from waymark.knowledge.homes import Home, read_home
from waymark.knowledge.knowledge import Knowledge
from waymark.knowledge.loading import load_knowledge
from waymark.operations.paths import KNOWLEDGE

#: Labels may be finer than the ids of knowledge/lists: label -> ids that are right.
RELATIONSHIPS: Dict[str, Sequence[str]] = {
    **dict.fromkeys(("mother", "father"), ("parent",)),
    **dict.fromkeys(("husband", "wife"), ("partner",)),
    **dict.fromkeys(("son", "daughter"), ("child",)),
    **dict.fromkeys(("brother", "sister"), ("sibling",)),
    "other": ("relative", "parent"),  # an aunt and a mother-in-law are both labelled so
}
CONDITIONS: Dict[str, Sequence[str]] = {"copd": ("lung",), "eating_disorder": ("mental_illness",)}
#: Who writes where a message does not tell.
USUAL_VOICE = "carer"
CARER, PERSON = "home:carer", "home:person"

Found = Mapping[str, Sequence[str]]


def fact_right(name: str, wanted: Optional[str], found: Sequence[str]) -> bool:
    """`found`: values in order; of several the first counts, of conditions any. None must not be found at all."""
    if name == "voice":
        return (list(found) or [USUAL_VOICE])[0] == (wanted or USUAL_VOICE)
    if wanted is None:
        return not found
    if name == "condition":
        return bool({*CONDITIONS.get(wanted, ()), wanted} & set(found))
    meant = RELATIONSHIPS.get(wanted, (wanted,)) if name == "relationship" else (wanted,)
    return bool(found) and found[0] in meant


def homes_right(wanted: Mapping[str, Optional[str]], found: Found, knowledge: Optional[Knowledge] = None) -> bool:
    """Whether both homes lead to the same help as the labelled ones; of several the last counts, as in a slot.

    Where both are labelled, one that was found stands in for the other, as in a conversation. Abroad is abroad.
    """
    known = knowledge or _known()
    carer, person = (found[whose][-1] if found.get(whose) else None for whose in (CARER, PERSON))
    if wanted.get(CARER) and wanted.get(PERSON):
        carer, person = carer or person, person or carer
    labels = (wanted.get(CARER), wanted.get(PERSON))
    return [_home(key, known) for key in labels] == [_home(key, known) for key in (carer, person)]


def _home(key: Optional[str], knowledge: Knowledge) -> Home:
    home = read_home(key, knowledge)
    return Home(outside_uk=True) if home.outside_uk else home


@lru_cache(maxsize=1)
def _known() -> Knowledge:
    return load_knowledge(KNOWLEDGE)
