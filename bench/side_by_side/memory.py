"""Megabytes that each part adds to a process: python -m bench.side_by_side.memory MODEL|full-text

Run in a process of its own, so that nothing is there already. Prints JSON: [[part, megabytes], …], in order of loading.
"""

from __future__ import annotations

import gc
import importlib
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any, Dict, List, Tuple

from waymark.operations.paths import KNOWLEDGE, ROOT

FULL_TEXT = "full-text"
#: Rows that are no part of a pipeline.
PYTHON, RASA, REST, MESSAGES = "Python alone", "Rasa and TensorFlow, imported", "the rest of the model", "while working"
WITHIN_S = 300

Grown = List[Tuple[str, float]]


def measured(what: str) -> Grown:
    """Ask a fresh process.

    Raises:
        RuntimeError: it failed; the message holds the end of its output.
        subprocess.TimeoutExpired: it took too long, and was ended.
    """
    command = [sys.executable, "-m", "bench.side_by_side.memory", what]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=WITHIN_S)
    if ended.returncode:
        raise RuntimeError(f"{' '.join(command[1:])} failed:\n{ended.stderr[-2000:]}")
    return [(part, float(megabytes)) for part, megabytes in json.loads(ended.stdout.splitlines()[-1])]


class Growth:
    """What the process grew by since it was asked last."""

    def __init__(self) -> None:
        self._before = 0.0
        self.rows: Dict[str, float] = {}

    def since(self, part: str) -> None:
        """Count what came since the last call, or since the start, for `part`."""
        gc.collect()
        now = resident()
        self.rows[part] = self.rows.get(part, 0.0) + now - self._before
        self._before = now


def resident() -> float:
    """Megabytes that this process holds in memory now."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def of_full_text(growth: Growth) -> None:
    from bench.sentences import carers
    from bench.side_by_side.full_text import FullText
    from waymark.knowledge.loading import load_knowledge

    knowledge = load_knowledge(KNOWLEDGE)
    growth.since("knowledge, read")
    search = FullText(knowledge)
    growth.since("search")
    for said in carers():
        search.hear(said[0])
    growth.since(MESSAGES)


def of_model(model: Path, growth: Growth) -> None:
    """A part's modules are counted with it, unless something before has imported them already."""
    graph = importlib.import_module("rasa.engine.graph")
    importlib.import_module("rasa.core.agent")

    from bench.sentences import carers
    from bench.side_by_side.rasa_model import RasaModel, parts_of, titles

    growth.since(RASA)
    parts = parts_of(model)
    names = titles(parts)
    for node, uses in parts.items():
        importlib.import_module(uses.rpartition(".")[0])
        growth.since(names[node])
    load = graph.GraphNode._load_component

    def watched(node: Any, **given: Any) -> None:
        growth.since(REST)
        load(node, **given)
        growth.since(names.get(node._node_name, REST))

    graph.GraphNode._load_component = watched
    loaded = RasaModel(model)
    growth.since(REST)
    for said in carers():
        loaded.parse(said[0])
    growth.since(MESSAGES)


def main() -> None:
    growth = Growth()
    growth.since(PYTHON)
    of_full_text(growth) if sys.argv[1] == FULL_TEXT else of_model(Path(sys.argv[1]), growth)
    print(json.dumps(list(growth.rows.items())))


if __name__ == "__main__":
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    os.environ.setdefault("RASA_TELEMETRY_ENABLED", "false")
    main()
