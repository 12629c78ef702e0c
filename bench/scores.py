"""What each classifier of a comparison reached, and the table of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional, Sequence

_HEADINGS = (
    *("classifier", "topic first", "in first 3", "outside", "lost"),
    *("folds first", "folds in 3", "training s", "ms a message"),
)


@dataclass
class Score:
    """What one classifier reached; shares are of 1, absent ones were not measured."""

    letter: str
    name: str
    first: Optional[float] = None  # likeliest intent is a topic that is right
    three: Optional[float] = None  # one of the likeliest three is
    outside: Optional[float] = None  # out-of-scope sentences whose likeliest intent is an out-of-scope one
    lost: Optional[float] = None  # sentences in scope that were taken for out of scope
    folds_first: Optional[float] = None
    folds_three: Optional[float] = None
    train_s: Optional[float] = None
    message_ms: Optional[float] = None
    failed: str = ""


def table(scores: Sequence[Score]) -> str:
    """As Markdown."""
    lines = [
        f"| | {' | '.join(_HEADINGS)} |",
        f"|{'---|' * (len(_HEADINGS) + 1)}",
    ]
    for score in sorted(scores, key=lambda one: one.letter):
        shares = (score.first, score.three, score.outside, score.lost, score.folds_first, score.folds_three)
        cells = [_cell(share, ".3f") for share in shares] + [
            _cell(score.train_s, ".0f"),
            _cell(score.message_ms, ".1f"),
        ]
        name = f"{score.name} (failed)" if score.failed else score.name
        lines.append(f"| {score.letter} | {name} | {' | '.join(cells)} |")
    return "\n".join(lines)


def _cell(value: Optional[float], form: str) -> str:
    return "-" if value is None else format(value, form)
