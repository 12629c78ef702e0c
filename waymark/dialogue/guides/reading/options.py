"""Options, as carers type them: their label, a number of the list, other words for them, yes and no."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Dict, List, Optional, Sequence, Set, Tuple

from rapidfuzz.distance import DamerauLevenshtein

from waymark.dialogue.guides.reading.meant import KIN, is_meant
from waymark.dialogue.guides.reading.numerals import in_digits
from waymark.knowledge.guides.answers import NO, YES
from waymark.knowledge.schema import Question

_YES = re.compile(
    r"^\W*(?:(?:oh|well|um+|erm?|ok|okay|god|hi|sorry),? )*(?:yes+|yeah?|yea|yep|yup|aye|ye|ya|y|sure|definitely|absolutely|of course|course|correct|right|true|"
    r"certainly|indeed|ok|okay|i think so|think so|probably|mostly|i do|i am|i have|i did|he does|she does|they do|he is|she is|they are|"
    r"he has|she has|they have|we do|we have|we are|it is|it does|there is|she did|he did|i've|i can|i would)\b"
)
_NO = re.compile(
    r"^\W*(?:(?:oh|well|um+|erm?|ok|okay|sorry|god),? )*(?:no+|nope|nah|naw|n|never|not (?:yet|really|any ?more|now|at all|as far|that)|none|nobody|no one|noone|"
    r"negative|i don'?t|i do not|i'?m not|i am not|i haven'?t|i have not|i didn'?t|he doesn'?t|she doesn'?t|they don'?t|he isn'?t|dont think so|do not think so|"
    r"she isn'?t|they aren'?t|he hasn'?t|she hasn'?t|they haven'?t|we don'?t|we haven'?t|it isn'?t|it doesn'?t|i can'?t|"
    r"there isn'?t|there'?s no|afraid not|i wish|i doubt it|doubt it)\b"
)
_NONE = re.compile(
    r"^\W*(?:none|nothing|neither|no|nope|not any|none of (?:these|them|those|the above)|nowt|nobody|no ?one)\b"
    r"|^\W*(?:(?:i|we|i'?m|i am|we'?re|he|she|they|he'?s|she'?s) )*(?:not (?:on|getting|claiming|receiving)|do(?:es)? ?n'?t (?:get|claim|have|receive)|dont (?:get|claim|have)) any(?:thing)?\b"
)
_ALL = re.compile(r"^\W*(?:all|everything|all of (?:them|it|these|the above)|both|the lot)\W*$")
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh")
#: Lengths of time are said of anything, and people are named for many reasons: neither alone tells for a question not asked.
_ONLY_TIME = re.compile(
    r"(?:(?:an?|over|more than|less than|about|few|couple of|half|just|a few|\d+|[a-z]+) )*(?:day|week|month|year)s?"
)
_ONLY_SOMEBODY = re.compile(rf"(?:my|our|his|her) (?:\w+ )?(?:{KIN})")
_CARED_FOR = re.compile(r"\b(?:look(?:ing|s)? after|car(?:e|es|ed|ing|er) (?:for|of)|help(?:s|ing)?) $")
_SAYS_NOT = re.compile(r"\b(?:not|do(?:es)?n'?t|isn'?t|aren'?t|haven'?t|hasn'?t|wasn'?t|didn'?t)\b")
#: In a message so short, all that is named being denied is 'none of these'.
_MOST_WORDS_OF_DENIAL = 7
#: From so many letters on a word may be misspelt by one.
_FUZZY_FROM = 6
#: A part of a label with fewer letters is no phrase of its own.
_LEAST_OF_A_PART = 3


def read_yes_no(question: Question, text: str) -> Optional[str]:
    """`yes` or `no`; None where neither is clear."""
    plain = _plain(text)
    if _NO.match(plain):
        return NO
    if _YES.match(plain):
        return YES
    named = _by_number(question, text) or named_options(question, text)
    return named[0] if len(named) == 1 else None


def read_choice(question: Question, text: str, numbered: bool = True) -> Optional[str]:
    """The one option a text names; None where it names none or several. `numbered`: '2' is the second one."""
    chosen = _by_number(question, text) if numbered else []
    named = chosen or named_options(question, text)
    if len(named) == 1:
        return named[0]
    if not named and _NONE.match(_plain(text)):
        return _none(question)
    return None


def read_several(question: Question, text: str, numbered: bool = True) -> Optional[List[str]]:
    """All options a text names; None where it names none."""
    plain = _plain(text)
    alone = [str(option.id) for option in question.options if option.alone]
    if _ALL.match(plain):
        return [str(option.id) for option in question.options if not option.alone]
    named = (_by_number(question, text) if numbered else []) or named_options(question, text)
    together = [name for name in named if name not in alone]
    if together:
        return together
    if named:
        return named[:1]
    is_none = _NONE.match(plain) or _denies_all(question, plain)
    return alone[:1] if alone and is_none else None


def _denies_all(question: Question, text: str) -> bool:
    """'Not in hospital': an option is named, but only to say that it is not so."""
    is_short = len(text.split()) <= _MOST_WORDS_OF_DENIAL
    return (
        is_short and _SAYS_NOT.search(text) is not None and any(_places(phrase, text) for phrase in _phrases(question))
    )


def named_options(question: Question, text: str) -> List[str]:
    """Options whose label or other words stand in a text, in the question's order; the longest phrase at a place counts."""
    plain = _plain(text)
    return _named(
        question,
        plain,
        [(*at, option) for phrase, option in _phrases(question).items() for at in _places(phrase, plain)],
    )


def aside_options(question: Question, text: str, others: Sequence[Question]) -> List[str]:
    """Options a text names though another question was asked, in the question's order.

    Only what can mean nothing else counts: several words or an abbreviation, spelt right, that stand for no option of
    any of the `others`; and never 'none of these'.
    """
    plain = _plain(text)
    elsewhere = {phrase for other in others if other is not question for phrase in _phrases(other)}
    alone = {str(option.id) for option in question.options if option.alone}
    telling = _abbreviations(question)
    found = [
        (*at, option)
        for phrase, option in _phrases(question).items()
        if (" " in phrase or phrase in telling) and phrase not in elsewhere and not _ONLY_TIME.fullmatch(phrase)
        for at in _exact(phrase, plain)
        if not _ONLY_SOMEBODY.fullmatch(phrase) or _CARED_FOR.search(plain[: at[0]])
    ]
    return [option for option in _named(question, plain, found) if option not in alone]


def _named(question: Question, text: str, found: List[Tuple[int, int, str]]) -> List[str]:
    """The options found from place to place, without those that are not meant or stand inside another."""
    options = {str(option.id): option for option in question.options}
    said = [each for each in found if is_meant(question, options.get(each[2]), text, each[0], each[1])]
    kept = {
        option
        for start, end, option in said
        if not any(s <= start and end <= e and (s, e) != (start, end) for s, e, _ in said)
    }
    return [str(option.id) for option in question.options if str(option.id) in kept]


def _abbreviations(question: Question) -> Set[str]:
    """Words all in capitals in labels, as 'PIP'."""
    labels = [label for option in question.options for label in option.label.values()]
    return {word.lower() for label in labels for word in re.findall(r"\b[A-Z]{2,}\b", label)}


@lru_cache(maxsize=512)
def _phrases_of(given: Tuple[Tuple[str, Tuple[str, ...], Tuple[str, ...]], ...]) -> Dict[str, str]:
    found: Dict[str, str] = {}
    for option, labels, says in given:
        for phrase in (*labels, *says):
            found.setdefault(_plain(phrase), option)
    parts = [(part, option) for option, labels, _ in given for label in labels for part in _parts(label)]
    for part, option in parts:
        if all(other == option for same, other in parts if same == part):
            found.setdefault(part, option)
    return found


def _parts(label: str) -> List[str]:
    """'PIP or Disability Living Allowance' are two phrases."""
    parts = [part.strip() for part in re.split(r",|/|;|:|\b(?:or|and)(?: such)?\b", _plain(label))]
    return [part for part in parts if len(part) >= _LEAST_OF_A_PART and len(parts) > 1]


def _phrases(question: Question) -> Dict[str, str]:
    """Phrase -> option, of labels, parts of labels and other words."""
    return _phrases_of(tuple((str(each.id), tuple(each.label.values()), tuple(each.says)) for each in question.options))


def _places(phrase: str, text: str) -> List[Tuple[int, int]]:
    """Where a phrase stands in a text as whole words, also misspelt by a letter where it is one long word."""
    exact = _exact(phrase, text)
    if exact or " " in phrase or len(phrase) < _FUZZY_FROM:
        return exact
    return [
        match.span()
        for match in re.finditer(r"[a-z']+", text)
        if abs(len(match[0]) - len(phrase)) <= 1
        and match[0][0] == phrase[0]
        and DamerauLevenshtein.distance(match[0], phrase, score_cutoff=1) <= 1
    ]


def _exact(phrase: str, text: str) -> List[Tuple[int, int]]:
    return [match.span() for match in re.finditer(rf"(?<!\w){re.escape(phrase)}(?!\w|'t\b)", text)]


def _by_number(question: Question, text: str) -> List[str]:
    """Options by their numbers in the list: '2', '1, 3 and 4', 'the second one'."""
    digits = in_digits(text).strip(" .!")
    ordinal = re.fullmatch(rf"(?:the )?({'|'.join(_ORDINALS)})(?: one| option)?", digits.replace(" 1", " one"))
    if ordinal:
        numbers: Sequence[int] = [_ORDINALS.index(ordinal[1]) + 1]
    elif re.fullmatch(r"(?:(?:number|option|no|nr)\.? ?)?\d(?:\)|\.)?(?:(?:, ?| and | & | )\d)*", digits):
        numbers = [int(number) for number in re.findall(r"\d", digits)]
    else:
        return []
    options = [str(option.id) for option in question.options]
    if any(not 1 <= number <= len(options) for number in numbers):
        return []
    return [options[number - 1] for number in dict.fromkeys(numbers)]


def _none(question: Question) -> Optional[str]:
    """The option that says 'none of these', where there is one."""
    return next((str(option.id) for option in question.options if str(option.id) in ("none", "neither", NO)), None)


def _plain(text: str) -> str:
    return " ".join(text.lower().replace("’", "'").replace("–", "-").split())
