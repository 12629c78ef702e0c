"""The comparison from start to end: who takes part, on which files, and what is written of it."""

from __future__ import annotations

import logging
import os
import random
import tempfile
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Callable, Dict, Iterator, List, Optional, Sequence

from bench import document, servers, understanding
from bench.classifiers import Examples, read_examples
from bench.labelled import Labelled
from bench.side_by_side import default_rasa, write_up
from bench.side_by_side.comparison import Entry, Part, hear, never_learnt, percentiles
from bench.side_by_side.contestant import NotThere
from bench.side_by_side.default_rasa import DefaultRasa, Effort
from bench.side_by_side.full_text import FullText
from bench.side_by_side.waymark_pipeline import WaymarkPipeline
from waymark.knowledge.loading import load_knowledge
from waymark.language.risk.examples import read_examples as read_dangers
from waymark.operations.paths import DATA, KNOWLEDGE, ROOT

OWN = ROOT / "tests" / "data" / "understanding"
SERVED = "Waymark, as served"
#: Load of the machine from which times are not to be trusted.
BUSY = 0.5

Say = Callable[[str], None]
logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Wanted:
    """What to compare."""

    model: Path
    command: str
    data: Optional[Path] = None  # a folder of labelled files beside our own
    own: Path = OWN
    sample: Optional[int] = None  # of each file, for a quick look
    diet: Optional[Effort] = field(default_factory=Effort)  # None: without Rasa's default
    served: bool = True  # with the running service
    folder: Path = document.DOCS


def compare(wanted: Wanted, say: Say) -> write_up.Run:
    """Measure all, and write the document; a contestant that fails leaves the others."""
    load = os.getloadavg()[0]
    examples = read_examples()
    sets, left_out = read_sets(wanted, examples[0])
    titles = {"own": "our own test sets", "given": "given files"}
    entries: List[Entry] = []
    for name, make in _contestants(wanted, examples, sets, say):
        entries.append(_entry(name, make, say))
    notes = [] if wanted.sample is None else [f"Only {wanted.sample} sentences of each file: a sample, no result."]
    if load > BUSY:
        notes.append(f"The machine was busy before the start (load {load:.1f}): times are distorted.")
    run = write_up.Run(
        entries, sets, {key: titles[key] for key in sets}, left_out, wanted.model.name, wanted.command, notes
    )
    say(f"Writing {write_up.write(run, wanted.folder)}")
    return run


def read_sets(wanted: Wanted, learnt: Sequence[str]) -> tuple[Dict[str, Labelled], Dict[str, int]]:
    """The labelled sentences by set, without those learnt from, and how many those were.

    Raises:
        FileNotFoundError: a folder holds no labelled file.
    """
    texts = [*learnt, *(example.text for example in read_dangers(DATA / "risk"))]
    folders = {"own": wanted.own, **({"given": wanted.data} if wanted.data else {})}
    whole = {key: Labelled.read(folder) for key, folder in folders.items()}
    sets = {key: never_learnt(labelled, texts) for key, labelled in whole.items()}
    left_out = {key: _number(whole[key]) - _number(sets[key]) for key in sets}
    if wanted.sample is not None:
        sets = {key: _sampled(labelled, wanted.sample) for key, labelled in sets.items()}
    return sets, left_out


def _contestants(
    wanted: Wanted, examples: Examples, sets: Dict[str, Labelled], say: Say
) -> Iterator[tuple[str, Callable[[], Entry]]]:
    """Names, and how each is made and heard."""
    yield WaymarkPipeline.name, lambda: hear(WaymarkPipeline(wanted.model), sets)
    if wanted.served:
        yield SERVED, lambda: _served(sets)
    if wanted.diet is not None:
        effort = wanted.diet
        say(f"Rasa's default pipeline is trained first if it is not kept: {effort.limit_s / 60:.0f} minutes at most.")
        yield DefaultRasa.name, lambda: hear(DefaultRasa(default_rasa.learn(*examples, effort)), sets)
    yield FullText.name, lambda: hear(FullText(load_knowledge(KNOWLEDGE)), sets)


def _entry(name: str, make: Callable[[], Entry], say: Say) -> Entry:
    say(f"{name} …")
    try:
        return make()
    except NotThere as error:
        return Entry(name, failed=f"not measured: {error}")
    except Exception as error:  # one that fails must not lose the others
        logger.exception("%s failed", name)
        return Entry(name, failed=f"not measured: {type(error).__name__}: {error}")


def _served(sets: Dict[str, Labelled]) -> Entry:
    """The running service, over HTTP: what a carer gets, with all that follows the pipeline."""
    about = "The same in the running service: each sentence sent to `POST /api/messages`, the turn record judged."
    with tempfile.TemporaryDirectory(prefix="waymark-bench-") as folder, servers.waymark(Path(folder)) as server:
        heard = {key: understanding.hear(server.url, labelled) for key, labelled in sets.items()}
    times = [one.milliseconds for files in heard.values() for pairs in files.values() for _, one in pairs]
    return Entry(SERVED, about, heard, [], Part("a turn, two at once", *percentiles(times)))


def _sampled(labelled: Labelled, most: int) -> Labelled:
    """At most so many of each file, always the same ones."""
    drawn = {
        name: random.Random(0).sample(said, most) if len(said) > most else said
        for name, said in labelled.files().items()
    }
    return replace(labelled, **drawn)


def _number(labelled: Labelled) -> int:
    return sum(len(said) for said in labelled.files().values())
