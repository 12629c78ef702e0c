"""Start-up, memory and time of turns: Waymark first, then the moodbot, never both at once."""

from __future__ import annotations

import asyncio
import gzip
import os
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Callable, ContextManager, Dict, List

from bench import moodbot, sentences, training
from bench.processes import Memory, family, others
from bench.servers import Server, waymark
from bench.turns import Talk, ToRasa, ToWaymark, Turns, alone, at_once
from waymark.operations.model import train
from waymark.operations.settings import read_settings
from waymark.web.files import WIDGET
from waymark.web.joining import joined_script, joined_style


@dataclass
class Service:
    """What was measured of one service."""

    name: str
    ready_s: float
    memory: List[Memory]
    alone: Turns
    at_once: Turns
    guides: Turns | None = None  # one carer in guides; the moodbot has none


@dataclass
class Speed:
    ours: Service
    moodbot: Service
    widget_bytes: Dict[str, int]  # gzipped, by file name
    train_s: float | None
    load_before: float  # load average of the machine before anything was started
    disturbed_by: List[str]  # processes of the same environment that ran all the while: they distort time and memory


def measure(with_training: bool, say: Callable[[str], None]) -> Speed:
    """All of it: about two minutes, and more the first time, when the moodbot has to be made."""
    load = os.getloadavg()[0]
    disturbed = others(sys.executable, {*family(os.getpid()), os.getppid()})
    train(read_settings(), say)
    say("Making the moodbot, if it is not there …")
    moodbot.make()
    with tempfile.TemporaryDirectory(prefix="waymark-bench-") as working:
        logs = Path(working)
        say("Measuring Waymark …")
        ours = _service(waymark(logs), ToWaymark(), sentences.carers(), sentences.in_guides())
        say("Measuring the moodbot …")
        theirs = _service(moodbot.moodbot(logs), ToRasa(), sentences.moods())
    seconds = None
    if with_training:
        say("Training from nothing …")
        seconds = training.seconds()
    return Speed(ours, theirs, widget_bytes(), seconds, load, disturbed)


def widget_bytes() -> Dict[str, int]:
    """What a browser loads, gzipped at the level web servers use."""
    files = {"widget.js": joined_script(WIDGET), "widget.css": joined_style(WIDGET)}
    return {name: len(gzip.compress(content, 6)) for name, content in files.items()}


def _service(
    starting: ContextManager[Server], talk: Talk, conversations: List[List[str]], guides: List[List[str]] | None = None
) -> Service:
    with starting as server:
        one = asyncio.run(alone(server.url, talk, conversations))
        in_guides = asyncio.run(alone(server.url, talk, guides)) if guides else None
        many = asyncio.run(at_once(server.url, talk, conversations))
        return Service(server.name, server.ready_s, server.memory(), one, many, in_guides)
