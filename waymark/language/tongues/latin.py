"""Languages in Latin letters, told by their commonest words; English decides what is English."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Dict, Iterable, List, Mapping, Optional, Sequence, Tuple

from waymark.language.tongues.english import NAMES, English, words_of
from waymark.language.tongues.lists import Tongue, without_accents
from waymark.language.tongues.scripts import OTHER
from waymark.language.tongues.second_voice import SecondVoice

#: Fewer words are not looked at: two foreign words are a greeting, a name or a place.
LEAST_WORDS = 3
#: Words of one or two letters are words of many languages.
_SHORT, _SHORT_COUNTS = 2, 0.5
#: What a word of another language counts that English has too: everyday words, and words met at times.
_ALSO_ENGLISH = {1.0: 0.25, 0.5: 0.5, 0.0: 1.0}
#: What a word in no list counts when it is written with letters of the language that English has not.
_FOREIGN_LETTERS = 0.5
#: What the second voice counts when it names the same language as the words.
_AGREED = 1.0


@dataclass(frozen=True)
class Limits:
    """From where on a message is taken for another language; set on English texts (decision 012)."""

    few: float = 1.5  # points that a message of up to `few_words` words needs
    few_words: int = 4
    many: float = 2.5  # points that a longer one needs
    share: float = 0.25  # points a word
    over_english: float = 1.0  # points for each point of English
    seconded: float = 0.5  # points that are enough where the second voice agrees
    short_words: float = 1.25  # points that are enough for that where all are of words like "de" and "y"
    little_english: float = 0.25  # and there are at most so many points of English a word
    not_english: float = 0.9999  # how sure the second voice must be


class LatinTongues:
    """Tells languages in Latin letters from English and from one another."""

    def __init__(
        self,
        tongues: Iterable[Tongue],
        english: English,
        limits: Limits = Limits(),
        second_voice: Optional[SecondVoice] = None,
    ) -> None:
        self._tongues = list(tongues)
        self._english = english
        self._limits = limits
        self._second_voice = second_voice
        self._speak: Dict[str, Tuple[int, ...]] = {}
        for index, tongue in enumerate(self._tongues):
            for word in tongue.words:
                self._speak[word] = (*self._speak.get(word, ()), index)

    def look(self, text: str) -> Optional[str]:
        """The language to answer in, `OTHER` for one we do not answer in, None for English and for what is unclear."""
        written = words_of(text)
        words = [word for word in written if word not in NAMES]
        if len(written) < LEAST_WORDS or not words:
            return None
        points, english = self._count(words)
        if not points:
            return None
        best = max(points, key=lambda index: points[index])
        if not self._enough(points[best], english[best], len(set(words))):
            return self._seconded(words, points)
        return self._tongues[best].answered or OTHER

    def _enough(self, points: float, english: float, words: int) -> bool:
        limits = self._limits
        needed = limits.few if words <= limits.few_words else limits.many
        return points >= needed and points >= limits.share * words and points >= limits.over_english * english

    def _seconded(self, words: Sequence[str], points: Dict[int, float]) -> Optional[str]:
        """The language of a message with few words that we know, where it has hardly any English ones."""
        english = sum(self._english.points(word) for word in set(words)) / len(set(words))
        if (
            self._second_voice is None
            or max(points.values()) < self._limits.seconded
            or english > self._limits.little_english
            or (max(points.values()) < self._limits.short_words and not self._more_than_short_words(words))
        ):
            return None
        guess, not_english = self._second_voice(" ".join(words))
        if not_english < self._limits.not_english:
            return None
        best = max(points, key=lambda index: points[index] + (_AGREED if self._tongues[index].name == guess else 0.0))
        return self._tongues[best].answered or OTHER

    def _more_than_short_words(self, words: Sequence[str]) -> bool:
        """Whether more than "de la" or "y" speaks for another language: names of places hold these too."""
        return any(
            (len(word) > _SHORT and self._speakers(word)) or not word.isascii()
            for word in words
            if not self._english.points(word)
        )

    def _count(self, words: Sequence[str]) -> Tuple[Dict[int, float], Mapping[int, float]]:
        """Points of each tongue that has any, and the points of English beside it."""
        points: Dict[int, float] = {}
        shared: Dict[int, float] = {}
        total = 0.0
        for word in set(words):
            english = self._english.points(word)
            total += english
            speakers = self._speakers(word)
            counts = (_SHORT_COUNTS if len(word) <= _SHORT else 1.0) * _ALSO_ENGLISH[english]
            for index in speakers:
                points[index] = points.get(index, 0.0) + counts
                shared[index] = shared.get(index, 0.0) + english / 2
            if not speakers and not english and not word.isascii():
                for index in self._with_letters(word):
                    points[index] = points.get(index, 0.0) + _FOREIGN_LETTERS
        return points, {index: total - shared.get(index, 0.0) for index in points}

    def _speakers(self, word: str) -> Tuple[int, ...]:
        """The tongues that have the word; where none has, those that have its longest part ("sy'n": "sy")."""
        plain = without_accents(word)
        found = self._speak.get(word, ()) + (self._speak.get(plain, ()) if plain != word else ())
        if found or not re.search("['-]", plain):
            return tuple(dict.fromkeys(found))
        part = max(re.split("['-]", plain), key=len)
        return self._speak.get(part, ()) if len(part) > _SHORT and not self._english.points(part) else ()

    def _with_letters(self, word: str) -> List[int]:
        foreign = {letter for letter in word if not letter.isascii() and letter.isalpha()}
        return [index for index, tongue in enumerate(self._tongues) if foreign <= tongue.letters]
