"""Which of the supports shown a follow-up means: by its place in the list, by name, or the one talked about."""

from __future__ import annotations

import re
from typing import FrozenSet, List, Optional

from waymark.dialogue.follow_ups.asked import Asked, Listing
from waymark.knowledge.knowledge import Knowledge
from waymark.knowledge.schema import Support

#: Words that name nothing.
_EMPTY = frozenset("the a an of for and in on at that this those my our their any one ones".split())
#: Names for whatever was shown.
_ALL = frozenset({"people", "lot", "organisation", "service", "charity", "place", "team"})


def meant(asked: Asked, listing: Listing, knowledge: Knowledge) -> Optional[List[Support]]:
    """The live supports meant, in the order shown; None where nothing was shown, or nothing of that name."""
    if asked.support is not None:
        return live([asked.support], knowledge) or None
    supports = live([card.id for card in listing.cards], knowledge)
    if not supports:
        return None
    if asked.name is not None:
        return _named(asked.name, listing, supports)
    if asked.which is not None:
        inside = -1 <= asked.which < len(supports)
        return [supports[asked.which]] if inside else supports
    if asked.is_other:
        return _other(listing, supports)
    return [each for each in supports if each.id == listing.focus] or supports


def is_beyond(asked: Asked, listing: Listing) -> bool:
    """Whether 'the third one' was asked for and fewer were shown."""
    return asked.support is None and asked.name is None and (asked.which or 0) >= len(listing.cards)


def _other(listing: Listing, supports: List[Support]) -> Optional[List[Support]]:
    """The one after the one talked about; None where none was, or it was the last."""
    names = [support.id for support in supports]
    if listing.focus not in names:
        return None
    if len(names) == 2:
        return [supports[1 - names.index(listing.focus)]]
    after = names.index(listing.focus) + 1
    return [supports[after]] if after < len(names) else None


def _named(name: str, listing: Listing, supports: List[Support]) -> Optional[List[Support]]:
    words = _words(name)
    if not words:
        return None
    fitting = [each for each in supports if words <= _words(f"{each.name} {each.organisation}")]
    if fitting:
        return fitting
    is_any = words <= _stems(_ALL)
    return ([each for each in supports if each.id == listing.focus] or supports) if is_any else None


def live(names: List[str], knowledge: Knowledge) -> List[Support]:
    """Those of these ids that may be shown, in their order."""
    found = [knowledge.supports[name] for name in names if name in knowledge.supports]
    return [support for support in found if support.is_live]


def _words(text: str) -> FrozenSet[str]:
    return _stems(frozenset(re.findall(r"[a-z0-9&]+", re.sub(r"['’]", "", text.lower())))) - _EMPTY


def _stems(words: FrozenSet[str]) -> FrozenSet[str]:
    """Without the s of many and of whose: 'carers' and 'carer's' are the same."""
    same = {"center": "centre", "helpline": "line"}
    return frozenset(same.get(word, word.rstrip("s") if len(word) > 3 else word) for word in words)
