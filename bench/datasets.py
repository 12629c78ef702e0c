"""Our classifier on public sets of other fields, learnt from a few texts of each intent, beside Rasa's DIET."""

from __future__ import annotations

import statistics
import subprocess
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Callable, Collection, Dict, List, Optional, Sequence

from bench.public_sets import PublicSet
from bench.rasa_training import PACKED_WITHIN_S, train, write
from bench.side_by_side.default_rasa import Effort, pipeline
from bench.side_by_side.rasa_model import RasaModel
from waymark.language.encoder import load_encoder
from waymark.language.reading import Reading, read
from waymark.language.topics.classifier import IntentModel

OURS, DIET = "Waymark's classifier", "Rasa's default pipeline (DIET)"
SHOTS, SEEDS = (10, 20), (0, 1, 2)

Say = Callable[[str], None]


@dataclass
class Result:
    """One contestant on one set with so many texts of each intent. Shares are of the whole test split, one a seed."""

    set: str
    shots: int
    contestant: str
    tests: int
    shares: List[float] = field(default_factory=list)
    train_s: List[float] = field(default_factory=list)
    epochs: Optional[int] = None
    failed: str = ""

    @property
    def mean(self) -> float:
        return statistics.mean(self.shares)


def measure(
    sets: Sequence[PublicSet],
    shots: Sequence[int],
    seeds: Sequence[int],
    diet: Collection[str],
    effort: Effort,
    note: Callable[[List[Result]], None],
    say: Say,
) -> List[Result]:
    """Ours on all; DIET, which learns for minutes, on the sets named in `diet`, with the first of shots and seeds.

    `note` gets all results so far after each, so that a run cut short leaves what it had.
    """
    results: List[Result] = []
    for one in sets:
        say(f"{one.name}: {len(one.test[0])} test sentences …")
        readings = [read(text, load_encoder()) for text in one.test[0]]
        for each in shots:
            results.append(_ours(one, readings, each, seeds))
            note(results)
    for one in sets:
        if one.name in diet:
            say(f"{DIET} on {one.name}, at most {effort.limit_s / 60:.0f} minutes …")
            results.append(_diet(one, shots[0], seeds[0], effort))
            note(results)
    return results


def _ours(one: PublicSet, readings: Sequence[Reading], shots: int, seeds: Sequence[int]) -> Result:
    result = Result(one.name, shots, OURS, len(readings))
    for seed in seeds:
        texts, intents = one.few(shots, seed)
        started = time.perf_counter()
        model = IntentModel().fit(texts, intents, load_encoder(2).encode(texts))
        result.train_s.append(time.perf_counter() - started)
        found = [model.ranking(reading)[0][0] for reading in readings]
        result.shares.append(_right(found, one.test[1]))
    return result


def _diet(one: PublicSet, shots: int, seed: int, effort: Effort) -> Result:
    result = Result(one.name, shots, DIET, len(one.test[0]))
    with tempfile.TemporaryDirectory(prefix="waymark-bench-") as working:
        folder = Path(working)
        write(folder, pipeline(effort.epochs), *one.few(shots, seed))
        started = time.perf_counter()
        try:
            trained = train(folder, effort.limit_s + PACKED_WITHIN_S, stop_after_s=effort.limit_s)
        except (subprocess.TimeoutExpired, RuntimeError) as error:
            result.failed = str(error).splitlines()[-1]
            return result
        result.train_s.append(time.perf_counter() - started)
        result.epochs = trained.epochs
        model = RasaModel(trained.model)
        rankings = (model.parse(text).get("intent_ranking") or [{"name": ""}] for text in one.test[0])
        found = [next(intent["name"] for intent in ranking if intent["name"] != "nlu_fallback") for ranking in rankings]
        result.shares.append(_right(found, one.test[1]))
    return result


def _right(found: Sequence[str], wanted: Sequence[str]) -> float:
    return sum(own == label for own, label in zip(found, wanted)) / len(wanted)


def by_set(results: Sequence[Result]) -> Dict[str, List[Result]]:
    grouped: Dict[str, List[Result]] = {}
    for result in results:
        grouped.setdefault(result.set, []).append(result)
    return grouped
