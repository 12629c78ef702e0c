"""Who writes: a carer, a young carer, a parent, a professional, somebody for another, or the one cared for."""

from __future__ import annotations

import re
from typing import Optional, Sequence

from waymark.language.facts.caring import Caring
from waymark.language.facts.people import Someone

CARER, YOUNG_CARER, PARENT_CARER = "carer", "young_carer", "parent_carer"
PROFESSIONAL, THIRD_PERSON, CARED_FOR = "professional", "third_person", "person_cared_for"
GROWN_UP = 18

_ROLE = (
    r"(?:(?:(?!student|trainee)\w+ )?nurse|gp|doctor|(?:\w+ )?receptionist|social worker|(?:\w+ )?teacher|teaching assistant|head ?teacher|head of year|deputy head|form tutor|tutor|lecturer|senco"
    r"|pharmacist|(?:occupational |speech )?therapist|ot|physio(?:therapist)?|health visitor|midwife|(?:\w+ )?link worker|social prescriber|care coordinator|care manager"
    r"|(?:support|care|youth|housing|advice|key|welfare|family|outreach|project|case|misuse|addiction|charity|church|community) (?:worker|officer|adviser|advisor)|home carer|paid carer|hr (?:manager|officer|adviser|advisor|lead|director)|(?:line|ward|practice|team|home|service|project|office) manager"
    r"|manager|employer|consultant|paramedic|ward (?:sister|clerk)|discharge (?:co ?ordinator|nurse)|councillor|wellbeing officer|(?:school )?counsellor|vicar|priest|minister|chaplain"
    r"|librarian|police officer|trustee|dentist|optician|psychologist|dietitian|scout leader|(?:\w+ )?wellbeing lead|carers'? lead|professional|clinician|commissioner|hca|health ?care assistant|imam|rabbi|vet|volunteer (?:at|with|for))"
)
_AT_WORK = re.compile(
    rf"\b(?:i'?m|i am|we'?re|we are|^as|(?:work(?:ing)?|speaking|writing|here) as) (?:(?:a|an|the|your|his|her|their|one of the|also|based as|working as|both) )+(?:(?!retired|former|ex\b|student|trainee)[\w']+ ){{0,3}}?{_ROLE}\b(?! (?:for|of) my (?:mum|dad|wife|husband))"
    rf"|^(?:hi|hello|good morning)?[,. ]*(?:(?!retired|former|ex\b|my|our|the|student|his|her|can|could|is|are|does|do|how|what|who)[\w']+ ){{0,2}}{_ROLE}(?: specialist| practitioner| lead)?(?: here\b| at\b|,|\.|:| \-)"
    r"|\b(?:i|we) (?:run|manage|own|lead|head up) (?:a|an|the|our|this) (?:\w+ ){0,3}(?:pharmacy|surgery|practice|school|nursery|care home|home|charity|firm|company|business|shop|cafe|team|service|group|club|ward|hospice|library|college|centre|office|clinic)\b|(?<!do )\bi teach (?:in|at|to|year|yr|primary|secondary|a (?:boy|girl|lad|class))\b|\bwe employ\b"
    r"|\bi work (?:nights |days )?(?:in|at|for|as|with|on) (?:\w+ ){0,5}?(?:care home|hospital|surgery|school|nursery|charity|hospice|council|pharmacy|college|university|ward|clinic|library|carers|families|patients|hr|practice)\b"
    r"|\b(?:we are|we're|this is) (?:a|an|the) (?:\w+ ){0,3}(?:practice|surgery|school|pharmacy|charity|firm|company|employer|team|business|care home|hospice|college|university|council|trust|service|organisation)\b",
    re.IGNORECASE,
)
_THEIRS = re.compile(
    r"\b(?:my|our|one of (?:my|our)|of (?:my|our)) (?:\w+ )?(?:patients?|pupils?|clients?|service users?|employees?|staff|team members?|members? of staff|residents?|learners?|parishioners?|customers?|students?|nurses|ward teams?)(?:'s?)?\b|\b(?:one|some|two|several) of (?:my|our) team\b"
    r"|\b(?:refer|referring|signpost|signposting|spot|code|flag) (?:(?:a|an|the|our|my|more|any|hidden|unpaid|young|these|such|on) )*(?:patients?|pupils?|clients?|carers?|families|relatives|employees|her on|him on|them on|staff|students?)\b"
    r"|\b(?:carer|carers) (?:awareness|friendly)\b|\bour (?:gp )?(?:surgery|practice|ward|pharmacy|firm|company|workplace|organisation) (?:wants?|would like)\b",
    re.IGNORECASE,
)
_NOT_AT_WORK = re.compile(
    r"\b(?:retired|former|ex) (?:\w+ )?"
    + _ROLE
    + r"\b|\bused to (?:be|work|nurse|teach)\b|\bnot (?:her|his|their|a|the|my|your|asking for my) (?:\w+ )?(?:teacher|nurse|doctor|social worker|patients|worker)\b"
    r"|\bnot (?:here )?(?:as|in) a professional\b|\bwriting as (?:a|an|his|her|the) (?:\w+ )?(?:aunt|uncle|friend|mum|dad|daughter|son|carer|sister|brother|wife|husband|neighbour|gran|parent)\b|\bjust a (?:\w+ )?(?:friend|neighbour)\b"
    r"|\bnot (?:asking )?for (?:my )?work\b|\bgave up (?:nursing|teaching)\b|\bwas an? " + _ROLE + r"\b(?! when)",
    re.IGNORECASE,
)
_FOR_ANOTHER = re.compile(
    r"\b(?:asking|writing|enquiring|(?:message|question) is) (?:this )?(?:for|on behalf of) (?:a|my|our|his|her) (?:\w+ )?(?:friend|neighbour|sister|brother|mum|dad|aunt|uncle|colleague|cousin|daughter|son|mate|pal|parents|gran|nan)\b"
    r"|\bon behalf of\b|\bwhat (?:could|can|should|do) i (?:suggest|offer|recommend)\b|\b(?:suggest|recommend|pass (?:it|this|that)(?: on)?) to (?:him|her|them)\b|\bnumber (?:\w+ ){0,2}give (?:him|her|them)\b"
    r"|\bhow (?:can|do|could) i help (?:him|her|them) (?:get|find|to)\b|\bhelp for my (?:friend|neighbour|colleague)\b",
    re.IGNORECASE,
)
_I_HAVE = re.compile(
    r"\b(?:i have|i've got|i've|i've had|i had|that i've got|i live with|i suffer from|i'?m (?:a )?(?:disabled|blind|deaf|bedbound|housebound|paralysed|registered|wheelchair user)|i am (?:disabled|blind|deaf|bedbound|housebound|paralysed|registered)|, a wheelchair user|i use a wheelchair|i'?m \d\d,? (?:with|and have|and i have|and i've got)|my (?:ms|parkinson'?s|dementia|stroke|disability|condition|illness))\b(?P<what>[^.!?]{0,40})",
    re.IGNORECASE,
)
_CARES_LIKE = re.compile(
    r"\b(?:he|she|they|my \w+(?: \w+)?)(?:'s|'d)? (?:also |always |just )?(?:does everything|does it all|does all the caring|does so much|is my carer|comes? every day|washes me|gave up)|\b(?:like|want|get|need) (?:my|him|her) (?:\w+ )?to (?:have|get) (?:some )?(?:help|support|a break)|\b(?:support|help|money) (?:my|he|she|him|her) \w+ (?:could|can|might) (?:have|get)",
    re.IGNORECASE,
)
_AT_SCHOOL = re.compile(
    r"\bmy (?:(?:form|head|english|maths) )?(?:teachers?|homework|school ?work|sats|class ?mates|lessons|school friends)\b|\b(?:i|im|i'm|i am) (?:\w+ ){0,3}?(?:miss(?:ing)?|late for|late to|bunk off|skip|get to|go to|going to|still at|leave|finish) (?:\w+ )?school\b"
    r"|\b(?:after|before) school\b|\b(?:gave|got|get|getting|given|giving) (?:me )?(?:\w+ )?detentions?\b|\b(?:i'?m|im|i am) (?:a )?(?:kid|child|teen|teenager)\b",
    re.IGNORECASE,
)
_TEACHES = re.compile(
    r"\bi teach\b|\b(?:i'?m|i am) (?:a|his|her|their) (?:\w+ )?(?:teacher|tutor|ta)\b|\bstudent nurse\b", re.IGNORECASE
)
#: So clear that nobody need be named.
_PUPIL = re.compile(
    r"\bmy (?:homework|head of year|form tutor|sats)\b|\b(?:i|me|got|getting|giving me) (?:\w+ )?detentions?\b|\b(?:i'?m|im|i am) in (?:year|yr) ?\d",
    re.IGNORECASE,
)
_BRINGING_UP = re.compile(
    r"\b(?:ehcp|ehc plan|send|senco|sen|camhs|nursery|school|schools|teacher|classroom|class|paediatric\w*|short breaks|family fund|dla|child disability payment|health visitor|special needs|one to one|additional needs|additional support|playgroup|sure start|local offer|transition|his mum|her mum|foster)\b"
    r"|\b(?:have|have got|'ve got|got|with) (?:a|two|three|four) (?:\w+ ){0,2}(?:child|children|kids|toddler|baby)\b|\bmy (?:little|wee|small|young|disabled|poorly|severely disabled) (?:boy|girl|one|son|daughter|child|lad|man)\b|\bparent carers?\b|\bmy (?:child|children|kid|kids|toddler|baby|bairn|wean)\b",
    re.IGNORECASE,
)


def read_voice(
    text: str,
    people: Sequence[Someone],
    caring: Caring,
    kin: Sequence[str],
    carer_age: Optional[int],
    person_age: Optional[int],
) -> Optional[str]:
    """The voice, or None where the message tells nothing of who writes.

    `kin`: relationships of those looked after; `carer_age`: of the writer, `person_age`: of the person, where told.
    """
    ours = [
        one
        for one in people
        if (one.kin and one.whose == "writer")
        or (one.kin == "parent" and not one.whose and one.word not in ("parent", "parents"))
    ]
    if _is_at_work(text, caring, ours):
        return PROFESSIONAL
    if _NOT_AT_WORK.search(text) and _THEIRS.search(text) and not caring.by_writer:
        return THIRD_PERSON
    if caring.for_writer and not (caring.by_writer and kin):
        return CARED_FOR
    if caring.by_other and not caring.by_writer:
        return THIRD_PERSON
    if _is_cared_for(text, caring, kin):
        return CARED_FOR
    if _FOR_ANOTHER.search(text) and not caring.by_writer and (people or carer_age is None) and _names_another(people):
        return THIRD_PERSON
    return _carer(text, people, caring, kin, carer_age, person_age)


def _is_at_work(text: str, caring: Caring, ours: Sequence[Someone]) -> bool:
    if caring.by_writer or _NOT_AT_WORK.search(text):
        return False
    if _THEIRS.search(text):
        return not ours or bool(_AT_WORK.search(text))
    return bool(_AT_WORK.search(text)) and not ours


def _is_cared_for(text: str, caring: Caring, kin: Sequence[str]) -> bool:
    """Whether the writer is ill or disabled, and looks after nobody."""
    if caring.by_writer or not _I_HAVE.search(text):
        return False
    return bool(_CARES_LIKE.search(text))


def _names_another(people: Sequence[Someone]) -> bool:
    return bool(people)


def _carer(
    text: str,
    people: Sequence[Someone],
    caring: Caring,
    kin: Sequence[str],
    carer_age: Optional[int],
    person_age: Optional[int],
) -> Optional[str]:
    if carer_age is not None and carer_age < GROWN_UP:
        return YOUNG_CARER
    if (
        carer_age is None
        and not _TEACHES.search(text)
        and _PUPIL.search(text)
        and not any(one.kin == "child" for one in people)
    ):
        return YOUNG_CARER
    is_parent = "child" in kin[:1] or "grandchild" in kin[:1]
    if (
        carer_age is None
        and kin
        and not is_parent
        and not _TEACHES.search(text)
        and _AT_SCHOOL.search(text)
        and not any(one.kin == "child" for one in people)
    ):
        return YOUNG_CARER
    if is_parent and _is_young(text, people, person_age):
        return PARENT_CARER
    return CARER if caring.by_writer or kin else None


def _is_young(text: str, people: Sequence[Someone], person_age: Optional[int]) -> bool:
    """Whether the child looked after is under age, as far as the message tells."""
    if person_age is not None:
        return person_age < GROWN_UP
    return bool(_BRINGING_UP.search(text))
