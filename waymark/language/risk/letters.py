"""Letters without which an expression cannot match: whoever lacks them need not be tried."""

from __future__ import annotations

import sre_constants
import sre_parse
from functools import cache
from typing import Any, Dict, FrozenSet, List, Optional, Sequence, Set, Tuple

#: Words too short to tell an expression by.
_WEAK: FrozenSet[str] = frozenset(
    """
    i a me my to the and of in it is he she him her his they on at for be so we us im am have do by no not an up out or as
    < > , ?
    """.split()
) | {""}
#: Words that stand in most messages, and letters that stand in many words: of little help.
_COMMON: FrozenSet[str] = frozenset(
    """
    has had got with now here when who what all can will would was were are this that there just then very from about
    off over into like get gets going back been being because but if some want wants need said says say mum dad son
    him her his hers car bus sea ear arm hip lip eye toe leg rib jaw hand end die take took put sat any every how day
    time home help care carer week year night last not yet you your our their them its one two for age ill sick left
    """.split()
)
#: Letters by which runs are looked up.
_KEY = 3


class Letters:
    """Which expressions are worth trying on a text, by the letters they need."""

    def __init__(self, expressions: Sequence[str]) -> None:
        self._always: Set[int] = set()
        self._runs: Dict[str, List[Tuple[str, int]]] = {}
        for index, expression in enumerate(expressions):
            letters = letters_needed(expression)
            if any(len(run) < _KEY for run in letters) or not letters:
                self._always.add(index)
                continue
            for run in letters:
                self._runs.setdefault(run[:_KEY], []).append((run, index))

    def worth_trying(self, text: str) -> Set[int]:
        """Indexes of the expressions whose letters stand in `text`."""
        keys = {text[place : place + _KEY] for place in range(len(text) - _KEY + 1)}
        found = set(self._always)
        for key in keys & self._runs.keys():
            found.update(index for run, index in self._runs[key] if run in text)
        return found


@cache
def letters_needed(expression: str) -> FrozenSet[str]:
    """Runs of letters of which at least one stands in every text that `expression` matches; empty: nothing useful is known."""
    found = _needed(sre_parse.parse(expression))
    return found if found is not None and _weight(found) > 0 else frozenset()


def _weight(letters: FrozenSet[str]) -> int:
    """How telling the least telling run is."""
    return min((_telling(run.strip()) for run in letters), default=0)


def _telling(run: str) -> int:
    return 0 if run in _WEAK or len(run) < _KEY else 1 if run in _COMMON else len(run)


def _needed(parsed: Any) -> Optional[FrozenSet[str]]:
    found: List[FrozenSet[str]] = []
    run = ""
    for operator, value in parsed:
        if operator is sre_constants.LITERAL:
            run += chr(value)
            continue
        if run:
            found.append(frozenset([run]))
            run = ""
        inner = _inside(operator, value)
        if inner is not None:
            found.append(inner)
    if run:
        found.append(frozenset([run]))
    return max(found, key=lambda letters: (_weight(letters), -len(letters)), default=None)


def _inside(operator: Any, value: Any) -> Optional[FrozenSet[str]]:
    """What the inner part of a group, a repetition or a choice needs."""
    if operator is sre_constants.SUBPATTERN:
        return _needed(value[3])
    if operator in (sre_constants.MAX_REPEAT, sre_constants.MIN_REPEAT) and value[0] > 0:
        return _needed(value[2])
    if operator is sre_constants.BRANCH:
        branches = [_needed(branch) for branch in value[1]]
        known = [branch for branch in branches if branch is not None]
        return frozenset().union(*known) if len(known) == len(branches) else None
    return None
