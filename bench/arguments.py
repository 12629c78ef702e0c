"""What can be given to python -m bench."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import Sequence

from bench.document import DOCS

PARTS = ("speed", "widget", "understanding", "classifiers", "side-by-side", "datasets")
#: `all` leaves out the one whose folder holds something else.
ALL = PARTS[:-1]
_FOLDERS = ("--data", "--folder", "--model")


def arguments(about: str | None) -> argparse.Namespace:
    """Read the command line; ends the process when it cannot be read."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=about)
    parser.add_argument("part", nargs="?", choices=[*PARTS, "all"])
    known = os.environ.get("WAYMARK_EVAL")
    parser.add_argument(
        "--data",
        type=Path,
        default=Path(known) if known else None,
        help="folder of labelled files, with datasets of CSV files: see docs/performance.md",
    )
    parser.add_argument("--train", action="store_true", help="with speed: also time a training from nothing")
    parser.add_argument(
        "--only", default="abcde", metavar="LETTERS", help="with classifiers: those of a to e to compare"
    )
    _side_by_side(parser.add_argument_group("side-by-side"))
    _datasets(parser.add_argument_group("datasets"))
    return parser.parse_args()


def command(base: str, variable: str, given: argparse.Namespace, rest: Sequence[str]) -> str:
    """The command as a report may show it: without the folders of whoever ran it. `variable` holds make's options."""
    shown, words = [], iter(rest)
    for word in words:
        name, given_with, _ = word.partition("=")
        if name not in _FOLDERS:
            shown.append(word)
        elif not given_with:
            next(words, None)
    data = {"": " --data DIR", "BENCH": " DATA=DIR"}[variable] if given.data else ""
    options = " ".join(shown)
    if variable and options:
        options = f'{variable}="{options}"'
    return f"{base}{data}{' ' if options else ''}{options}"


def _side_by_side(group: argparse._ArgumentGroup) -> None:
    group.add_argument("--model", type=Path, help="a trained model to take as it is; default: the current one")
    group.add_argument("--sample", type=int, metavar="N", help="only so many sentences of each file")
    group.add_argument("--without-diet", action="store_true", help="leave Rasa's default pipeline out")
    group.add_argument("--diet-epochs", type=int, default=100, metavar="N", help="default: %(default)s, as Rasa's own")
    group.add_argument(
        "--diet-limit-s",
        type=int,
        default=1500,
        metavar="N",
        help="seconds after which DIET stops; default: %(default)s",
    )
    group.add_argument("--without-served", action="store_true", help="leave the running service out")
    group.add_argument("--folder", type=Path, default=DOCS, help="where the document goes; default: docs")


def _datasets(group: argparse._ArgumentGroup) -> None:
    group.add_argument("--shots", type=int, nargs="+", default=[10, 20], metavar="N", help="texts of each intent")
    group.add_argument("--seeds", type=int, nargs="+", default=[0, 1, 2], metavar="N")
    group.add_argument("--diet", nargs="*", default=[], metavar="SET", help="sets on which DIET is measured too")
