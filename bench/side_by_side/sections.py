"""The tables of the comparison, each as rows of cells with the headings first."""

from __future__ import annotations

from typing import Callable, Dict, List, Optional, Sequence

from bench.heard import Heard, HeardFiles
from bench.intervals import wilson
from bench.labelled import Sentence
from bench.measures import answered, measures, risky
from bench.side_by_side import confusion
from bench.side_by_side.calibration import expected_error, judged
from bench.side_by_side.comparison import Entry, Part
from bench.side_by_side.curves import any_danger, open_danger
from bench.targets import UNDERSTANDING

Cells = List[List[str]]
#: Rows of tables that show the worst only.
MOST = 8
#: Share of false alarms at which curves are read.
ALARMS = 0.05


def shares(entries: Sequence[Entry], key: str) -> Cells:
    """Every measure of a set of files, contestants side by side."""
    there = _with(entries, key)
    found = [{one.name: one for one in measures(entry.heard[key])} for entry in there]
    rows = [["", *(entry.name for entry in there), "target"]]
    for name, (what, target, more) in UNDERSTANDING.items():
        if any(name in each for each in found):
            aim = "" if target is None else f"{'at least' if more else 'under'} {target:.2f}"
            cells = [share(each[name].hits, each[name].cases) if name in each else "" for each in found]
            rows.append([what, *cells, aim])
    return rows


def share(hits: int, cases: int) -> str:
    """'0.894 (160 of 179; 0.84 to 0.93)'."""
    low, high = wilson(hits, cases)
    return f"{hits / cases:.3f} ({hits} of {cases}; {low:.2f} to {high:.2f})"


def groups(entries: Sequence[Entry], key: str) -> Cells:
    """Shares by how sentences are written or why they are there."""
    there = _with(entries, key)
    rows = [["file", "sentences that are", "number", *(entry.name for entry in there)]]
    for file, hit in _HITS.items():
        names = sorted({said.group for entry in there for said, _ in entry.heard[key].get(file, []) if said.group})
        for name in names:
            cells = [_grouped(entry.heard[key], file, name, hit) for entry in there]
            number = sum(said.group == name for said, _ in there[0].heard[key][file])
            rows.append([_FILES[file], name, str(number), *cells])
    return rows


_HITS: Dict[str, Callable[[Sentence, Heard], bool]] = {"topics": answered, "crisis": risky, "not_crisis": risky}
_FILES = {"topics": "topic right", "crisis": "danger caught", "not_crisis": "any false alarm"}


def _grouped(heard: HeardFiles, file: str, name: str, hit: Callable[[Sentence, Heard], bool]) -> str:
    pairs = [pair for pair in heard.get(file, []) if pair[0].group == name]
    return f"{sum(hit(*pair) for pair in pairs) / len(pairs):.2f}" if pairs else ""


def kinds(entries: Sequence[Entry], key: str) -> Cells:
    """Danger caught, by kind."""
    there = _with(entries, key)
    names = sorted({said.kind for said, _ in there[0].heard[key].get("crisis", [])}) if there else []
    rows = [["kind of danger", "number", *(entry.name for entry in there)]]
    for name in names:
        of_kind = [[pair for pair in entry.heard[key].get("crisis", []) if pair[0].kind == name] for entry in there]
        cells = [f"{sum(risky(*pair) for pair in pairs) / len(pairs):.2f}" if pairs else "" for pairs in of_kind]
        rows.append([f"`{name}`", str(len(of_kind[0])), *cells])
    return rows


def worst_topics(entries: Sequence[Entry], key: str) -> Cells:
    """The topics that the first contestant misses most, beside what the others make of them."""
    there = _with(entries, key)
    rows = [["topic", *(entry.name for entry in there)]]
    if there:
        others = [confusion.by_topic(entry.heard[key]) for entry in there]
        for one in confusion.worst(there[0].heard[key], MOST):
            rows.append([f"`{one.topic}`", *(share(each[one.topic].hits, each[one.topic].cases) for each in others)])
    return rows


def mistakes(entries: Sequence[Entry], key: str) -> Cells:
    """The most frequent mistakes of each contestant, side by side."""
    there = _with(entries, key)
    columns = [confusion.frequent(entry.heard[key], MOST) for entry in there]
    rows = [[entry.name for entry in there]]
    for place in range(max(map(len, columns), default=0)):
        cells = [each[place] if place < len(each) else None for each in columns]
        rows.append([f"{one[0]} → {one[1]} ({one[2]})" if one else "" for one in cells])
    return rows


def certainty(entries: Sequence[Entry], sets: Dict[str, str]) -> Cells:
    """Calibration, and how well danger is told from harmless sentences at any limit."""
    rows = [["set", "contestant", "calibration error", "mean confidence", "right", "danger: area", "openly said: area"]]
    rows[0].append(f"danger caught at {ALARMS:.0%} false alarms")
    for key, title in sets.items():
        for entry in _with(entries, key):
            sure, whole, openly = judged(entry.heard[key]), any_danger(entry.heard[key]), open_danger(entry.heard[key])
            if sure:
                confidence, right = (sum(column) / len(sure) for column in zip(*sure))
                areas = [f"{each.area:.3f}" if each else "" for each in (whole, openly)]
                caught = f"{whole.caught_at(ALARMS):.3f}" if whole else ""
                sureness = [f"{expected_error(sure):.3f}", f"{confidence:.3f}", f"{right:.3f}"]
                rows.append([title, entry.name, *sureness, *areas, caught])
    return rows


def costs(entries: Sequence[Entry]) -> Cells:
    """Milliseconds and megabytes of each part."""
    rows = [["contestant", "part", "ms, p50", "ms, p95", "MB"]]
    for entry in entries:
        parts = [*entry.parts, *([entry.message] if entry.message else [])]
        rows += [[entry.name, part.name, *_cost(part)] for part in parts]
        if entry.parts:
            total = sum(part.megabytes or 0.0 for part in entry.parts)
            rows.append([entry.name, "the process, in all", "", "", f"{total:.0f}"])
    return rows


def _cost(part: Part) -> List[str]:
    return [_number(part.p50_ms, ".2f"), _number(part.p95_ms, ".2f"), _number(part.megabytes, ".1f")]


def _number(value: Optional[float], form: str) -> str:
    return "" if value is None else format(value, form)


def _with(entries: Sequence[Entry], key: str) -> List[Entry]:
    return [entry for entry in entries if key in entry.heard]
