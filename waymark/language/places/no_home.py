"""Tell a place where somebody lives from one that is only spoken of: left long ago, worked in, travelled to, dreamt of."""

from __future__ import annotations

import re

from waymark.language.places.mention import Mention, after, before, sentence_after, sentence_before

#: "not in Dundee", "nae Lochee": what follows may be the right one, as in "not Dundee, Angus".
_NOT_BEFORE = re.compile(
    r"\b(?:not|isn'?t|aren'?t|wasn'?t|never|nae|no|don'?t|doesn'?t)(?: liv(?:e|ing)| stay| based)?(?: in| from| near)?(?: the)? $",
    re.IGNORECASE,
)
#: No longer: "moved here from Leeds", "used to live in Bath", "came out of a home in Poole".
_NO_LONGER_BEFORE = re.compile(
    r"\b(?:mov(?:e|ed|ing)(?: \w+){0,5}? from|left|used to (?:live|stay|be)[\w' ]{0,12} (?:in|near)"
    r"|(?:c[oa]me|coming|discharged|got|back) (?:home |back |out )?(?:from|out of)(?: \w+){0,4}? (?:in|at)) $",
    re.IGNORECASE,
)
_HERE_AND_THERE = r"(?: (?:up|down|over|out|back|here|there|away|off|together))*"
_SOMEONE = r"(?:i|he|she|we|they|who|dad|mum|father|mother|husband|wife|son|daughter|brother|sister|gran|nan|grandad)(?:'s|'m|'ve|'re)?"
#: What happened there once: where people were born, married or on holiday.
_HAPPENED_BEFORE = re.compile(
    rf"\b(?:adopted|evacuated|born(?: and (?:bred|raised))?|grew up|brought up|{_SOMEONE} (?:first )?met|married"
    r"|(?:honeymoon|wedding|funeral)(?:ed)?(?: (?:is|was))?|holidayed|trips? to|stopped|a (?:\w+ )?(?:day out|outing|holiday)"
    r"|(?:on|our|my|his|her|last) (?:\w+ )?(?:holidays?|day out|outing)"
    r"|(?:with|for|want|need|love|like|had|have|on|book(?:ed)?|spen[dt]|do with) an? (?:\w+ )?(?:week|weekend|fortnight|day(?! out)|night|few days)"
    rf"){_HERE_AND_THERE}(?: (?:in|at|near|to|from|on|around))?(?: the)? $",
    re.IGNORECASE,
)
#: "where can I take mum for a day out near Blackpool" asks for help there.
_ASKED_BEFORE = re.compile(r"\bfor an? (?:\w+ )?(?:day out|outing|holiday) (?:in|near|around) $", re.IGNORECASE)
#: What happens there by day, or did: where people work, go to school or were nurses.
_WORKS_BEFORE = re.compile(
    rf"\b(?:{_SOMEONE} (?:\w+ )?work(?:s|ed|ing)?(?: (?:part|full) time| nights| days| shifts| as an? \w+)?|studi(?:es|ed)|taught|teaches"
    r"|trained|served|stationed|to (?:school|uni|university|college|work)|at (?:school|work)|commut(?:e|es|ed|ing) to"
    r"|(?:my|his|her|their|our|the) (?:new )?(?:job|work|office|head office|workplace|specialist|consultant|nearest specialist)(?: is|'s)"
    rf"|{_SOMEONE} (?:was|were|had been)(?: once)? (?:an?|in the|with the|on the)"
    r" (?!(?:\w+ )?(?:hospital|home|ward|unit|flat|house|patient|resident|tenant))(?:[\w']+ ){0,2}[\w']+"
    rf"|used to (?!live|stay|be\b)[\w']+){_HERE_AND_THERE}(?: (?:in|at|near|from|for|on|around|with))?(?: the)? $",
    re.IGNORECASE,
)
#: "I miss Dundee", "she talks about Leeds", "he thinks he's back in Poole": thoughts.
_THOUGHT_BEFORE = re.compile(
    rf"\b(?:{_SOMEONE} (?:really |do |always )?(?:miss(?:es|ed)?|love[sd]?|remembers?)|to (?:see|visit)|talk(?:s|ed|ing)? about|(?:letter|call|email) from"
    rf"|drove through|(?:thinks|thought) {_SOMEONE}(?: is| was)? (?:still |back )*in|my friends are(?: all)?(?: still| back)* in) $",
    re.IGNORECASE,
)
#: "an appointment at St Pancras", "Poole hospital appointment": where somebody is seen, which often is another town.
_APPOINTMENT_BEFORE = re.compile(
    r"\b(?:appointments?|appt|outpatients?|scan|operation|consultant)(?: \w+){0,2} (?:at|in|up|with)(?: the)? $",
    re.IGNORECASE,
)
_APPOINTMENT_AFTER = re.compile(
    r"^(?: (?:hospital|infirmary|clinic))?(?: \w+)? (?:appointments?|appt|outpatients?|scan)\b", re.IGNORECASE
)
#: "we can't go to London": a journey. "I drive to Poole to look after dad": a journey to the person.
_JOURNEY_BEFORE = re.compile(
    r"\b(?:go|goes|going|went|gone|been|travel\w*|driv(?:e|es|ing)|drove|commut\w*|fl(?:y|ies|ying|ew)|train|bus|coach|taxi|flight|trek\w*"
    r"|get(?:ting)?|sent (?:him|her|them|mum|dad|me))"
    r"(?: (?:back|up|down|over|out|through|across|all the way|by \w+|on the \w+|from \w+|and forth))*? to(?: the)? $",
    re.IGNORECASE,
)
_TO_CARE = re.compile(
    r"\b(?:look(?:s|ing)? after|car(?:e|ing) for|(?:to|and) (?:see(?: to)?|help|check(?: up)? on|check in on|visit|be with|sit with|feed|support)"
    r" (?:my|our|her|him|them|mum|dad|gran|nan|granny|grandad))\b",
    re.IGNORECASE,
)
#: "I'm from Leeds but live in Poole", "mum lives in Poole but is in hospital in Leeds".
_PASSING_BEFORE = re.compile(
    r"\b(?:from|(?:hospital|hospice|rehab|intensive care|icu|a&e|ward)(?: \w+)? (?:in|at|over in|up in|down in)) $",
    re.IGNORECASE,
)

#: "home from Ninewells": a hospital, most likely.
_BACK_BEFORE = re.compile(r"\b(?:home|back|discharged|released|out) (?:from|of)(?: the)? $", re.IGNORECASE)


def is_denied(mention: Mention, text: str) -> bool:
    """Whether the message says that it is not this place."""
    return bool(_NOT_BEFORE.search(before(text, mention.start)))


def is_no_home(mention: Mention, text: str) -> bool:
    """Whether the message only speaks of the place, or says that nobody lives there any longer."""
    so_far = sentence_before(text, mention.start)
    if _NO_LONGER_BEFORE.search(so_far):
        return True
    if mention.name is None or _ASKED_BEFORE.search(so_far):
        return False
    patterns = (_HAPPENED_BEFORE, _WORKS_BEFORE, _THOUGHT_BEFORE, _APPOINTMENT_BEFORE)
    return (
        any(pattern.search(so_far) for pattern in patterns)
        or bool(_APPOINTMENT_AFTER.match(after(text, mention.end)))
        or (bool(_JOURNEY_BEFORE.search(so_far)) and not is_journey_to_care(mention, text))
    )


def is_passing(mention: Mention, text: str) -> bool:
    """Whether somebody only comes from there, or is in hospital there: another home of the same person goes before."""
    return bool(_PASSING_BEFORE.search(sentence_before(text, mention.start)))


def is_left(mention: Mention, text: str) -> bool:
    """Whether somebody comes home from there: any home that is named goes before."""
    return bool(_BACK_BEFORE.search(sentence_before(text, mention.start)))


def is_journey_to_care(mention: Mention, text: str) -> bool:
    """Whether somebody travels there to care: then the person lives there, whoever is named before."""
    return bool(
        _JOURNEY_BEFORE.search(sentence_before(text, mention.start))
        and _TO_CARE.search(sentence_after(text, mention.end))
    )
