"""The report: a plain table on the screen; the same as Markdown, and the figures as JSON, in bench/results/."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, is_dataclass
from datetime import datetime, timezone
from pathlib import Path
from typing import Any, Dict, List, Optional, Sequence

from bench import tables
from bench.targets import Row
from waymark.operations.paths import ROOT

RESULTS = ROOT / "bench" / "results"

_HEADINGS = ("what", "Waymark", "moodbot", "target", "")


def plain(rows: Sequence[Row]) -> str:
    return tables.plain(_table(rows))


def markdown(rows: Sequence[Row]) -> str:
    return tables.markdown(_table(rows))


def machine() -> Dict[str, Any]:
    """Where and when: figures of different machines do not compare."""
    info = Path("/proc/cpuinfo").read_text(encoding="utf-8")
    model = next((line.split(":")[1].strip() for line in info.splitlines() if line.startswith("model name")), "")
    now = datetime.now(timezone.utc).isoformat(timespec="seconds")
    return {"measured_at": now, "cores": os.cpu_count(), "processor": model}


def write(name: str, text: str, figures: Dict[str, Any]) -> Path:
    """Write `name`.md and `name`.json; the path of the first."""
    RESULTS.mkdir(parents=True, exist_ok=True)
    where = machine()
    lines = f"Measured {where['measured_at']}, {where['cores']} cores, {where['processor']}."
    (RESULTS / f"{name}.json").write_text(json.dumps({**where, **figures}, indent=1, default=as_json), encoding="utf-8")
    path = RESULTS / f"{name}.md"
    path.write_text(f"{lines}\n\n{text}\n", encoding="utf-8")
    return path


def as_json(value: Any) -> Any:
    """For json.dumps: what it does not know by itself."""
    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    raise TypeError(f"{type(value).__name__} cannot be written as JSON")


def _table(rows: Sequence[Row]) -> List[List[str]]:
    return tables.without_empty_columns([_HEADINGS, *map(_cells, rows)])


def _cells(row: Row) -> List[str]:
    return [row.what, row.ours, row.moodbot, row.target, _met(row.met)]


def _met(met: Optional[bool]) -> str:
    return "" if met is None else ("met" if met else "not met")
