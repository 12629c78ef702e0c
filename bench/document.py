"""docs/understanding-measured.md: written by the benchmark, one section by each part of it that was run last."""

from __future__ import annotations

from pathlib import Path

from bench.report import machine
from waymark.operations.paths import ROOT

DOCS = ROOT / "docs"
NAME = "understanding-measured.md"

_HEAD = """# Understanding, measured

This page is written by the benchmark and never by hand. What its lines mean:
[performance](performance.md#what-the-understanding-figures-mean). Figures of two machines or two days do not compare;
those of one section do. Intervals are 95 % confidence intervals (Wilson): of few sentences little can be said.
"""
#: In the order in which they stand in the document.
SECTIONS = ("side-by-side", "datasets")


def write(section: str, text: str, folder: Path = DOCS) -> Path:
    """Put `text` in the place of that section, and leave the others as they are; the path of the document."""
    path = folder / NAME
    old = path.read_text(encoding="utf-8") if path.exists() else ""
    kept = {name: _between(old, name) for name in SECTIONS}
    kept[section] = text.strip()
    parts = [f"{_open(name)}\n\n{kept[name]}\n\n{_close(name)}" for name in SECTIONS if kept[name]]
    folder.mkdir(parents=True, exist_ok=True)
    path.write_text("\n\n".join([_HEAD.strip(), *parts]) + "\n", encoding="utf-8")
    return path


def measured_with(command: str) -> str:
    """A sentence on when, by which command, and on what machine."""
    where = machine()
    return f"Measured on {where['measured_at'][:10]} with `{command}` on {where['cores']} cores, {where['processor']}."


def _open(name: str) -> str:
    return f"<!-- {name} -->"


def _close(name: str) -> str:
    return f"<!-- end of {name} -->"


def _between(text: str, name: str) -> str:
    if _open(name) not in text or _close(name) not in text:
        return ""
    return text.split(_open(name), 1)[1].split(_close(name), 1)[0].strip()
