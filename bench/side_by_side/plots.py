"""Small pictures of what was measured."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Dict, List, Sequence

from matplotlib.axes import Axes  # type: ignore[import-untyped]
from matplotlib.figure import Figure  # type: ignore[import-untyped]

from bench.measures import Measure, measures
from bench.side_by_side import confusion
from bench.side_by_side.calibration import bins, expected_error, judged
from bench.side_by_side.comparison import Entry
from bench.side_by_side.curves import any_danger, has_two_scores, open_danger
from bench.targets import UNDERSTANDING

#: Told apart by those who see few colours, too.
COLOURS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7")
DOTS_AN_INCH = 90
_SHARES = ("topic", "topic_in_three", "outside", "risk", "risk_certain", "alarm", "alarm_any")


def draw(entries: Sequence[Entry], sets: Dict[str, str], folder: Path) -> Dict[str, str]:
    """Draw all that can be drawn; title of each picture -> its file name. `sets`: key and title of each set of files."""
    folder.mkdir(parents=True, exist_ok=True)
    there = [entry for entry in entries if entry.heard]
    if not there:
        return {}
    pictures = {
        "Shares, with 95 % confidence": ("shares.png", _shares),
        "Confidence and being right": ("reliability.png", _reliability),
        "Danger caught against false alarms": ("danger.png", _danger),
    }
    for file, panel in pictures.values():
        figure, axes = _figure(len(sets), 5.2, 4.2)
        for axis, (key, title) in zip(axes, sets.items()):
            panel(axis, there, key)
            axis.set_title(title, fontsize=10)
        _save(figure, folder / file)
    names = {title: file for title, (file, _) in pictures.items()}
    for key, title in sets.items():
        _save(_confusion(there, key), folder / f"confusion-{key}.png")
        names[f"What sentences were taken for: {title}"] = f"confusion-{key}.png"
    return names


def _shares(axis: Axes, entries: Sequence[Entry], key: str) -> None:
    for index, entry in enumerate(entries):
        by_name = {one.name: one for one in measures(entry.heard.get(key, {}))}
        shown = [(place, by_name[name]) for place, name in enumerate(_SHARES) if name in by_name]
        axis.errorbar(
            [one.share for _, one in shown],
            [place + 0.2 * (index - (len(entries) - 1) / 2) for place, _ in shown],
            xerr=_reach([one for _, one in shown]),
            fmt="o",
            markersize=4,
            color=COLOURS[index],
            label=entry.name,
        )
    axis.set_yticks(range(len(_SHARES)), [UNDERSTANDING[name][0] for name in _SHARES], fontsize=8)
    axis.invert_yaxis()
    axis.set_xlim(-0.02, 1.02)
    axis.grid(axis="x", alpha=0.3)
    axis.legend(fontsize=7, loc="upper center", bbox_to_anchor=(0.5, -0.07), ncol=max(1, len(entries)))


def _reach(shown: Sequence[Measure]) -> List[List[float]]:
    """How far the interval reaches to the left and to the right of each share."""
    intervals = [(one.share, *one.interval) for one in shown]
    return [
        [max(0.0, share - low) for share, low, _ in intervals],
        [max(0.0, high - share) for share, _, high in intervals],
    ]


def _reliability(axis: Axes, entries: Sequence[Entry], key: str) -> None:
    axis.plot([0, 1], [0, 1], color="#999999", linewidth=1)
    for index, entry in enumerate(entries):
        sure = judged(entry.heard.get(key, {}))
        held = bins(sure)
        if not held:
            continue
        label = f"{entry.name}: error {expected_error(sure):.3f}"
        axis.plot([one.confidence for one in held], [one.right for one in held], color=COLOURS[index], label=label)
        sizes = [8 + 400 * one.count / len(sure) for one in held]
        axis.scatter(
            [one.confidence for one in held], [one.right for one in held], sizes, color=COLOURS[index], alpha=0.6
        )
    axis.set_xlabel("confidence in the likeliest intent", fontsize=8)
    axis.set_ylabel("share that is right", fontsize=8)
    _square(axis, "upper left")


def _danger(axis: Axes, entries: Sequence[Entry], key: str) -> None:
    for index, entry in enumerate(entries):
        heard = entry.heard.get(key, {})
        by_name = {one.name: one.share for one in measures(heard)}
        whole, openly = any_danger(heard), open_danger(heard)
        if whole:
            axis.step(*zip(*whole.points), where="post", color=COLOURS[index], label=f"{entry.name}, by its score")
        if openly and has_two_scores(heard):
            axis.step(
                *zip(*openly.points), where="post", color=COLOURS[index], linestyle=":", label="the same, said openly"
            )
        if {"alarm_any", "risk"} <= by_name.keys():
            axis.plot(
                by_name["alarm_any"], by_name["risk"], "o", color=COLOURS[index], label=f"{entry.name}, as it decides"
            )
        if {"alarm", "risk_certain"} <= by_name.keys() and by_name["alarm"] != by_name["alarm_any"]:
            axis.plot(
                by_name["alarm"],
                by_name["risk_certain"],
                "s",
                color=COLOURS[index],
                label="fixed reply, to openly said danger",
            )
    axis.set_xlabel("harmless sentences with an alarm", fontsize=8)
    axis.set_ylabel("danger caught", fontsize=8)
    _square(axis, "lower right")


def _square(axis: Axes, legend: str) -> None:
    axis.set_xlim(-0.02, 1.02)
    axis.set_ylim(-0.02, 1.02)
    axis.grid(alpha=0.3)
    if axis.get_legend_handles_labels()[0]:
        axis.legend(fontsize=7, loc=legend)


def _confusion(entries: Sequence[Entry], key: str) -> Figure:
    labels = sorted({said.topic for entry in entries for said, _ in entry.heard[key].get("topics", [])})
    rows, columns = [*labels, confusion.OUTSIDE], [*labels, confusion.ASKED, confusion.NOTHING, confusion.DANGER]
    figure, axes = _figure(len(entries), 4.6, 4.8)
    for axis, entry in zip(axes, entries):
        counts = confusion.matrix(entry.heard[key])
        shares = []
        for row in rows:
            total = sum(count for (label, _), count in counts.items() if label == row) or 1
            shares.append([counts[row, column] / total for column in columns])
        axis.imshow(shares, cmap="Blues", vmin=0, vmax=1, aspect="auto")
        axis.set_title(entry.name, fontsize=9)
        axis.set_xticks(range(len(columns)), columns, fontsize=5, rotation=90)
        axis.set_yticks(range(len(rows)), rows, fontsize=5)
    return figure


def _figure(panels: int, width: float, height: float) -> tuple[Figure, List[Any]]:
    figure = Figure(figsize=(width * panels, height), layout="constrained")
    return figure, list(figure.subplots(1, panels, squeeze=False)[0])


def _save(figure: Figure, path: Path) -> None:
    figure.savefig(path, dpi=DOTS_AN_INCH, pil_kwargs={"optimize": True})
