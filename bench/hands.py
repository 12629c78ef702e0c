"""How the danger detector hears writers it has not read: python -m bench.hands

Each hand that wrote expressions of danger (a file of data/risk) is held back in turn. From the scores for the hands held
back come the weights by which the two learners are put together, and the curve of danger caught against false alarms
from which thresholds are read. Takes about ten minutes on two cores; writes docs/images/understanding/danger-hands.png.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import List

import numpy as np
from sklearn.linear_model import LogisticRegression

from waymark.language.arrays import Array
from waymark.language.encoder.kept import encode_training_texts
from waymark.language.risk.component import training_examples
from waymark.language.risk.model import EXPLICIT, NONE, Example, Options, RiskModel, hands
from waymark.operations.paths import ROOT

PLOT = ROOT / "docs" / "images" / "understanding" / "danger-hands.png"
#: Shares of harmless near-twins at which the table is read.
AT = (0.01, 0.02, 0.05, 0.10, 0.15, 0.20)


@dataclass(frozen=True)
class Scores:
    """For every sentence held back: both learners' scores, whether it is danger, whether it says so openly."""

    leaning: Array
    kernel: Array
    danger: Array
    openly: Array

    @staticmethod
    def joined(parts: List[Scores]) -> Scores:
        return Scores(*(np.concatenate([getattr(part, name) for part in parts]) for name in vars(parts[0])))


def judged(examples: List[Example], vectors: Array, hand: str) -> Scores:
    """Scores for the sentences of `hand`, by a model that learnt from all others."""
    held = np.array([example.hand == hand for example in examples])
    learnt = [example for example, out in zip(examples, held) if not out]
    asked = [example for example, out in zip(examples, held) if out]
    model = RiskModel().fit(learnt, vectors[~held])
    leaning, kernel = model.both([example.text for example in asked], vectors[held])
    danger = np.array([example.level != NONE for example in asked])
    return Scores(leaning, kernel, danger, np.array([example.level == EXPLICIT for example in asked]))


def caught(scores: Array, wanted: Array, danger: Array, alarms: float) -> float:
    """Share of `wanted` above the score that a share of `alarms` of the harmless ones exceeds."""
    harmless = np.sort(scores[~danger])[::-1]
    return float(np.mean(scores[wanted] > harmless[int(alarms * len(harmless))]))


def main() -> None:
    examples = training_examples()
    vectors = encode_training_texts([example.text for example in examples])
    parts = []
    for hand in hands(examples):
        parts.append(judged(examples, vectors, hand))
        print(f"{hand}: {len(parts[-1].danger)} sentences judged", flush=True)
    every = Scores.joined(parts)
    blend = LogisticRegression(C=100).fit(np.c_[every.leaning, every.kernel], every.danger)
    together = blend.decision_function(np.c_[every.leaning, every.kernel])
    print(
        f"weights found: regression {blend.coef_[0][0]:.2f}, kernel {blend.coef_[0][1]:.2f}, bias {blend.intercept_[0]:.2f}"
    )
    used = Options()
    print(f"weights used:  {used.regression_weight}, {used.kernel_weight}, {used.bias}")
    rows = {"regression": every.leaning, "kernel machine": every.kernel, "both": together}
    print("| learner | " + " | ".join(f"{share:.0%}" for share in AT) + " |\n|---|" + "---|" * len(AT))
    for name, scores in rows.items():
        cells = (
            f"{caught(scores, every.danger, every.danger, share):.3f} ({caught(scores, every.openly, every.danger, share):.3f})"
            for share in AT
        )
        print(f"| {name} | " + " | ".join(cells) + " |")
    chance = 1.0 / (1.0 + np.exp(-together))
    for limit in np.arange(0.2, 1.0, 0.05):
        alarm, found, openly = (np.mean(chance[part] >= limit) for part in (~every.danger, every.danger, every.openly))
        print(f"chance {limit:.2f}: caught {found:.3f}, openly said {openly:.3f}, false alarms {alarm:.3f}")
    _draw(rows, every)


def _draw(rows: dict[str, Array], every: Scores) -> None:
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot

    figure, axes = pyplot.subplots(figsize=(6, 4.5))
    shares = np.linspace(0.002, 0.4, 80)
    for name, scores in rows.items():
        axes.plot(shares, [caught(scores, every.danger, every.danger, share) for share in shares], label=name)
    axes.set_xlabel("harmless near-twins taken for danger")
    axes.set_ylabel("danger caught")
    axes.set_title("Hands the detector had not read")
    axes.grid(alpha=0.3)
    axes.legend(loc="lower right")
    figure.tight_layout()
    PLOT.parent.mkdir(parents=True, exist_ok=True)
    figure.savefig(PLOT, dpi=110)


if __name__ == "__main__":
    main()
