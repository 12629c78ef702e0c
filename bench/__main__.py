"""Measure: python -m bench [speed|widget|understanding|classifiers|side-by-side|datasets|all] [--data DIR] …"""

from __future__ import annotations

import argparse
import os
import signal
import sys
import tempfile
import warnings
from pathlib import Path
from typing import List, Sequence

from bench import report
from bench.arguments import ALL, arguments, command
from bench.targets import Row
from waymark.operations.paths import ROOT


def main() -> int:
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that servers are stopped then, too
    given = arguments(__doc__)
    parts = list(ALL) if given.part == "all" else [given.part]
    if given.part is None:
        parts = ["speed", "widget", *(["understanding"] if given.data else [])]
    if {"understanding", "datasets"} & set(parts) and given.data is None:
        say(f"{given.part} needs labelled files: give --data DIR, or WAYMARK_EVAL=DIR")
        return 2
    run = {
        "speed": _speed,
        "widget": _widget,
        "understanding": _understanding,
        "classifiers": _classifiers,
        "side-by-side": _side_by_side,
        "datasets": _datasets,
    }
    for part in parts:
        run[part](given)
    return 0


def say(line: str) -> None:
    print(line, flush=True)


def _speed(given: argparse.Namespace) -> None:
    from bench import speed, targets

    measured = speed.measure(given.train, say)
    notes = []
    if measured.disturbed_by:
        notes.append(
            f"{len(measured.disturbed_by)} other processes of this environment ran: time and memory are distorted."
        )
    if measured.load_before > 0.5:
        notes.append(f"The machine was busy before the start (load {measured.load_before:.1f}): times are distorted.")
    _show("speed", targets.speed_rows(measured), {"speed": measured}, notes)


def _widget(given: argparse.Namespace) -> None:
    from bench import tables, widget

    results = widget.measure(say)
    found = widget.table(results)
    say("\n" + tables.plain(found))
    report.write("widget", tables.markdown(found), {"widgets": results})


def _understanding(given: argparse.Namespace) -> None:
    from bench import servers, targets, understanding
    from bench.labelled import Labelled
    from waymark.operations.model import train
    from waymark.operations.settings import read_settings

    labelled = Labelled.read(given.data)
    train(read_settings(), say)
    with tempfile.TemporaryDirectory(prefix="waymark-bench-") as working, servers.waymark(Path(working)) as server:
        measures = understanding.measure(server.url, labelled)
    _show("understanding", targets.understanding_rows(measures), {"measures": measures}, [])


def _classifiers(given: argparse.Namespace) -> None:
    from bench import classifiers
    from bench.labelled import Labelled
    from bench.scores import Score, table

    examples, labelled = classifiers.read_examples(), Labelled.read(given.data) if given.data else None
    about = classifiers.about(examples, labelled)

    def note(scores: List[Score]) -> None:
        text = table(scores)
        report.write("classifiers", f"{text}\n\n{about}", {"scores": scores, "about": about})
        say(f"\n{text}\n{about}")

    for score in classifiers.compare(examples, labelled, given.only, note):
        if score.failed:
            say(f"{score.letter}: {score.failed}")


def _side_by_side(given: argparse.Namespace) -> None:
    _as_served()
    from bench.side_by_side import run, sections
    from bench.side_by_side.default_rasa import Effort
    from bench.tables import plain, without_empty_columns
    from waymark.operations.model import train
    from waymark.operations.settings import read_settings

    wanted = run.Wanted(
        model=given.model or train(read_settings(), say),
        command=command("make bench-understanding", "BENCH", given, sys.argv[2:]),
        data=given.data,
        sample=given.sample,
        diet=None if given.without_diet else Effort(given.diet_epochs, given.diet_limit_s),
        served=not given.without_served and given.model is None,
        folder=given.folder,
    )
    done = run.compare(wanted, say)
    for key, title in done.titles.items():
        say(f"\n{title}\n{plain(sections.shares(done.entries, key))}")
    say("\n" + plain(sections.certainty(done.entries, done.titles)))
    say("\n" + plain(without_empty_columns(sections.costs(done.entries))))
    if done.entries[0].failed:
        sys.exit(f"{done.entries[0].name} could not be measured.")


def _as_served() -> None:
    """Set what Rasa's process is started with, before anything is imported that reads it; and be as quiet."""
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    os.environ.setdefault("RASA_TELEMETRY_ENABLED", "false")
    os.environ.setdefault("SQLALCHEMY_SILENCE_UBER_WARNING", "1")
    warnings.simplefilter("ignore")


def _datasets(given: argparse.Namespace) -> None:
    from bench import datasets, datasets_write_up, public_sets
    from bench.side_by_side.default_rasa import Effort
    from bench.tables import plain

    told = command("python -m bench datasets", "", given, sys.argv[2:])

    def note(results: List[datasets.Result]) -> None:
        datasets_write_up.write(results, told, given.folder)
        say("\n" + plain(datasets_write_up.table(results)))

    effort = Effort(given.diet_epochs, given.diet_limit_s)
    datasets.measure(public_sets.read(given.data), given.shots, given.seeds, given.diet, effort, note, say)


def _show(name: str, rows: Sequence[Row], figures: dict[str, object], notes: Sequence[str]) -> None:
    say("\n" + "\n".join([report.plain(rows), *notes]))
    text = "\n\n".join([report.markdown(rows), *notes])
    say(f"\nWritten to {report.write(name, text, figures).relative_to(ROOT)} and .json beside it.")


if __name__ == "__main__":
    sys.exit(main())
