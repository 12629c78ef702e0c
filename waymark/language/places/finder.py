"""Find the places named in a message, and whose home each is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import islice
from typing import Iterator, List, Mapping, Optional, Sequence, Set

import spacy
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc
from spacy.util import filter_spans

from waymark.knowledge.schema import NATIONS
from waymark.language.places.joining import Joining
from waymark.language.places.meaning import Meaning
from waymark.language.places.mention import ANOTHER, CARER, MOST_PLACES, PERSON, Mention
from waymark.language.places.misspelt import MisspeltFinder
from waymark.language.places.names import Names
from waymark.language.places.namesakes import is_namesake
from waymark.language.places.no_home import is_denied, is_journey_to_care, is_left, is_no_home, is_passing
from waymark.language.places.postcodes import find_postcodes
from waymark.language.places.relatives import Family, people_pattern
from waymark.language.places.whose import Whose

__all__ = ["CARER", "PERSON", "Found", "PlaceFinder"]


@dataclass(frozen=True)
class Found:
    """A place in a message. `home` is a key (see waymark.knowledge.homes); `start` and `end` count characters.

    `role` is `carer` or `person`; None where the message does not say whose home it is.
    """

    home: str
    role: Optional[str]
    start: int
    end: int


class PlaceFinder:
    """Exact names by spaCy's phrase matcher, misspelt ones by edit distance, postcodes by pattern."""

    def __init__(self, names: Names, people: Mapping[str, str], everyday: Set[str]) -> None:
        """`people`: word -> relationship; `everyday`: words never taken as a misspelt place."""
        self._names = names
        self._nlp = spacy.blank("en")
        self._matcher = PhraseMatcher(self._nlp.vocab, attr="LOWER")
        # spaCy divides "St." otherwise than "st."
        written = [*names.names, *(name.title() for name in names.names if "." in name)]
        self._matcher.add("place", [self._nlp.make_doc(name) for name in written])
        self._meaning = Meaning(names.names, people_pattern(people))
        self._misspelt = MisspeltFinder(names.names, everyday | set(names.unused), self._meaning)
        self._joining = Joining(names)
        self._whose = Whose(people)

    def find(self, text: str) -> List[Found]:
        """Places in the order they stand, at most one for each home and role."""
        tidy = text.replace("’", "'").replace("-", " ")
        doc = self._nlp.make_doc(tidy)
        exact = [*islice(find_postcodes(self._names, tidy), MOST_PLACES), *islice(self._exact(doc, tidy), MOST_PLACES)]
        mentions = self._misspelt.find(tidy, exact)
        mentions = [mention for mention in mentions if not is_denied(mention, tidy)]
        homes = self._joining.settle(sorted(mentions, key=lambda mention: mention.start)[:MOST_PLACES], tidy)
        homes = [mention for mention in homes if not (is_namesake(mention, tidy) or is_no_home(mention, tidy))]
        if not homes:
            return []
        family = self._whose.family(tidy)
        roles = [self._role(mention, tidy, family) for mention in homes]
        settled = {role for mention, role in zip(homes, roles) if _is_settled(mention, tidy)}
        kept: List[Found] = []
        for mention, role in zip(homes, roles):
            seen = any((place.home, place.role) == (mention.home, role) for place in kept)
            passing = (role in settled and is_passing(mention, tidy)) or (settled and is_left(mention, tidy))
            if role != ANOTHER and not seen and not passing:
                kept.append(Found(mention.home, role, mention.start, mention.end))
        return _explicit_first([place for place in kept if not self._is_wider(place, kept)])

    def _exact(self, doc: Doc, text: str) -> Iterator[Mention]:
        last: Optional[Mention] = None
        for span in filter_spans([doc[start:end] for _, start, end in self._matcher(doc)]):
            name, start, end = self._names.names.get(span.text.lower()), span.start_char, span.end_char
            if name is None:
                continue
            follows = last is not None and self._meaning.follows(name, text[last.end : start], text[start])
            if follows or self._meaning.is_place(name, start, end, text, len(doc) - len(span)):
                last = Mention(name.home, start, end, name)
                yield last

    def _role(self, mention: Mention, text: str, family: Family) -> Optional[str]:
        if is_journey_to_care(mention, text):
            return PERSON
        role = self._whose.role(text, mention.start, mention.end, family)
        # "my brother has Down's and I watch him while mum works: is there help in Wales" asks about the law there
        far = mention.wide and not self._whose.is_said_of_kin(text, mention.start)
        return None if role == ANOTHER and far else role

    def _is_wider(self, place: Found, found: Sequence[Found]) -> bool:
        """Whether the message also names something more local within it; a nation then says nothing of anybody's home."""
        for other in found:
            wider = other.home.startswith(place.home + "/") or place.home in self._around(other.home)
            if wider and other.home != place.home and (place.home in NATIONS or place.role in (other.role, None)):
                return True
        return False

    def _around(self, home: str) -> Sequence[str]:
        return self._names.wider.get(home.partition("/")[0], ())


def _is_settled(mention: Mention, text: str) -> bool:
    """Whether it is a home that somebody is really at, as far as the words around it say."""
    return mention.home not in NATIONS and not is_passing(mention, text) and not is_left(mention, text)


def _explicit_first(found: List[Found]) -> List[Found]:
    """A place of nobody's is only for those of whom the message does not say where they live."""
    said = {place.role for place in found if place.role}
    rest = [role for role in (CARER, PERSON) if role not in said]
    if not said:
        return found
    return [place if place.role else replace(place, role=rest[0]) for place in found if place.role or rest]
