"""Send every sentence through every contestant, one after the other, in this process."""

from __future__ import annotations

import logging
import statistics
import subprocess
from dataclasses import dataclass, field, replace
from typing import Dict, List, Optional, Sequence

from bench.classifiers import unseen
from bench.heard import Heard, HeardFiles, Pairs
from bench.labelled import Labelled, Sentence
from bench.sentences import carers
from bench.side_by_side import memory
from bench.side_by_side.contestant import Contestant

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Part:
    """What one part of a contestant costs; absent ones are not measured."""

    name: str
    p50_ms: Optional[float] = None
    p95_ms: Optional[float] = None
    megabytes: Optional[float] = None


@dataclass
class Entry:
    """What one contestant did. `failed`: why there is nothing of it."""

    name: str
    about: str = ""
    heard: Dict[str, HeardFiles] = field(default_factory=dict)  # by set of files
    parts: List[Part] = field(default_factory=list)
    message: Optional[Part] = None  # a whole message
    failed: str = ""


def hear(contestant: Contestant, sets: Dict[str, Labelled]) -> Entry:
    """All sentences of all sets; some of the benchmark's own are heard before, untimed."""
    entry = Entry(contestant.name, contestant.about)
    for said in carers():
        contestant.hear(said[0])
    for times in contestant.times().values():
        times.clear()
    for name, labelled in sets.items():
        entry.heard[name] = {file: _heard(contestant, said) for file, said in labelled.files().items()}
    every = [one.milliseconds for files in entry.heard.values() for pairs in files.values() for _, one in pairs]
    entry.message = Part("a message, in all", *percentiles(every))
    entry.parts = _parts(contestant)
    return entry


def never_learnt(labelled: Labelled, learnt: Sequence[str]) -> Labelled:
    """Without sentences whose words are those of a text learnt from. Places stay: where they lie is not learnt from texts."""
    judged = {name: unseen(said, learnt) for name, said in labelled.files().items() if name != "places"}
    return replace(labelled, **judged)


def _heard(contestant: Contestant, sentences: Sequence[Sentence]) -> Pairs:
    return [(said, _one(contestant, said.text)) for said in sentences]


def _one(contestant: Contestant, text: str) -> Heard:
    try:
        return contestant.hear(text)
    except Exception:  # in the assistant, too, one message that cannot be read is one turn that failed
        logger.exception("%s failed on a sentence", contestant.name)
        return Heard(failed=True)


def _parts(contestant: Contestant) -> List[Part]:
    grown = _grown(contestant)
    times = contestant.times()
    order = [*grown, *(name for name in times if name not in grown)]  # as they are loaded
    return [Part(name, *percentiles(times.get(name, [])), grown.get(name)) for name in order]


def _grown(contestant: Contestant) -> Dict[str, float]:
    what = contestant.memory_of()
    try:
        return dict(memory.measured(what)) if what else {}
    except (RuntimeError, subprocess.TimeoutExpired):  # what was heard is worth more than the megabytes
        logger.exception("The memory of %s could not be measured", contestant.name)
        return {}


def percentiles(times: Sequence[float]) -> tuple[Optional[float], Optional[float]]:
    """The median, and what 19 of 20 stay below; nothing of nothing."""
    if not times:
        return None, None
    ordered = sorted(times)
    return statistics.median(ordered), ordered[min(len(ordered) - 1, int(0.95 * len(ordered)))]
