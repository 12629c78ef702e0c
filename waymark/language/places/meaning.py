"""Tell whether a name stands for a place in a sentence, or for something else."""

from __future__ import annotations

import re
from typing import Mapping

from waymark.language.places.careful import (
    ANSWER_AFTER,
    ANSWER_BEFORE,
    LIVES_BEFORE,
    MORE_TOLD_AFTER,
    NAMED_BEFORE,
    Careful,
)
from waymark.language.places.mention import after, before
from waymark.language.places.names import Name

_PLACE_BEFORE = re.compile(
    r"\b(?:in|near|from|around|round|outside|to|at|of|by|for|area|town|council|over|down|up|under|covers?)(?: the)? $",
    re.IGNORECASE,
)
_LIVES_AFTER = re.compile(r"^,? (?:is )?where (?:[\w']+ ){1,3}(?:lives?|stays?|bides?|is|are|am)\b", re.IGNORECASE)
#: Stricter, for a misspelt town beyond our places: far more names, so far more words that look like one.
_SOMEWHERE_BEFORE = re.compile(r"\b(?:in|near|from|around|outside)(?: the)? $", re.IGNORECASE)
#: Messages of so few words may be nothing but an answer to "where?".
SHORT = 4


class Meaning:
    """Knows the names, and the words for people who can be somewhere."""

    def __init__(self, names: Mapping[str, Name], people_pattern: str) -> None:
        self._careful = Careful(names, people_pattern)
        self._someone_is = re.compile(rf"\b(?:i'?m|me|s?he'?s|(?:{people_pattern})(?:'s| is)?)[:,]? $", re.IGNORECASE)

    def is_place(self, name: Name, start: int, end: int, text: str, other_words: int) -> bool:
        """Whether a name at `start` to `end` stands for the place; `other_words` are those of the message without it."""
        if name.careful:
            return self._careful.is_home(name, start, end, text)
        so_far, following = before(text, start), after(text, end)
        return (
            name.local
            or other_words <= 3
            or (text[start].isupper() and start > 0)
            or so_far.endswith(", ")
            or not following.strip(" .!?")
            or any(pattern.search(so_far) for pattern in (_PLACE_BEFORE, LIVES_BEFORE, self._someone_is, NAMED_BEFORE))
            or bool(_LIVES_AFTER.match(following))
            or bool(ANSWER_BEFORE.search(so_far) and MORE_TOLD_AFTER.match(following))
        )

    def follows(self, name: Name, between: str, first_letter: str) -> bool:
        """Whether a name right after another says where that one lies: "Perth, Australia", "dundee in south africa"."""
        if between == " in ":
            return name.wide
        return between == ", " or (between == " " and (name.wide or not name.careful or first_letter.isupper()))

    def may_be_misspelt(self, start: int, text: str, words: int) -> bool:
        """Whether a name of one of our places could stand here: where places stand, or in a message of few words."""
        so_far = before(text, start)
        return words <= SHORT or bool(_PLACE_BEFORE.search(so_far)) or bool(LIVES_BEFORE.search(so_far))

    def is_somewhere(self, start: int, end: int, text: str) -> bool:
        """Whether a misspelt town beyond our places is believed here: "in glasgo", or hardly more than the name itself."""
        so_far = before(text, start)
        alone = bool(ANSWER_BEFORE.search(so_far)) and after(text, end).lower().strip(" ,.!?") in ANSWER_AFTER
        return alone or bool(_SOMEWHERE_BEFORE.search(so_far)) or bool(LIVES_BEFORE.search(so_far))
