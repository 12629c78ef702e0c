"""Judge a message as a whole, without what it refuses, and, where it may hold two needs, clause by clause."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Callable, List, Optional, Sequence, Tuple

from waymark.language.encoder import SentenceEncoder
from waymark.language.reading import Reading, read
from waymark.language.topics.needs import IN_THE_WHOLE, PREFIX, Clause, PlainNeeds, clauses, second_need
from waymark.language.topics.refused import part, settled

#: Gives (intent, probability) of every intent, most likely first.
Ranker = Callable[[Reading], List[Tuple[str, float]]]


@dataclass(frozen=True)
class Judged:
    """The ranking of all intents, most likely first, and the clauses where there may be two needs."""

    ranking: Sequence[Tuple[str, float]]
    said: Sequence[Clause] = ()
    named: Sequence[str] = ()  # topics named beyond doubt (lists/plain_needs.yml)

    def second_need(self, main: str) -> Optional[str]:
        """The topic that the message asks for besides `main`, in a clause of its own or in plain words."""
        whole = {name[len(PREFIX) :]: chance for name, chance in self.ranking if name.startswith(PREFIX)}
        found = second_need(main, self.said, whole)
        return found or next((topic for topic in self.named if topic != main), None)


def judge(reading: Reading, rank: Ranker, encoder: SentenceEncoder, plain_needs: PlainNeeds) -> Judged:
    """What `rank` makes of a message. Few messages refuse anything or hold two needs: only those are read again."""
    ranking = rank(reading)
    parted = part(reading.text)
    if parted.refused:
        ranking = settled(ranking, rank(read(parted.wanted, encoder)), rank(read(parted.refused, encoder)))
    likely = [name for name, chance in ranking if name.startswith(PREFIX) and chance >= IN_THE_WHOLE]
    said = _by_clause(reading.text, rank, encoder) if len(likely) > 1 else ()
    return Judged(ranking, said, plain_needs.named(reading.text))


def _by_clause(text: str, rank: Ranker, encoder: SentenceEncoder) -> List[Clause]:
    texts = clauses(text)
    vectors = encoder.encode(texts)
    return [_clause(said, rank(Reading([said], vectors[index : index + 1]))) for index, said in enumerate(texts)]


def _clause(text: str, ranking: List[Tuple[str, float]]) -> Clause:
    name, confidence = ranking[0]
    return Clause(text, name[len(PREFIX) :] if name.startswith(PREFIX) else "", confidence)
