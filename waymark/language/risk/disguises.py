"""Undo how people get words past filters: censored (su*cide, k1ll), spaced out (k i l l), stretched (diiie)."""

from __future__ import annotations

import re
from typing import Dict, FrozenSet, List, Match, Optional, Tuple

#: Words that people censor, space out or stretch, and that patterns look for.
MATTER: FrozenSet[str] = frozenset(
    """
    suicide suicides suicidal kill kills killed killing die dies died dying dead death myself himself herself
    yourself themselves overdose overdosed self harm harms harmed harming hurt hurts hurting cut cuts cutting hang
    hanging hanged rape raped rapes raping abuse abused abuses abusive abusing sex sexual sexually molest molested
    assault assaulted knife stab stabbed stabbing strangle strangled choke choked choking hit hits hitting beat
    beats beaten beating punch punched punches slap slapped slaps kick kicked kicks murder murdered pills tablets
    drugs bleed bleeding blood unalive unaliving groom groomed grooming nude nudes naked breathe breathing attack
    attacked attacking punching slapping kicking battering threatening shouting screaming touching drowning
    suffocating smothering burning scratching biting pushing shaking grabbing dragging
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
#: Too short for their shown letters to tell them, but written like this for nothing else.
_SHORT: Dict[str, str] = {"d*e": "die", "s*x": "sex", "k*ll": "kill", "r*pe": "rape", "h*t": "hit"}
_BY_LENGTH: Dict[int, Tuple[str, ...]] = {
    length: tuple(sorted(word for word in MATTER if len(word) == length)) for length in {len(word) for word in MATTER}
}
_RUN = re.compile(r"([a-z])\1{2,}")

CENSORED = re.compile(r"(?<![^\s\"'(,.?])[a-z*@$!|\d#]*[a-z*][*#@$!|\d]+[a-z*@$!|\d#]*")
SPACED = re.compile(r"(?<![a-z0-9'])[a-z](?:[ .\-_*]{1,3}[a-z](?![a-z0-9'])){2,59}")
STRETCHED = re.compile(r"(?<![a-z])[a-z]*([a-z])\1\1[a-z]*")


def _fits(word: str, token: str) -> bool:
    return all(
        written == letter or written in _WILD or letter in _LEET.get(written, "")
        for letter, written in zip(word, token)
    )


def uncensored(match: Match[str]) -> str:
    """The word that matters behind a token such as 'su*cide'; the token itself if there is none."""
    token = match.group()
    bare = token.rstrip("!")
    end = token[len(bare) :]
    shown = sum(sign not in _WILD for sign in bare)
    if bare in _SHORT:
        return _SHORT[bare] + end
    if bare.isalpha() or (shown < 3 and shown < len(bare)):
        return token
    for word in _BY_LENGTH.get(len(bare), ()):
        if _fits(word, bare):
            return word + end
    return token


def _split_up(letters: str) -> Optional[str]:
    """The words that spaced-out letters spell, or None."""
    best: List[Optional[List[str]]] = [[]] + [None] * len(letters)
    for end in range(1, len(letters) + 1):
        for start in range(max(0, end - 10), end):
            before, word = best[start], letters[start:end]
            if before is None or (word not in MATTER and word not in _BESIDE):
                continue
            now = best[end]
            if now is None or len(before) + 1 < len(now):
                best[end] = [*before, word]
    words = best[len(letters)]
    return None if words is None or not any(word in MATTER for word in words) else " ".join(words)


def joined(match: Match[str]) -> str:
    """The words of 'k i l l', or the letters as they stand."""
    spelled = _split_up("".join(sign for sign in match.group() if sign.isalpha()))
    return match.group() if spelled is None else spelled


def squeezed(match: Match[str]) -> str:
    """'diiiie' as 'die', 'killl' as 'kill'."""
    twice = _RUN.sub(r"\1\1", match.group())
    return twice if twice in MATTER or twice in _DOUBLE else _RUN.sub(r"\1", match.group())
