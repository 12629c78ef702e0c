"""Measure: python -m bench [speed|understanding|classifiers|all] [--data DIR] [--train] [--only LETTERS]."""

from __future__ import annotations

import argparse
import os
import signal
import sys
import tempfile
from pathlib import Path
from typing import List, Optional, Sequence

from bench import report
from bench.targets import Row
from waymark.operations.paths import ROOT


def main() -> int:
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that servers are stopped then, too
    given = _arguments()
    data = given.data
    parts = ["speed", "understanding", "classifiers"] if given.part == "all" else [given.part]
    if given.part is None:
        parts = ["speed", *(["understanding"] if data else [])]
    if "understanding" in parts and data is None:
        say("understanding needs labelled files: give --data DIR, or WAYMARK_EVAL=DIR")
        return 2
    for part in parts:
        {"speed": _speed, "understanding": _understanding, "classifiers": _classifiers}[part](given, data)
    return 0


def say(line: str) -> None:
    print(line, flush=True)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("part", nargs="?", choices=["speed", "understanding", "classifiers", "all"])
    known = os.environ.get("WAYMARK_EVAL")
    parser.add_argument(
        "--data",
        type=Path,
        default=Path(known) if known else None,
        help="folder of labelled files, see docs/performance.md",
    )
    parser.add_argument("--train", action="store_true", help="with speed: also time a training from nothing")
    parser.add_argument(
        "--only", default="abcde", metavar="LETTERS", help="with classifiers: those of a to e to compare"
    )
    return parser.parse_args()


def _speed(given: argparse.Namespace, data: Optional[Path]) -> None:
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


def _understanding(given: argparse.Namespace, data: Optional[Path]) -> None:
    from bench import servers, targets, understanding
    from bench.labelled import Labelled
    from waymark.operations.model import train
    from waymark.operations.settings import read_settings

    assert data is not None
    labelled = Labelled.read(data)
    train(read_settings(), say)
    with tempfile.TemporaryDirectory(prefix="waymark-bench-") as working, servers.waymark(Path(working)) as server:
        measures = understanding.measure(server.url, labelled)
    _show("understanding", targets.understanding_rows(measures), {"measures": measures}, [])


def _classifiers(given: argparse.Namespace, data: Optional[Path]) -> None:
    from bench import classifiers
    from bench.labelled import Labelled
    from bench.scores import Score, table

    examples, labelled = classifiers.read_examples(), Labelled.read(data) if data else None
    about = classifiers.about(examples, labelled)

    def note(scores: List[Score]) -> None:
        text = table(scores)
        report.write("classifiers", f"{text}\n\n{about}", {"scores": scores, "about": about})
        say(f"\n{text}\n{about}")

    for score in classifiers.compare(examples, labelled, given.only, note):
        if score.failed:
            say(f"{score.letter}: {score.failed}")


def _show(name: str, rows: Sequence[Row], figures: dict[str, object], notes: Sequence[str]) -> None:
    say("\n" + "\n".join([report.plain(rows), *notes]))
    text = "\n\n".join([report.markdown(rows), *notes])
    say(f"\nWritten to {report.write(name, text, figures).relative_to(ROOT)} and .json beside it.")


if __name__ == "__main__":
    sys.exit(main())
