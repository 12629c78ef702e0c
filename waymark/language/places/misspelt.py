"""Find misspelt names among the words of a message."""

from __future__ import annotations

import re
from typing import AbstractSet, Iterator, List, Mapping, NamedTuple, Optional, Sequence

from waymark.language.places.meaning import Meaning
from waymark.language.places.mention import MOST_PLACES, Mention
from waymark.language.places.names import Name
from waymark.language.places.spelling import MOST_WORDS, Misspellings

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
#: Words that no name begins or ends with.
_LITTLE = frozenset(
    "a an and am at but by for from he her i im in is it me my near no not of on or our please she so the they to up us we with".split()
)


class _Word(NamedTuple):
    """A word of a message, lower case. `strange`: neither an everyday word nor a name, nor part of an exact name."""

    said: str
    start: int
    end: int
    taken: bool  # by an exact name
    strange: bool
    joined: bool  # only a space stands before it


class _Near(NamedTuple):
    """A name that some words misspell: how many letters are wrong, the place, how many words."""

    wrong: int
    mention: Mention
    words: int


class MisspeltFinder:
    """Looks where a place could stand, and only at words that are no everyday words."""

    def __init__(self, names: Mapping[str, Name], everyday: AbstractSet[str], meaning: Meaning) -> None:
        """`everyday`: words never taken as a misspelt place."""
        self._names = names
        self._everyday = everyday
        self._meaning = meaning
        self._misspellings = Misspellings(names)

    def find(self, text: str, exact: Sequence[Mention]) -> List[Mention]:
        """`exact` and the misspelt names; a longer misspelt one, "burton bradstok", instead of an exact one in it."""
        words = self._words(text, exact)
        found: List[Mention] = []
        position = 0
        while position < len(words) and len(found) < MOST_PLACES:
            near = min(self._near(words, position, text), key=lambda near: (near.wrong, -near.words), default=None)
            position += near.words if near else 1
            if near:
                found.append(near.mention)
        kept = [
            mention for mention in exact if not any(m.start <= mention.start and mention.end <= m.end for m in found)
        ]
        return [*kept, *found]

    def _words(self, text: str, exact: Sequence[Mention]) -> List[_Word]:
        words = []
        last = 0
        named = {position for mention in exact for position in range(mention.start, mention.end)}
        for match in _WORD.finditer(text):
            said, start, end = match.group().lower(), match.start(), match.end()
            taken = start in named
            strange = not taken and said not in self._everyday and said not in self._names
            words.append(_Word(said, start, end, taken, strange, text[last:start] == " "))
            last = end
        return words

    def _near(self, words: Sequence[_Word], first: int, text: str) -> Iterator[_Near]:
        """Every name that the words from `first` on misspell."""
        if words[first].said in _LITTLE:
            return
        possible: Optional[bool] = None
        for length in range(1, MOST_WORDS + 1):
            span = words[first : first + length]
            if len(span) < length or (length > 1 and not span[-1].joined):
                return
            strange = any(word.strange for word in span)
            if span[-1].said in _LITTLE or not (strange or (length > 1 and not any(word.taken for word in span))):
                continue
            meant = self._misspellings.meant([word.said for word in span], exactly=not strange)
            if meant is None:
                continue
            start, end = span[0].start, span[-1].end
            if possible is None:
                possible = self._meaning.may_be_misspelt(start, text, len(words))
            if possible and (meant.name.local or self._meaning.is_somewhere(start, end, text)):
                yield _Near(meant.wrong, Mention(meant.name.home, start, end, meant.name), length)
