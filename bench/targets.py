"""The targets of the design, beside what was measured."""

from __future__ import annotations

from dataclasses import dataclass
from typing import List, Optional

from bench.measures import Measure
from bench.speed import Speed

#: A turn may take this share of the moodbot's time, and must bring this multiple of its turns a second.
TIME_SHARE, RATE_MULTIPLE = 0.6, 2.0
P95_AT_ONCE_MS, READY_S, MEMORY_MB, TRAIN_S, WIDGET_BYTES = 1000, 10, 700, 60, 15000

#: Measure of understanding: what it is, its target, and whether more is better.
UNDERSTANDING = {
    "topic": ("Topic right", 0.90, True),
    "topic_or_clarify": ("Topic right, or offered in a clarify", 0.95, True),
    "topic_in_three": ("Topic among the likeliest three", None, True),
    "outside": ("Out of scope, not answered", 0.90, True),
    "risk": ("Danger caught", 0.99, True),
    "risk_certain": ("Explicit danger, certain", 0.95, True),
    "risk_kind": ("Kind of danger right, of those caught", None, True),
    "alarm": ("Harmless sent to crisis", 0.02, False),
    "alarm_soft": ("Harmless, led by a kind line", None, False),
    "alarm_any": ("Harmless, any alarm", None, False),
    "two_either": ("Two needs: one of them answered", None, True),
    "two_in_three": ("Two needs: both among the likeliest three", None, True),
    "two_noted": ("Two needs: both answered, noted or offered", None, True),
    "refused": ("One topic refused: the wanted one right", None, True),
    "refused_answered": ("One topic refused: answered all the same", None, False),
    "homes": ("Homes of carer and person right", 0.98, True),
    "fact:relationship": ("Relationship right", None, True),
    "fact:carer_age": ("Age of the carer right", None, True),
    "fact:person_age": ("Age of the person right", None, True),
    "fact:condition": ("Condition right", None, True),
    "fact:voice": ("Who writes right", None, True),
    "errors": ("Turns that failed", None, False),
}


@dataclass(frozen=True)
class Row:
    """One line of the report; `met` is None where there is no target."""

    what: str
    ours: str
    moodbot: str = ""
    target: str = ""
    met: Optional[bool] = None


def speed_rows(speed: Speed) -> List[Row]:
    ours, theirs = speed.ours, speed.moodbot
    return [
        Row(
            "Start to ready",
            f"{ours.ready_s:.1f} s",
            f"{theirs.ready_s:.1f} s",
            f"< {READY_S} s",
            ours.ready_s < READY_S,
        ),
        *_memory_rows(speed),
        *(_alone_row(speed, share) for share in (0.50, 0.95)),
        *_guide_rows(speed),
        Row(
            "Turn, 50 carers at once, p95",
            f"{ours.at_once.percentile(0.95):.0f} ms",
            f"{theirs.at_once.percentile(0.95):.0f} ms",
            f"< {P95_AT_ONCE_MS} ms",
            ours.at_once.percentile(0.95) < P95_AT_ONCE_MS,
        ),
        Row(
            "Turn, 50 carers at once, p50",
            f"{ours.at_once.percentile(0.5):.0f} ms",
            f"{theirs.at_once.percentile(0.5):.0f} ms",
        ),
        _rate_row(speed),
        _error_row(speed),
        *_training_rows(speed),
        _widget_row(speed),
    ]


def _guide_rows(speed: Speed) -> List[Row]:
    """A turn in a guide, beside how many of the turns timed were none."""
    turns = speed.ours.guides
    if turns is None:
        return []
    asked = sum(count for outcome, count in turns.outcomes.items() if outcome.startswith("guide_"))
    told = f" ({asked} of {len(turns.milliseconds)} turns in a guide)"
    return [
        Row(f"Turn of a guide, one carer, p{share * 100:.0f}", f"{turns.percentile(share):.1f} ms{told}")
        for share in (0.50, 0.95)
    ]


def understanding_rows(measures: List[Measure]) -> List[Row]:
    by_name = {one.name: one for one in measures}
    return [_understanding_row(by_name[name]) for name in UNDERSTANDING if name in by_name]


def _understanding_row(one: Measure) -> Row:
    what, target, more = UNDERSTANDING[one.name]
    aim = "" if target is None else f"{'>=' if more else '<'} {target:.2f}"
    met = None if target is None else (one.share >= target if more else one.share < target)
    low, high = one.interval
    return Row(what, f"{one.share:.3f} ({one.hits}/{one.cases}), {low:.2f} to {high:.2f}", "", aim, met)


def _memory_rows(speed: Speed) -> List[Row]:
    theirs = max((row.proportional_mb for row in speed.moodbot.memory), default=0.0)
    rows = []
    for row in speed.ours.memory:
        beside = f"{theirs:.0f} MB" if row.name == "waymark.rasa" else ""
        own = f"{row.proportional_mb:.0f} MB (resident {row.resident_mb:.0f})"
        met: Optional[bool] = row.proportional_mb < MEMORY_MB
        if met and speed.disturbed_by and row.resident_mb >= MEMORY_MB:
            met = None  # pages shared with strangers make it look small
        rows.append(Row(f"Memory of {row.name}", own, beside, f"< {MEMORY_MB} MB", met))
    total = sum(row.proportional_mb for row in speed.ours.memory)
    return [
        *rows,
        Row(
            "Memory of all processes",
            f"{total:.0f} MB",
            f"{sum(row.proportional_mb for row in speed.moodbot.memory):.0f} MB",
        ),
    ]


def _alone_row(speed: Speed, share: float) -> Row:
    own, other = speed.ours.alone.percentile(share), speed.moodbot.alone.percentile(share)
    aim = f"<= {TIME_SHARE} x moodbot = {TIME_SHARE * other:.1f} ms"
    return Row(
        f"Turn, one carer, p{100 * share:.0f}", f"{own:.1f} ms", f"{other:.1f} ms", aim, own <= TIME_SHARE * other
    )


def _rate_row(speed: Speed) -> Row:
    own, other = speed.ours.at_once.a_second, speed.moodbot.at_once.a_second
    aim = f">= {RATE_MULTIPLE:.0f} x moodbot = {RATE_MULTIPLE * other:.0f}"
    return Row("Turns a second, 50 carers at once", f"{own:.0f}", f"{other:.0f}", aim, own >= RATE_MULTIPLE * other)


def _error_row(speed: Speed) -> Row:
    own, other = (service.alone.errors + service.at_once.errors for service in (speed.ours, speed.moodbot))
    return Row("Turns that failed, of all", str(own), str(other), "0", own == 0)


def _training_rows(speed: Speed) -> List[Row]:
    if speed.train_s is None:
        return []
    return [Row("Training from nothing", f"{speed.train_s:.0f} s", "", f"< {TRAIN_S} s", speed.train_s < TRAIN_S)]


def _widget_row(speed: Speed) -> Row:
    total = sum(speed.widget_bytes.values())
    parts = ", ".join(f"{name} {size / 1000:.1f}" for name, size in speed.widget_bytes.items())
    return Row(
        "Widget, gzipped",
        f"{total / 1000:.1f} kB ({parts})",
        "",
        f"< {WIDGET_BYTES / 1000:.0f} kB",
        total < WIDGET_BYTES,
    )
