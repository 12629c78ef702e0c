"""The language of a message: by its script, else by its words."""

from __future__ import annotations

from typing import Iterable, Optional, Tuple

from waymark.language.tongues.english import English
from waymark.language.tongues.latin import LatinTongues, Limits
from waymark.language.tongues.lists import read_tongues
from waymark.language.tongues.scripts import OTHER, by_script
from waymark.language.tongues.second_voice import SecondVoice

__all__ = ["OTHER", "English", "Limits", "TongueDetector"]

#: Characters of a long message that are read: it begins in the language it is in.
MOST_CHARACTERS = 1500


class TongueDetector:
    """Tells messages that are not in English, and which language they are in. Knows nothing of Rasa."""

    def __init__(
        self, english: English, second_voice: Optional[SecondVoice] = None, limits: Optional[Limits] = None
    ) -> None:
        """`english`: the words that English messages hold. `second_voice` is asked where words alone do not settle it.

        Raises:
            OSError: words.yml cannot be read.
        """
        self._latin = LatinTongues(read_tongues(), english, limits or Limits(), second_voice)

    def look(self, text: str, places: Iterable[Tuple[int, int]] = ()) -> Optional[str]:
        """An id of knowledge/languages.yml, `OTHER` for any other language, None for English and for what is unclear.

        `places`: start and end of names in the text that say nothing about its language, such as Betws-y-Coed.
        """
        return by_script(text[:MOST_CHARACTERS]) or self._latin.look(_without(text, places)[:MOST_CHARACTERS])


def _without(text: str, places: Iterable[Tuple[int, int]]) -> str:
    for start, end in places:
        text = text[:start] + " " * (end - start) + text[end:]
    return text
