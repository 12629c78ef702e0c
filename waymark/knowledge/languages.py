"""The texts of knowledge/languages.yml: filled for a home, and checked."""

from __future__ import annotations

import re
from typing import Iterator, List, Mapping, Tuple

from waymark.knowledge.homes import Home
from waymark.knowledge.knowledge import Knowledge
from waymark.knowledge.problems import Path_
from waymark.knowledge.schema import Language, pick
from waymark.knowledge.texts import LEFTOVER, fill

FILE = "languages.yml"
RING, SAY = "{ring}", "{say}"
#: What every text must hold, whatever else it says.
_NEEDED = {RING: "whom to ring", SAY: "what to say in English", "999": "the number in danger"}
#: Unicode's marks around a passage that runs the other way, so that "0808 808 7777" is not turned into "7777 808 0808".
_LEFT_TO_RIGHT, _RIGHT_TO_LEFT, _END = "\u2066", "\u2067", "\u2069"


def told_in(language: Language, home: Home, knowledge: Knowledge) -> str:
    """The text of `language` with whom to ring from `home`.

    Raises:
        UnknownName: the number to ring cannot be shown (the check of the knowledge finds that before).
    """
    ring = fill(pick(knowledge.languages.ring, *home.scopes) or "", knowledge).words
    text = " ".join(language.text.split())
    if language.dir == "rtl":
        text = _RIGHT_TO_LEFT + text + _END
        return text.replace(RING, _in_latin(ring)).replace(SAY, _in_latin(language.say))
    return text.replace(RING, ring).replace(SAY, language.say)


def _in_latin(passage: str) -> str:
    return f"{_LEFT_TO_RIGHT}{passage}{_END}"


def text_problems(languages: List[Language]) -> Iterator[Tuple[Path_, str]]:
    """(where in the file, what is wrong) of every text that leaves out what it must say, or holds another name."""
    for index, language in enumerate(languages):
        where: Path_ = ("languages", index, "text")
        for needed, meaning in _NEEDED.items():
            if needed not in language.text:
                yield where, f"has no {needed}: {meaning}"
        for leftover in LEFTOVER.findall(re.sub(r"\{(?:ring|say)\}", "", language.text)):
            yield where, f"'{leftover}' is neither {RING} nor {SAY}"


def words_of(languages: List[Language]) -> Iterator[Tuple[Path_, str]]:
    """(where in the file, words that carers read) of every language."""
    for index, language in enumerate(languages):
        fields: Mapping[str, str] = {
            "english_name": language.english_name,
            "own_name": language.own_name,
            "say": language.say,
            "text": language.text,
        }
        yield from ((("languages", index, field), words) for field, words in fields.items())
