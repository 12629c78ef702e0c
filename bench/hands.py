"""How the danger detector hears writers it has not read: python -m bench.hands

Each hand that wrote expressions of danger (a file of data/risk) is held back in turn. From the scores for the hands held
back come the weights by which the two learners are put together, the limits of the whole detector, and the curve of danger
caught against false alarms. Writes docs/images/danger-hands.png. Scores are kept in .cache/hands.
"""

from __future__ import annotations

from dataclasses import astuple, replace
from typing import Dict, List

import numpy as np
from sklearn.linear_model import LogisticRegression

from bench.danger_limits import Asked, Judged, asked, choose, judge
from bench.held_back import Held, held_back
from waymark.language.arrays import Array
from waymark.language.risk.component import training_examples
from waymark.language.risk.detector import Limits
from waymark.language.risk.examples import EXPLICIT, NONE, hands
from waymark.language.risk.model import Options, chance
from waymark.operations.paths import ROOT

PLOT = ROOT / "docs" / "images" / "danger-hands.png"
#: Shares of harmless near-twins at which the table is read.
AT = (0.01, 0.02, 0.05, 0.10, 0.15, 0.20)
#: Hands that whoever wrote the patterns had read: there the whole detector looks better than it is.
READ = frozenset({"expressions", "second_hand", "third_hand", "fourth_hand", "fifth_hand"})


def caught(scores: Array, wanted: Array, danger: Array, alarms: float) -> float:
    """Share of `wanted` above the score that a share of `alarms` of the harmless ones exceeds."""
    harmless = np.sort(scores[~danger])[::-1]
    return float(np.mean(scores[wanted] > harmless[int(alarms * len(harmless))]))


def main() -> None:
    used = Options()
    examples = training_examples()
    held = held_back(examples, used, lambda line: print(line, flush=True))
    by_hands = [each for each in held if each.example.hand]
    leaning, kernel = (np.array([getattr(each.heard, name)[0] for each in by_hands]) for name in ("leaning", "kernel"))
    levels = np.array([each.example.level for each in by_hands])
    danger, openly = levels != NONE, levels == EXPLICIT
    blend = LogisticRegression(C=100).fit(np.c_[leaning, kernel], danger)
    found = replace(
        used,
        regression_weight=float(blend.coef_[0][0]),
        kernel_weight=float(blend.coef_[0][1]),
        bias=float(blend.intercept_[0]),
    )
    print(f"weights found: {found.regression_weight:.2f}, {found.kernel_weight:.2f}, {found.bias:.2f}")
    print(f"weights used:  {used.regression_weight}, {used.kernel_weight}, {used.bias}")
    rows = {"regression": leaning, "kernel machine": kernel, "both": chance(leaning, kernel, used)}
    print("| learner | " + " | ".join(f"{share:.0%}" for share in AT) + " |\n|---|" + "---|" * len(AT))
    for name, scores in rows.items():
        cells = (
            f"{caught(scores, danger, danger, share):.3f} ({caught(scores, openly, danger, share):.3f})" for share in AT
        )
        print(f"| {name} | " + " | ".join(cells) + " |")
    seen = dict(zip(map(id, held), asked(held, used)))
    chosen = choose([seen[id(each)] for each in held if each.hand not in READ], Limits())
    print(f"limits chosen: {chosen}\nlimits used:   {Limits()}")
    for limits in (chosen, Limits()):
        _tell(held, seen, limits, hands(examples))
    _kinds(by_hands)
    _draw(
        rows,
        danger,
        {
            name: judge([seen[id(each)] for each in held if (each.hand in READ) == read], Limits())
            for name, read in (("patterns had read", True), ("read by nobody", False))
        },
    )


def _tell(held: List[Held], seen: Dict[int, Asked], limits: Limits, names: List[str]) -> None:
    print(
        "| hand | caught | openly said, certain | near-twins: crisis | led | ordinary: crisis | led |\n|---|"
        + "---|" * 6
    )
    rows = {name: [each for each in held if each.hand == name] for name in names}
    rows["hands the patterns had read"] = [each for each in held if each.hand in READ]
    rows["hands read by nobody"] = [each for each in held if each.hand not in READ]
    for name, part in rows.items():
        shares = astuple(judge([seen[id(each)] for each in part], limits))
        print(f"| {name} | " + " | ".join(f"{share:.3f}" for share in shares) + " |")


def _kinds(held: List[Held]) -> None:
    """How often the learnt half names the right kind, of the danger in hands held back."""
    right: Dict[str, List[bool]] = {}
    for each in held:
        if each.example.kind != NONE:
            right.setdefault(each.example.kind, []).append(each.heard.kinds[0] == each.example.kind)
    print("kind right: " + ", ".join(f"{kind} {np.mean(found):.2f}" for kind, found in sorted(right.items())))
    print(f"kind right, all: {np.mean([one for found in right.values() for one in found]):.3f}")


def _draw(rows: Dict[str, Array], danger: Array, points: Dict[str, Judged]) -> None:
    import matplotlib  # type: ignore[import-untyped]

    matplotlib.use("Agg")
    from matplotlib import pyplot

    figure, axes = pyplot.subplots(figsize=(6, 4.5))
    shares = np.linspace(0.002, 0.4, 80)
    for name, scores in rows.items():
        axes.plot(shares, [caught(scores, danger, danger, share) for share in shares], label=name)
    for (name, point), marker in zip(points.items(), "os"):
        axes.plot(point.crisis + point.led, point.caught, marker, color="black", label=f"whole detector, hands {name}")
    axes.set_xlabel("harmless near-twins taken for danger")
    axes.set_ylabel("danger caught")
    axes.set_title("Hands the learners had not read")
    axes.grid(alpha=0.3)
    axes.legend(loc="lower right", fontsize="small")
    figure.tight_layout()
    PLOT.parent.mkdir(parents=True, exist_ok=True)
    figure.savefig(PLOT, dpi=80)


if __name__ == "__main__":
    main()
