"""Whether a child writes, or is written about: abuse of the writer or of an adult becomes a child's danger then.

All functions read tidied text with a blank at both ends (waymark.language.risk.tidy).
"""

from __future__ import annotations

import re

#: Signs that a child writes, anywhere in the message: "i am 12 . my mum hits me" is a child in danger, not an abused carer.
_CHILD_WRITES = re.compile(
    r" (?:i am|i turned|i turn|i have just turned) (?:(?:only|just|nearly|almost|still) )?"
    r"(?:[6-9]|1[0-7]|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen)"
    r"(?! (?:months?|weeks?|days?|stone|minutes?|miles?|hours?|st|lbs?|pm|am|years? (?:in|into|clean|sober|older|younger))) "
    r"|^ (?:[6-9]|1[0-7])(?: ?(?:f|m|yo|years? old|yrs? old)) "
    r"| (?:my (?:teacher|school|form tutor|head of year|homework|foster (?:mum|dad|carer)(?: s)?|social worker)|homework"
    r"|at school|(?:to|for|before|from|after) school|told (?:me )?off|told on|in trouble|pocket money|grounded|naughty"
    r"|(?:mummy|daddy|stepdad|stepmum|stepfather|stepmother)(?: s)?|(?:mum|dad) s (?:new )?(?:boyfriend|girlfriend)"
    r"|i am a minor|in year (?:[3-9]|1[0-3])|gcses?|my mocks|childline|young carer|taken away|take me away|be put in care"
    r"|(?:little|wee|baby|big) (?:brother|sister|bro|sis)|my belt|(?:his|her|the) (?:belt|slipper)) "
)
#: Signs that the writer is grown up after all: a parent writes of school too.
_ADULT_WRITES = re.compile(
    r" i am (?:1[89]|[2-9]\d) | (?:my|our) (?:(?!s |dad |mum |mam |mom )\w+ ){0,3}(?:husband|wife|partner|fiancee?|boyfriend|girlfriend|ex|son|daughter"
    r"|kids|children|grandson|granddaughter|grandkids|stepson|stepdaughter) | married | i was (?:a |little |small |young )"
    r"|^ (?:husband|wife) | i am (?:(?:a|his|her) )?(?:\w+ )?(?:wife|husband|mother|father|mum|dad|pensioner) "
    r"| (?:lad|lass|man|woman) of (?:1[89]|[2-9]\d) | (?:he|she) is my (?:husband|wife|partner) "
)
#: Signs that what is told is about a child.
_ABOUT_CHILD = re.compile(
    r" (?:(?:little|wee|young|small) (?:one|ones|boy|girl|lad|lass|brother|sister)|child|children|kids?|baby|babies|toddlers?"
    r"|newborn|infant|grandchild|grandchildren|grandkids?|pupils?|schoolboy|schoolgirl|nephew|niece|grandson|granddaughter|step(?:son|daughter)"
    r"|under fives|playground|(?:at|from|in|to|after) school|nursery|custody|(?:at|from|to) (?:his|her) (?:dad|mum|father|mother) s"
    r"|social services|contact visit|(?:he|she|they|girl|boy|lad|son|daughter|grandson|granddaughter|sister|brother|cousin)"
    r"(?: is| are| of|,| who is| just| only|, aged)*"
    r" (?:[1-9]|1[0-7]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen)"
    r"(?! (?:stone|months|weeks|years ago|days|times|hours|of|or|more|and a|in|minutes|carers|people|thousand|grand))) "
)
#: Whoever it was done to is no child.
_TO_ADULT = re.compile(
    r" (?:mum|mam|mom|dad|mother|father|gran|nan|nana|granny|grandma|grandad|wife|husband|partner|aunt|uncle|resident|patient|client)"
    r"s?(?: s)?$"
)


def child_writes(plain: str) -> bool:
    """Whether the words show that a child or teenager writes."""
    return _CHILD_WRITES.search(plain) is not None and not adult_writes(plain)


def adult_writes(plain: str) -> bool:
    """Whether the words show that a grown-up writes."""
    return _ADULT_WRITES.search(plain) is not None


def done_to_child(plain: str, met: str) -> bool:
    """Whether the message is about a child, and the words met do not end with an adult to whom it was done."""
    return _ABOUT_CHILD.search(plain) is not None and _TO_ADULT.search(met) is None
