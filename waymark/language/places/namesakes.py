"""Tell a place from what only bears its name: a person, a street, a football club, a cake, a pub."""

from __future__ import annotations

import re

from waymark.language.places.mention import Mention, after, sentence_before

#: "Mrs Poole", "Dr Sherborne", "the Duke of York"; "miss" only with a capital, because people miss places.
_TITLE_BEFORE = re.compile(
    r"\b(?:[Mm]r|[Mm]rs|[Mm]s|Miss|[Dd]r|[Dd]octor|[Nn]urse|[Pp]rof(?:essor)?|[Cc]ll?r|[Cc]ouncillor|Lord|Lady|Sir|Dame|Baron(?:ess)?"
    r"|(?i:duke|duchess|earl|bishop|prince(?:ss)?|battle|bank|church) of)\.? $"
)
#: "my son Camden is autistic", "a girl called Chelsea": first names; "a village called Studland" is none.
_CALLED_BEFORE = re.compile(
    r"\b(?<!village )(?<!place )(?<!town )(?<!area )(?<!estate )(?:called|named(?: after)?|dog|cat) $", re.IGNORECASE
)
_KIN_BEFORE = re.compile(
    r"\b(?:son|daughter|brother|sister|husband|wife|partner|friend|neighbour|cousin|nephew|niece|grandson|granddaughter|uncle|aunt(?:ie|y)?) $",
    re.IGNORECASE,
)
_DOES_AFTER = re.compile(r"^(?:,? (?:who|is|has|was|needs|can|can't|will|won't|helps|gets|goes)\b|'s\b)", re.IGNORECASE)
#: "Weymouth Street", "Dundee United", "Dundee cake", "the Dorset Arms", "the London marathon".
_THING_AFTER = re.compile(
    r"^ (?:(?i:street|road|rd|avenue|lane|terrace|crescent)\b|(?:St|Ave|Close|Drive|Court|House|Gardens)\b(?! in\b)"
    r"|(?i:united|rovers|wanderers|athletic|albion|a?fc|football|game|match|fans?|supporters?|season ticket|plays?|lost|won)\b"
    r"|(?i:(?:\w+ )?(?:cakes?|marmalade|puddings?|pies?|past(?:y|ies)|sausages?|cheese|biscuits?|sauce|tarts?|buns?|hotpot))\b"
    r"|(?i:arms|inn|tavern|pub|office|branch|factory|depot|shipyard|barracks)\b|(?i:(?:\w+ )?(?:trip|outing|honeymoon|marathon|festival))\b)"
)
#: "Stockport County" is a club; "Antrim county" is no town.
_CLUB_AFTER = re.compile(r"^ county\b(?! (?:council|hospital|hall))", re.IGNORECASE)
_SUPPORTER_BEFORE = re.compile(
    r"\b(?:watch(?:es|ed|ing)?|(?:he|she|dad|mum|husband|son|brother|grandad) (?:\w+ )?(?:supports|follows)|(?:fan|supporter) of) $",
    re.IGNORECASE,
)


def is_namesake(mention: Mention, text: str) -> bool:
    """Whether the words around a name show that something else bears it."""
    if mention.name is None:
        return False
    so_far, following = sentence_before(text, mention.start), after(text, mention.end)
    return (
        any(pattern.search(so_far) for pattern in (_TITLE_BEFORE, _CALLED_BEFORE, _SUPPORTER_BEFORE))
        or bool(_KIN_BEFORE.search(so_far) and _DOES_AFTER.match(following))
        or bool(_THING_AFTER.match(following))
        or bool(not mention.wide and _CLUB_AFTER.match(following))
    )
