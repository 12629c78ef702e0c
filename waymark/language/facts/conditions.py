"""Conditions of the person looked after, as people write them."""

from __future__ import annotations

import re
from typing import Dict, Iterator, List, Mapping, Optional, Tuple

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

#: Misspellings are looked for only in words this long; shorter ones are too like others.
FUZZY_FROM = 7
#: Longer words may have two letters wrong, the others one.
TWO_WRONG_FROM = 9
#: Everyday words and names that are one or two letters from a condition.
_NO_CONDITION = {"artistic", "addition", "additions", "strikes", "huntingdon", "huntingdons"}
#: Conditions that are everyday words too ("Ms Smith", "add me to the list"), and what tells the condition.
_EVERYDAY_TOO = {"ms", "add"}
_CONDITION_BEFORE = re.compile(
    r"\b(?:has|have|had|having|got|with|her|his|my|their|of|is|severe|progressive)(?: got)? $", re.IGNORECASE
)
#: Moods a worn-out carer tells of themselves: a condition only where it is said of another.
_OF_ANOTHER_ONLY = {"depression", "depressed", "anxiety", "sectioned"}
_THEIRS = re.compile(
    r"\b(?:he|she|they|his|her|their|\w+'s|who|him|(?:my|our|the|has|with) (?:\w+ ){0,3}?(?!own\b)[a-z]+)(?:'s|s)? (?:(?:has|have|had|'s got|got|is|was|been|gets|suffers? from|with|severe|bad|very|terrible|clinical|awful|really|a|of|lot|so|and|long|term|history|bouts?) )*$",
    re.IGNORECASE,
)
_MINE = re.compile(
    r"\b(?:i|i'm|im|i've|ive|my own|my|me|we)(?: (?:am|have|had|got|been|feel|feeling|so|very|really|get|was|with|and|own|just|a|bit|severe|bad))* $",
    re.IGNORECASE,
)
#: "not dementia, it's Parkinson's": what is said not to be is no fact.
_NEGATED = re.compile(
    r"\b(?:not|isn'?t|no|never had|rather than|hasn'?t got|without)(?: a| his| her| about| any)? $", re.IGNORECASE
)
#: "died of cancer years ago" is no condition of one who is looked after; nor is a "stroke of luck" or "falls asleep".
_OF_THE_DEAD = re.compile(
    r"\b(?:died|passed away|passed|lost (?:\w+ ){1,4}) ?(?:of|from|to|with) (?:\w+ )?$", re.IGNORECASE
)
_NOT_AFTER = re.compile(
    r"^ (?:of luck|asleep|behind|apart|out with|to me|on me|spot|date)\b|^ ?(?:walking|line)\b|^ (?:first|for (?:a|some|my)|to (?:go|get|see|know))\b",
    re.IGNORECASE,
)
#: "Dad drinks.", "she drinks too much", "on the drink again".
_DRINKS = re.compile(
    r"\b(?:he|she|they|mum|dad|mam|mother|father|brother|sister|son|daughter|husband|wife|partner|uncle|aunt|friend|mate|grandad|nan|gran)(?:'s)? (?:drinks?|drinking|(?:is |was )?(?:back )?on the drink)(?: (?:too much|heavily|a lot|every|again|and|all day|now|so|himself|herself|like)\b| ?[.,;!?]|$)"
    r"|\b(?:heavy drinker|drink problem|drinks too much|drinks heavily|on the drink|on drugs|hooked on|drug problem)\b",
    re.IGNORECASE,
)
ADDICTION = "addiction"


class Misspelt:
    """Long names of conditions with a letter or two wrong."""

    def __init__(self, words: Mapping[str, List[str]]) -> None:
        self._long: Dict[str, str] = {
            word: key for key, names in words.items() for word in names if len(word) >= FUZZY_FROM and " " not in word
        }

    def meant(self, word: str) -> Optional[str]:
        """The condition that `word` misspells; None where it is none, or spelt right."""
        lower = word.lower()
        if len(lower) < FUZZY_FROM or lower in self._long or not lower.replace("'", "").isalpha():
            return None
        if lower in _NO_CONDITION:
            return None
        wrong = 1 if len(lower) < TWO_WRONG_FROM else 2
        near = process.extractOne(lower, list(self._long), scorer=DamerauLevenshtein.distance, score_cutoff=wrong)
        if near is None or near[0][0] != lower[0] or len(near[0]) - len(lower) > 1:
            return None
        return self._long[near[0]]


def is_told(word: str, text: str, start: int) -> bool:
    """Whether the condition at `start`, named by `word`, is said of somebody who has it."""
    before, after = text[max(0, start - 60) : start], text[start + len(word) : start + len(word) + 15]
    lower = word.lower()
    if _NEGATED.search(before) or _OF_THE_DEAD.search(before) or _NOT_AFTER.search(after):
        return False
    if lower in _EVERYDAY_TOO and not _is_condition(word, text, start):
        return False
    return lower not in _OF_ANOTHER_ONLY or (not _MINE.search(before) and bool(_THEIRS.search(before)))


def drinkers(text: str) -> Iterator[Tuple[int, int]]:
    """Where a message says that somebody drinks or takes drugs too much."""
    for match in _DRINKS.finditer(text):
        yield match.start(), match.end()


def _is_condition(word: str, text: str, start: int) -> bool:
    """Whether "ms" or "add" is the condition: in capitals among small letters, the whole message, or "has ms"."""
    followed = text[start + len(word) :].strip()
    if word == "Ms" and followed[:1].isupper():  # "he is with Ms Smith"
        return False
    return (
        (word.isupper() and not text.isupper())
        or text.strip(" .!?").lower() == word.lower()
        or bool(_CONDITION_BEFORE.search(text[max(0, start - 20) : start]))
    )
