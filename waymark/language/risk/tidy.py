"""Make what people type plain enough for one pattern to find one thought.

People in danger write in haste, in dialect, and around the filters that other sites put on words such as 'suicide'.
Undoing that once, here, keeps the reviewed patterns short enough to review.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Dict, FrozenSet, List, Match, Optional, Tuple

from waymark.language.risk.spellings import PHRASES, WORDS

#: Words that people censor, space out or stretch, and that patterns look for.
_MATTER: FrozenSet[str] = frozenset(
    """
    suicide suicides suicidal kill kills killed killing die dies died dying dead death myself himself herself
    yourself themselves overdose overdosed self harm harms harmed harming hurt hurts hurting cut cuts cutting hang
    hanging hanged rape raped rapes raping abuse abused abuses abusive abusing sex sexual sexually molest molested
    assault assaulted knife stab stabbed stabbing strangle strangled choke choked choking hit hits hitting beat
    beats beaten beating punch punched punches slap slapped slaps kick kicked kicks murder murdered pills tablets
    drugs bleed bleeding blood unalive unaliving groom groomed grooming nude nudes naked breathe breathing attack
    attacked
    """.split()
)
#: Short words beside them when letters are spaced out: 'w a n t t o d i e'.
_BESIDE: FrozenSet[str] = frozenset(
    """
    i a am im want wanna to my me him her it end life need help going gonna all please the and of
    """.split()
)
#: Words whose double letter must stay when a stretched letter is squeezed.
_DOUBLE: FrozenSet[str] = frozenset(
    """
    too feel feeling need keep all off call well tell will kill sleep see been free
    """.split()
)

_LEET: Dict[str, str] = {
    "1": "il",
    "!": "il",
    "3": "e",
    "4": "a",
    "@": "a",
    "0": "o",
    "5": "s",
    "$": "s",
    "7": "t",
    "8": "b",
    "|": "il",
}
_WILD = "*#"

_BY_LENGTH: Dict[int, Tuple[str, ...]] = {
    length: tuple(sorted(word for word in _MATTER if len(word) == length)) for length in {len(word) for word in _MATTER}
}

_WORDS: Dict[str, str] = {**WORDS, **{word[:-1]: word for word in _MATTER if word.endswith("ing")}}  # killin, hurtin

_QUOTES = str.maketrans(
    {
        "\u2018": "'",
        "\u2019": "'",
        "\u201b": "'",
        "\u00b4": "'",
        "\u0060": "'",
        "\u02bc": "'",
        "\u2032": "'",
        "\u201c": '"',
        "\u201d": '"',
        "\u201e": '"',
        "\u2013": " , ",
        "\u2014": " , ",
        "\u2010": "-",
        "\u2011": "-",
    }
)
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff]")
_CENSORED = re.compile(r"(?<![^\s\"'(,.?])[a-z*@$!|\d#]*[a-z*][*#@$!|\d]+[a-z*@$!|\d#]*")
_SPACED = re.compile(r"(?<![a-z0-9'])[a-z](?:[ .\-_*]{1,3}[a-z](?![a-z0-9'])){2,59}")
_STRETCHED = re.compile(r"[a-z]*([a-z])\1\1[a-z]*")
_RUN = re.compile(r"([a-z])\1{2,}")
_SYMBOLS = re.compile(r"[^\w\s.,!?;:()\"£%/]|_")
_WORD = re.compile(r"[a-z0-9]+")
_PHRASE = re.compile(r"\b(?:" + "|".join(sorted(PHRASES, key=len, reverse=True)) + r")\b")
_UNALIVE = re.compile(r"\bunalive(?=[ds]? (?:my|ma|me|him|her|them|him|us|your)(?:sel(?:f|ves)?)?\b)")
_SPACE = re.compile(r"\s+")


def _fits(word: str, token: str) -> bool:
    return all(
        written == letter or written in _WILD or letter in _LEET.get(written, "")
        for letter, written in zip(word, token)
    )


def _uncensored(match: Match[str]) -> str:
    """The word that matters behind a token such as 'su*cide'; the token itself if there is none."""
    token = match.group()
    bare = token.rstrip("!")
    shown = sum(sign not in _WILD for sign in bare)
    if bare.isalpha() or (shown < 3 and shown < len(bare)):
        return {"d*e": "die", "s*x": "sex"}.get(bare, "") + token[len(bare) :] if bare in ("d*e", "s*x") else token
    for word in _BY_LENGTH.get(len(bare), ()):
        if _fits(word, bare):
            return word + token[len(bare) :]
    return token


def _split_up(letters: str) -> Optional[str]:
    """The words that spaced-out letters spell, or None."""
    best: List[Optional[List[str]]] = [[]] + [None] * len(letters)
    for end in range(1, len(letters) + 1):
        for start in range(max(0, end - 10), end):
            before, word = best[start], letters[start:end]
            if before is None or (word not in _MATTER and word not in _BESIDE):
                continue
            now = best[end]
            if now is None or len(before) + 1 < len(now):
                best[end] = [*before, word]
    words = best[len(letters)]
    return None if words is None or not any(word in _MATTER for word in words) else " ".join(words)


def _joined(match: Match[str]) -> str:
    spelled = _split_up("".join(sign for sign in match.group() if sign.isalpha()))
    return match.group() if spelled is None else spelled


def _squeezed(match: Match[str]) -> str:
    twice = _RUN.sub(r"\1\1", match.group())
    return twice if twice in _MATTER or twice in _DOUBLE else _RUN.sub(r"\1", match.group())


def _plain(match: Match[str]) -> str:
    return _WORDS.get(match.group(), match.group())


def tidy(text: str) -> str:
    """Bring `text` into the one form that the reviewed patterns are written for.

    Lower case, plain quotes, no apostrophes ("don't" and "dont" are one), hyphens and symbols as spaces; censored and
    spaced-out words that matter restored (su*cide, k1ll, k i l l), words of other filters undone (kms -> kill myself,
    unalive -> die), stretched letters squeezed, dialect and frequent typing errors made plain (masel -> myself,
    gonnae -> going to), long forms shortened (i am -> im, do not -> dont), every run of white space one space.
    Full stops, commas, question and exclamation marks stay: sentences are told apart by them.
    """
    plain = unicodedata.normalize("NFKC", text.translate(_QUOTES)).translate(_QUOTES).lower()
    plain = _INVISIBLE.sub("", plain)
    plain = re.sub(r"\bod[' ]?d\b(?=[ .,!?]|$)", "overdosed", plain) if "od'd" in plain else plain
    plain = re.sub(r"(?<!\w)ah?'(?=m\b|ve\b|ll\b)", "i'", plain)
    plain = re.sub(r"\bk\*+(?= (?:my|him|her|them|your)s)", "kill", plain)
    plain = _UNALIVE.sub("kill", re.sub(r"(\d ?)kms\b", r"\1km", plain))
    plain = _CENSORED.sub(_uncensored, plain)
    plain = _SPACED.sub(_joined, plain)
    plain = plain.replace("'", "").replace("&", " and ")
    plain = _SYMBOLS.sub(" ", plain)
    plain = _STRETCHED.sub(_squeezed, plain)
    plain = _WORD.sub(_plain, plain)
    plain = _SPACE.sub(" ", plain).strip()
    return _PHRASE.sub(lambda match: PHRASES[match.group()], plain)
