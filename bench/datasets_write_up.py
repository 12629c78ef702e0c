"""The public sets as a section of the document."""

from __future__ import annotations

from pathlib import Path
from typing import Dict, List, Sequence

from bench import document
from bench.datasets import DIET, OURS, Result, by_set
from bench.intervals import wilson
from bench.tables import Cells, markdown

#: USE+ConveRT at 10 texts an intent: Casanueva et al. 2020, "Efficient Intent Detection with Dual Sentence Encoders".
PUBLISHED: Dict[str, float] = {"BANKING77": 0.852, "CLINC150": 0.933, "HWU64": 0.858}
PUBLISHED_SHOTS = 10

_ABOUT = """The classifier of the assistant, with the settings it has there, on public sets of other fields: to show that
it is not made for one field only. It learns from 10 and from 20 texts of each intent, drawn with three seeds
(`random.Random(seed).sample` of each intent's training rows in file order), and is judged on the whole test split; of
CLINC150 on its 150 intents. Shares are means over the seeds, with the lowest and the highest. Published: the pretrained
encoders USE and ConveRT together, at 10 texts an intent (Casanueva et al. 2020). Its draws are not these."""


def write(results: Sequence[Result], command: str, folder: Path = document.DOCS) -> Path:
    text = "\n\n".join(
        ["## Public sets", document.measured_with(command), _ABOUT, markdown(table(results)), *verdicts(results)]
    )
    return document.write("datasets", text, folder)


def table(results: Sequence[Result]) -> Cells:
    rows: List[List[str]] = [["set", "texts an intent", "contestant", "right", "published", "training"]]
    for name, those in by_set(results).items():
        for one in sorted(those, key=lambda each: (each.shots, each.contestant)):
            published = f"{PUBLISHED[name]:.3f}" if one.shots == PUBLISHED_SHOTS and name in PUBLISHED else ""
            rows.append([name, str(one.shots), _contestant(one), _right(one), published, _training(one)])
    return rows


def verdicts(results: Sequence[Result]) -> List[str]:
    """A line for each set with a published figure: met, or by how much not."""
    lines = []
    for one in results:
        if one.contestant == OURS and one.shots == PUBLISHED_SHOTS and one.set in PUBLISHED and one.shares:
            gap = 100 * (one.mean - PUBLISHED[one.set])
            told = "above" if gap >= 0 else "below"
            lines.append(f"- {one.set}: {abs(gap):.1f} points {told} the published figure.")
    return ["\n".join(lines)] if lines else []


def _contestant(one: Result) -> str:
    return f"{one.contestant}, {one.epochs} epochs" if one.contestant == DIET and one.epochs else one.contestant


def _right(one: Result) -> str:
    if not one.shares:
        return f"not measured: {one.failed}"
    if len(one.shares) > 1:
        return f"{one.mean:.3f} ({min(one.shares):.3f} to {max(one.shares):.3f})"
    low, high = wilson(round(one.mean * one.tests), one.tests)
    return f"{one.mean:.3f} (one seed; {low:.3f} to {high:.3f} with 95 % confidence)"


def _training(one: Result) -> str:
    return f"{sum(one.train_s) / len(one.train_s):.0f} s" if one.train_s else ""
