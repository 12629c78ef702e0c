"""Words of danger that are one slip of a finger away from how they are spelt.

Only long words that no other English word resembles: 'attacked' may be 'attached', but nothing else is like 'suicidal'.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Dict, Iterator

_ALPHABET = "abcdefghijklmnopqrstuvwxyz"
_CLEAR = """
    suicide suicidal overdose overdosed overdosing strangled suffocate suffocated suffocating smothered unconscious
    unresponsive himself herself myself themselves abusive threatened threatens threatening breathing bleeding
    ambulance hospital dementia alzheimers paracetamol medication seizure molested assaulted neglected punched
    punches punching violent violence frightened terrified
""".split()
#: Real words that lie one slip away from one of them.
_OTHERS = frozenset(
    "strangles strangler mediation meditation breeding breading breaching blending pinched pinches pinching violet".split()
)


def _slips(word: str) -> Iterator[str]:
    """Every way to type `word` with one letter left out, added, wrong, or swapped with the next.

    The first letter is never wrong, and nothing is missing or added at the end: that would make other words.
    """
    for place in range(1, len(word)):
        before, after = word[:place], word[place:]
        if len(after) > 1:
            yield before + after[1:]
            yield before + after[1] + after[0] + after[2:]
        for letter in _ALPHABET:
            yield before + letter + after[1:]
            yield before + letter + after


@lru_cache(maxsize=1)
def _all_slips() -> Dict[str, str]:
    known = {slip: word for word in _CLEAR for slip in _slips(word)}
    return {slip: word for slip, word in known.items() if slip not in _OTHERS and slip not in _CLEAR}


def meant(word: str) -> str:
    """The word of danger that `word` misspells by one letter; `word` itself if there is none."""
    return _all_slips().get(word, word)
