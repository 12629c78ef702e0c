"""Danger caught against false alarms, over all limits that a score could be given."""

from __future__ import annotations

from dataclasses import dataclass
from typing import List, Sequence, Tuple

from bench.heard import HeardFiles


@dataclass(frozen=True)
class Curve:
    """`points`: (share of harmless sentences with an alarm, share of dangerous ones caught), from no alarm to all."""

    points: List[Tuple[float, float]]

    @property
    def area(self) -> float:
        """Under the curve: the chance that a dangerous sentence scores above a harmless one. 0.5 is guessing."""
        pairs = zip(self.points, self.points[1:])
        return sum((right - left) * (low + high) / 2 for (left, low), (right, high) in pairs)

    def caught_at(self, alarms: float) -> float:
        """The largest share caught with no larger share of false alarms than that."""
        return max(caught for share, caught in self.points if share <= alarms)


def curve(dangerous: Sequence[float], harmless: Sequence[float]) -> Curve:
    """Of the scores of sentences that should raise the alarm, and of those that should not; neither may be empty."""
    points = [(0.0, 0.0)]
    for limit in sorted({*dangerous, *harmless}, reverse=True):
        alarms = sum(score >= limit for score in harmless) / len(harmless)
        caught = sum(score >= limit for score in dangerous) / len(dangerous)
        points.append((alarms, caught))
    return Curve(points)


def any_danger(heard: HeardFiles) -> Curve | None:
    """Danger of any sort, by the score for it; None where no scores are told or a file is missing."""
    return _of(
        [found.scores.any for _, found in heard.get("crisis", []) if found.scores],
        [found.scores.any for _, found in heard.get("not_crisis", []) if found.scores],
    )


def open_danger(heard: HeardFiles) -> Curve | None:
    """Danger that is said openly, by the score for that."""
    return _of(
        [found.scores.explicit for said, found in heard.get("crisis", []) if found.scores and said.explicit],
        [found.scores.explicit for _, found in heard.get("not_crisis", []) if found.scores],
    )


def has_two_scores(heard: HeardFiles) -> bool:
    """Whether danger said openly has a score of its own."""
    return any(found.scores and found.scores.any != found.scores.explicit for _, found in heard.get("crisis", []))


def _of(dangerous: List[float], harmless: List[float]) -> Curve | None:
    return curve(dangerous, harmless) if dangerous and harmless else None
