"""Which of the people a message names is the one looked after."""

from __future__ import annotations

import re
from typing import List, Tuple

from waymark.language.facts.caring import Caring
from waymark.language.facts.people import Someone

#: "I'm his foster mum", "as her daughter", "only me, his nephew": the writer's own part, and who the other then is.
_OWN_PART = re.compile(
    r"\b(?:i'?m|i am|as|being|become|me,|i'?m only|i'?m just|yours truly,|just) (?:(?:a|the|his|her|their|just|only|not|also) )+(?:\w+ ){0,2}$",
    re.IGNORECASE,
)
_OTHER_PART = {
    "parent": "child", "child": "parent", "partner": "partner", "sibling": "sibling", "grandparent": "grandchild",
    "grandchild": "grandparent", "relative": "relative", "friend": "friend", "neighbour": "neighbour",
}  # fmt: skip
_NEED = re.compile(
    r"^(?:'s|s)?,? ?(?:\w+ )?(?:who )?(?:has|had|'s got|got|have|with|is|are|was diagnosed|needs?|can'?t|cannot|cannae|won't|doesn't|suffers?|struggles|wanders|fell|falls|lives with (?:me|us)|bides wi|came off|drinks|gets|forgets)\b"
    r"|^'s (?!\w+(?:ing)\b)|^,? ?\(?\d|^s? (?:dementia|stroke|cancer|alzheimer|parkinson)|^ in (?:a )?(?:wheelchair|hospital|bed|box room|the box room|a home|care)",
    re.IGNORECASE,
)
#: "does nothing", "says", "lives in Spain", "helps": the other relatives of a story.
_BYSTANDER = re.compile(
    r"^(?:'s|s)? ?(?:(?:and \w+ )?(?:does|do|never|rarely|doesn't|don't|won't|can't|didn't) (?:nothing|help|visit|want to know|bother|lift|care|understand|get it|do anything|come)|says|said|told|tells|thinks|reckons|suggested|mentioned|"
    r"works|is working|helps?|visits|comes? (?:over|round)|gets in|gave me|sorts|rang|phones|pays|lives (?:abroad|in (?:spain|australia|canada|america))|is (?:abroad|no help|useless|away|at school|married|getting married))"
    r"|^[^.!?;]{0,30} and (?:helps|visits|works|does nothing|never)\b",
    re.IGNORECASE,
)
_DEAD = re.compile(
    r"^(?:'s|s)? ?(?:,? who )?(?:\w+ )?(?:died|passed|is dead|has died|has passed|'s passed|has gone now)\b",
    re.IGNORECASE,
)
_LATE = re.compile(
    r"\b(?:late|lost (?:my|our)|buried (?:my|our)|since (?:my|our)|until (?:my|our)|funeral) (?:\w+ )?$", re.IGNORECASE
)
_DO_FOR = re.compile(
    r"\b(?:helps?|helping|support(?:ing)?|visit(?:ing)?|sit with|everything for|washing|dressing|lifting|feeding|lift|wash|dress|worried about|for|lives? with|living with|help(?:s|ing)? (?:me |us |out )?with|left with|alone with|own with|cope with|managing) (?:my|our|ma|the|his|her|me|their)?(?: (?!(?:and|or|with)\b)[\w']+){0,3} ?$",
    re.IGNORECASE,
)
#: Family before those who merely are near.
_NEAR_AND_FAR = {"friend": -0.4, "neighbour": -0.4}


def looked_after(text: str, people: List[Someone], caring: Caring) -> Tuple[List[str], List[Someone]]:
    """Relationships of those looked after, the main one first, and the people themselves where they are named.

    Both are empty where nobody is named who may be. `text` has straight apostrophes and no hyphens.
    """
    own = [one for one in people if one.kin and _OWN_PART.search(text[max(0, one.start - 40) : one.start])]
    carers = {id(one) for one in caring.carers}
    scored = [
        (_score(one, text, caring), -index, one)
        for index, one in enumerate(people)
        if one.kin and one not in own and id(one) not in carers and not _same_as(one, caring.carers)
    ]
    scored = sorted((item for item in scored if item[0] > -2), key=lambda item: (-item[0], -item[1]))
    if not scored:
        parts = [_OTHER_PART[one.kin] for one in own]
        return parts[:1], []
    best = scored[0][0]
    chosen = [one for score, _, one in scored if score == best or score >= 4]
    chosen = [scored[0][2], *sorted((one for one in chosen if one is not scored[0][2]), key=lambda one: one.start)]
    kin = list(dict.fromkeys(_to_the_carer(one, caring) for one in chosen))
    return kin[: 1 if best < 1 else 3], chosen


def _to_the_carer(one: Someone, caring: Caring) -> str:
    """ "Mum cares for Dad": he is her husband."""
    carer = next((other for other in caring.carers if other.kin), None)
    both_parents = carer is not None and carer.kin == one.kin == "parent" and carer.sex != one.sex
    return "partner" if both_parents and not caring.by_writer and one.whose != "other" else one.kin


def _same_as(one: Someone, carers: Tuple[Someone, ...]) -> bool:
    """Whether it is a carer named again: "my son … my son's wife"."""
    return any(one.word == carer.word and one.whose == carer.whose for carer in carers)


def _score(one: Someone, text: str, caring: Caring) -> float:
    before, after = text[max(0, one.start - 45) : one.start], text[one.end : one.end + 45]
    score = 0.0
    if one in caring.cared_for:
        score += 4
    if _DEAD.search(after) or _LATE.search(before):
        score -= 1.5
    elif _BYSTANDER.search(after):
        score -= 3
    elif _NEED.search(after):
        score += 2
    if _DO_FOR.search(before):
        score += 1
    if re.search(r"\bwith (?:my|our|the)? ?$|\b(?:and|&) (?:my )?$", before) and not _NEED.search(after):
        score -= 0.5
    if one.whose == "other":
        score -= 0.5
    return score + _NEAR_AND_FAR.get(one.kin, 0.0)
