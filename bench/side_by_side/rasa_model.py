"""A trained Rasa model, loaded as Rasa does, each part of its pipeline timed by itself."""

from __future__ import annotations

import asyncio
import json
import logging
import tarfile
import time
from collections import Counter
from pathlib import Path
from typing import Any, Callable, Dict, List

Parsed = Dict[str, Any]
#: What looks at a message right after a part has worked on it, outside of the part's time: (part, message).
Watcher = Callable[[Any, Any], None]


def parts_of(model: Path) -> Dict[str, str]:
    """Node of the model's graph -> module path of its class, for all parts of the pipeline, in their order."""
    with tarfile.open(model) as archive:
        kept = archive.extractfile("metadata.json")
        assert kept is not None, f"{model} holds no metadata.json"
        nodes = json.load(kept)["predict_schema"]["nodes"]
    return {
        name: node["uses"]
        for name, node in nodes.items()
        if node["fn"] == "process" and name != "run_RegexMessageHandler"
    }


def titles(parts: Dict[str, str]) -> Dict[str, str]:
    """Node -> name of its class, numbered where a class stands in the pipeline more than once."""
    names = {node: uses.rpartition(".")[2] for node, uses in parts.items()}
    often, so_far = Counter(names.values()), Counter[str]()
    for node, name in names.items():
        so_far[name] += 1
        if often[name] > 1:
            names[node] = f"{name} {so_far[name]}"
    return names


class RasaModel:
    """`milliseconds` holds, for each part, the time it took for each message parsed so far; `took_ms` that of the last
    message in all. What watches is in neither."""

    def __init__(self, model: Path) -> None:
        from rasa.core.agent import Agent
        from rasa.utils.log_utils import configure_structlog

        configure_structlog(logging.ERROR)  # else every message is logged as it is asked, which costs time
        self._titles = titles(parts_of(model))
        self._agent = Agent.load(str(model))
        self._loop = asyncio.new_event_loop()
        self.milliseconds: Dict[str, List[float]] = {title: [] for title in self._titles.values()}
        self.took_ms = 0.0
        self._watching_s = 0.0
        self._watchers: Dict[str, Watcher] = {}
        for node, title in self._titles.items():
            self._time(node, title)

    def watch(self, title: str, watcher: Watcher) -> None:
        """Have `watcher` see every message after the part of that title. A model without the part is left alone."""
        self._watchers[title] = watcher

    def parse(self, text: str) -> Parsed:
        """What the pipeline makes of a message, as Rasa's `/model/parse` would answer."""
        self._watching_s = 0.0
        started = time.perf_counter()
        parsed: Parsed = self._loop.run_until_complete(self._agent.parse_message(text))
        self.took_ms = 1000 * (time.perf_counter() - started - self._watching_s)
        return parsed

    def _time(self, node: str, title: str) -> None:
        runner = self._agent.processor.graph_runner._instantiated_nodes[node]
        process = runner._fn

        def timed(part: Any, messages: List[Any]) -> Any:
            started = time.perf_counter()
            processed = process(part, messages)
            self.milliseconds[title].append(1000 * (time.perf_counter() - started))
            self._show(title, part, processed)
            return processed

        runner._fn = timed

    def _show(self, title: str, part: Any, messages: List[Any]) -> None:
        watcher = self._watchers.get(title)
        if watcher:
            started = time.perf_counter()
            for message in messages:
                watcher(part, message)
            self._watching_s += time.perf_counter() - started
