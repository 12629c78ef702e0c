"""Groups of words that danger patterns use by name: {me} in a pattern stands for the words of the group 'me'."""

from __future__ import annotations

import re
from functools import cache
from typing import Dict, Iterable, Iterator, List, Mapping, Optional, Pattern, Tuple

from waymark.knowledge.schema.risk import RiskPattern, WordGroup

#: {3} and {0,3} are repetitions, no names.
_NAME = re.compile(r"\{([a-z]\w*)\}")
_LINES, _WHOLE = ("pattern", "unless"), ("also", "nowhere")

#: What is wrong with a group or a pattern: its id or example, the field, and what.
Wrong = Tuple[str, str, str]


class Groups:
    """The words of every group, names within them replaced. A group may name those above it."""

    def __init__(self, groups: Iterable[WordGroup]) -> None:
        self._words: Dict[str, str] = {}
        self.wrong: List[Wrong] = []
        for group in groups:
            what = _wrong(group.words, self._words)
            if what is None:
                self._words[group.id] = f"(?:{_filled(group.words, self._words)})"
            else:
                self.wrong.append((group.id, "words", what))

    def wrong_in(self, pattern: RiskPattern) -> List[Wrong]:
        """What is wrong with the expressions of a pattern: names that no group bears, and what is no expression."""
        found = ((field, _wrong(text, self._words)) for field, text in _expressions(pattern))
        return [(pattern.example, field, what) for field, what in found if what is not None]

    def spelled_out(self, pattern: RiskPattern) -> RiskPattern:
        """The pattern with every name replaced by its words."""
        lines = {field: [_filled(line, self._words) for line in getattr(pattern, field)] for field in _LINES}
        texts = {field: getattr(pattern, field) for field in _WHOLE}
        whole = {field: text and _filled(text, self._words) for field, text in texts.items()}
        return pattern.copy(update={**lines, **whole})


@cache
def compiled(expression: str) -> Pattern[str]:
    """The expression between two blanks, so that it begins and ends with whole words of tidied text; the last blank may be its own.

    Kept for the life of the process: the same patterns are read again whenever any knowledge file changes.

    Raises:
        re.error: it is no regular expression.
    """
    return re.compile(f" (?:{expression})(?:(?= )|(?<= ))")


def _expressions(pattern: RiskPattern) -> Iterator[Tuple[str, str]]:
    """(field, expression) of every regular expression of a pattern."""
    yield from ((field, line) for field in _LINES for line in getattr(pattern, field))
    yield from ((field, getattr(pattern, field)) for field in _WHOLE if getattr(pattern, field) is not None)


def _wrong(expression: str, known: Mapping[str, str]) -> Optional[str]:
    """Why an expression cannot be used, told without compiling all the words it names."""
    for name in _NAME.findall(expression):
        if name not in known:
            return f"'{{{name}}}' is no group of knowledge/risk/words.yml above it"
    try:
        re.compile(_NAME.sub("x", expression))
    except re.error as error:
        return f"'{expression}' is no regular expression: {error}"
    return None


def _filled(expression: str, known: Mapping[str, str]) -> str:
    return _NAME.sub(lambda match: known[match.group(1)], expression)
