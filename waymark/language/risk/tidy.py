"""Make what people type plain enough for one pattern to find one thought.

People in danger write in haste, in dialect, and around the filters that other sites put on words such as 'suicide'.
Undoing that once, here, keeps the reviewed patterns short enough to review.
"""

from __future__ import annotations

import re
import unicodedata
from typing import List, Match

from waymark.language.risk.disguises import CENSORED, SPACED, STRETCHED, joined, squeezed, uncensored
from waymark.language.risk.misspellings import meant
from waymark.language.risk.spellings import ENDINGS, PHRASES, WORDS

_QUOTES = str.maketrans(
    {
        "\u2018": "'",
        "\u2019": "'",
        "\u201b": "'",
        "\u00b4": "'",
        "\u0060": "'",
        "\u02bc": "'",
        "\u2032": "'",
        "\u2013": ",",
        "\u2014": ",",
        "\u2010": "-",
        "\u2011": "-",
        "\u2026": ".",
        "\u00a3": " ",
        "&": " and ",
        ":": ",",
        "(": ",",
        ")": ",",
        "\U0001f602": " lol ",  # tears of joy
        "\U0001f923": " lol ",  # rolling on the floor
    }
)
_INVISIBLE = re.compile("[\u00ad\u0300-\u036f\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff]")
_LINE = re.compile("[\n\r\u2028\u2029]+")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d\d\d)")
_DECIMALS = re.compile(r"(?<=\d)\.\d+")
_SHORT = re.compile(r"(?<![\w'])([a-z]+)'([a-z]{1,2})(?![\w'])")
_PAUSE = re.compile(r"\.{2,}")
_ENDED = re.compile(r"[.!;]{1,9}(?=[\s\"',*]|$)|!")
_OTHER = re.compile(r"[^a-z0-9,.?]+|(?<=\S)\.(?=\S)")
_SIGNS = re.compile(r"[,?]|\.(?=\s|$)")
_AN = re.compile(r"(?<= )an (?!hours?\b|honest)(?=[b-df-hj-np-tv-z]|(?:i|a|all|it|he|she|they) )")
_SCOTS_NOT = re.compile(
    r"(?<= )(am|is|are|was|were|s) no (?=(?:\w+ing|in|here|right|well|breathing|suicidal|able|safe|the|myself|himself|herself|at|fit) )"
)
_PHRASE = re.compile(r"(?<= )(?:" + "|".join(sorted(PHRASES, key=len, reverse=True)) + r")(?= )")

#: Signs that stand as words of their own, the one that parts sentences most last.
_PARTING = [",", ".", "?"]
#: Pronouns and question words after which 's stands for "is"; after any other word it is told apart as "s".
_IS = frozenset("he she it that there what who where here how everyone everybody nobody someone somebody".split())


def _in_full(match: Match[str]) -> str:
    """A shortened word in full: "don't" becomes "do not", "mum's" becomes "mum s"."""
    word, ending = match.groups()
    if ending == "t" and word.endswith("n"):
        return WORDS.get(word + "t", f"{word[:-1]} not")
    if ending == "s":
        return f"{word} is" if word in _IS else f"{word} s"
    if ending in ENDINGS:
        return "overdosed" if word == "od" else f"{'i' if word in ('a', 'ah') else word} {ENDINGS[ending]}"
    return word + ending


def _words(plain: str) -> List[str]:
    """Every word in its plain form, and of several signs that follow each other the one that parts most."""
    words: List[str] = []
    for word in _OTHER.sub(" ", _SIGNS.sub(r" \g<0> ", plain)).split():
        if word not in _PARTING:
            known = WORDS.get(word)
            words.append(meant(word) if known is None else known)
        elif words and words[-1] in _PARTING:
            words[-1] = max(words[-1], word, key=_PARTING.index)
        else:
            words.append(word)
    return words


def tidy(text: str) -> str:
    """Bring `text` into the one form that the reviewed patterns are written for.

    Lower case, single spaces, nothing but words, commas, and ``.`` or ``?`` where a sentence ends, each with a space on
    both sides. Censored and spaced-out words that matter are restored (su*cide, k1ll, k i l l), words of other filters
    undone (kms -> kill myself), stretched letters squeezed, dialect and frequent typing errors made plain (masel ->
    myself, gonnae -> going to), short forms written out (i'm, im -> i am; don't, dont -> do not; mum's, mums -> mum s).
    """
    plain = unicodedata.normalize("NFKD", text.translate(_QUOTES)).translate(_QUOTES).lower()
    plain = _LINE.sub(" . ", _INVISIBLE.sub("", plain))
    plain = SPACED.sub(joined, CENSORED.sub(uncensored, plain))
    plain = _DECIMALS.sub("", _THOUSANDS.sub("", STRETCHED.sub(squeezed, plain)))
    plain = _SHORT.sub(_in_full, plain).replace("'", "")
    plain = _ENDED.sub(" . ", _PAUSE.sub(", ", plain))
    plain = _AN.sub("and ", f" {' '.join(_words(plain))} ")
    plain = _SCOTS_NOT.sub(r"\1 not ", plain)
    return _PHRASE.sub(lambda match: PHRASES[match.group()], plain).strip()
