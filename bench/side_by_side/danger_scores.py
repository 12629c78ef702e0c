"""How dangerous a message seems to the detector, as numbers, for curves."""

from __future__ import annotations

from bench.heard import DangerScores
from waymark.language.reading import Reading
from waymark.language.risk.detector import Detector


def risk_scores(detector: Detector, reading: Reading) -> DangerScores:
    """The learnt half's chances that danger is spoken of at all, anywhere in the message, and that it is said openly.

    Patterns give no number. What they add shows in the operating points beside the curve.

    Raises:
        ValueError: the detector has no learnt half.
    """
    learnt = detector.scores(reading)
    danger = max(learnt.whole, learnt.gravest)
    return DangerScores(danger, danger * learnt.openly)
