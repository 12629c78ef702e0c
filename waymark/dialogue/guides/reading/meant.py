"""Whether a phrase that stands in a message is meant: not denied, not over, not somebody else's, not part of another thing."""

from __future__ import annotations

import re
from typing import Optional

from waymark.knowledge.schema import Option, Question

#: Whom a question or an option is about.
CARER, PERSON = "carer", "person"

_NOT = r"not|isn'?t|wasn'?t|no|never|rather than|instead of|without|do ?n'?t (?:get|have|do|claim)|did ?n'?t (?:get|have)|haven'?t got"
#: Stands right before a phrase that is denied, over, or not quite reached.
_DENIED = re.compile(
    rf"\b(?:{_NOT}|out of|home from|(?<!came )back from|left|discharged from|nearly|almost|under|less than|"
    r"used to (?:get|have|be on|claim|be in)|(?:work(?:s|ed|ing)?|jobs?|contract|shifts?|employed)(?: \w+)? (?:in|at|for|by))"
    r"(?: been)?(?: in| on| at| yet)?(?: a| an| any| the| my| on)? ?$"
    r"|\b(?:no ?one|nobody|none)(?: else| of us)? ?$|\bhave ?n'?t been(?: in| on| at)? ?$"
)
_WORKS_OR_WAS = re.compile(
    r"\b(?:was|were|had been|work(?:s|ed|ing)?|jobs?|contract|shifts?|employed|nurse|cook|cleaner)(?: \w+)? $"
)
#: What was only asked for is not what somebody gets.
_ASKED_FOR = re.compile(
    r"\b(?:appl(?:ied|ying|y)|put in|waiting|thinking of (?:claiming|applying)) (?:for |on )?(?:a |an |the |my )?$"
)
#: Stands right behind a phrase that names something else with it, or something long over.
_OTHER_THING = re.compile(
    r"^ (?:appointments?|visits?|letters?|transport|trips?|check-?ups?|food|cover)\b|^ (?:rate )?(?:of )?mobility\b|^ (?:many |some |\d+ )?years ago\b"
)
#: People that carers look after, and others around them.
KIN = (
    "mum|mam|mom|mother|dad|da|father|husband|hubby|wife|partner|son|daughter|brother|sister|nan|nana|gran|granny|grandma|grandad|granda|"
    "aunt|auntie|uncle|cousin|niece|nephew|friend|neighbour|grandson|granddaughter|boy|girl|child|mother[ -]in[ -]law|father[ -]in[ -]law"
)
_OF_OTHERS = re.compile(r"\b(?:his|her|their|your|late|ex)[ -]$")
#: 'He', 'mum gets', 'my husband is': somebody else does what follows; 'I', 'we': the carer does.
_SUBJECT = re.compile(
    rf"\b(?:(?P<other>s?he(?:'?s|'ll|'d)?|(?:my |our |the )?(?:{KIN})(?:'s)?(?= (?:already |also |still |now |only |just )?(?:gets?|got|is|has|was|goes|works?|claims?|receives?|studies|does|on|in|at)\b|'s\b))"
    r"|(?P<own>i(?:'m|'ve|'ll|'d)?|im|ive|we(?:'re|'ve)?|us|me|myself))(?!\w|')"
)
_ALSO_GETS = re.compile(r"^ *(?:also |still |now )?(?:gets|has|is on|claims|receives) ")
_TOGETHER = re.compile(rf"\b(?:me|i|myself) and (?:my |our |the )?(?:{KIN})\b|\b(?:{KIN}) and (?:i|me)\b")
_CLAUSE = re.compile(r"[,.;:!?\n]|\b(?:and|but|so|because|cos|whereas|while)\b")
_I_GET = re.compile(
    r"\bi(?:'m|'ve| am| have)?(?: \w+)? (?:get|got|getting|claim|claiming|receive|on|have)\b[^,.;]{0,20}$|\b(?:i'?m|i am) on $"
)
_FOR_THEM = re.compile(rf"^[^,.;]{{0,25}}\bfor (?:him|her|them|(?:my |our |the )?(?:{KIN}))\b")
_I_AM = re.compile(r"\b(?:i'?m|i am|i was|i'?ve been)(?: the one| myself| still| also| just| currently)* ?$")


def is_meant(question: Question, option: Optional[Option], text: str, start: int, end: int) -> bool:
    """Whether the phrase `text[start:end]` (small letters) stands for `option` of `question`."""
    before, phrase, after = text[:start], text[start:end], text[end:]
    elsewhere = phrase.startswith(("in ", "at ")) and _WORKS_OR_WAS.search(before)
    if _DENIED.search(before) or elsewhere or _OTHER_THING.match(after):
        return False
    if _gets(question) and _ASKED_FOR.search(before):
        return False
    if re.fullmatch(KIN, phrase) and _OF_OTHERS.search(before):
        return False
    about = whose(question, option)
    if about == CARER:
        return not _is_of_others(before)
    if about == PERSON:
        label = option is not None and _is_of_the_person(option)
        return not (_I_AM.search(before) if label else _I_GET.search(before) and not _FOR_THEM.match(after))
    return True


def whose(question: Question, option: Optional[Option] = None) -> Optional[str]:
    """Whom an option is about by its label ('I study', 'They are in hospital'), or else its question; None where neither tells."""
    label = option.label.get("uk", "").lower() if option is not None else ""
    if re.match(r"i(?:'m|'ve)?\b", label):
        return CARER
    if option is not None and _is_of_the_person(option):
        return PERSON
    ask = question.ask.get("uk", "").lower()
    speaks_of_person = re.search(r"\b(?:they|them|their|the person)\b", ask) is not None
    speaks_of_carer = re.search(r"\byou(?:r|rself)?\b", ask) is not None
    if speaks_of_person is speaks_of_carer or re.search(r"\b(?:look after|husband|wife|partner)\b", ask):
        return None
    return CARER if speaks_of_carer else PERSON


def is_of_others(clause: str) -> bool:
    """Whether a part of a sentence speaks of somebody else than the carer, and not of the carer too."""
    return _is_of_others(clause) and not any(match["own"] for match in _SUBJECT.finditer(clause))


def speaks_of_carer(text: str) -> bool:
    """Whether a message says 'I' or 'we' anywhere."""
    return any(match["own"] for match in _SUBJECT.finditer(_small(text)))


def speaks_of_others(text: str) -> bool:
    """Whether a message names somebody else, as 'he' or 'my mum', anywhere."""
    small = _small(text)
    return re.search(rf"\b(?:{KIN}|him|her|they|them)\b", small) is not None or any(
        match["other"] for match in _SUBJECT.finditer(small)
    )


def _small(text: str) -> str:
    return " ".join(text.lower().replace("’", "'").split())


def _is_of_the_person(option: Option) -> bool:
    return re.match(r"they(?:'re)? ", option.label.get("uk", "").lower()) is not None


def _gets(question: Question) -> bool:
    return re.search(r"\bgets?\b", question.ask.get("uk", "").lower()) is not None


def _is_of_others(before: str) -> bool:
    """Whether the last one to do something, in the part of the sentence that ends `before`, is somebody else."""
    if _TOGETHER.search(before):
        return False
    clause = _CLAUSE.split(before)[-1]
    subjects = list(_SUBJECT.finditer(clause))
    if not subjects and _ALSO_GETS.match(clause):  # "she lives alone and gets …"
        return True
    return bool(subjects) and subjects[-1]["other"] is not None
