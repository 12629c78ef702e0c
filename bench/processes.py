"""Processes as Linux shows them under /proc: who started whom, what they are, how much memory they hold."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Dict, List, Set

PROC = Path("/proc")


@dataclass(frozen=True)
class Memory:
    """Megabytes. Pages that several processes hold are shared out in the first, and count in full in the second."""

    name: str
    proportional_mb: float
    resident_mb: float


def started_at(pid: int) -> str:
    """The kernel's start time of a process: tells a number that was used again from it. Empty when it has ended."""
    try:
        return (PROC / str(pid) / "stat").read_text().rpartition(")")[2].split()[19]
    except (OSError, IndexError):
        return ""


def family(pid: int) -> List[int]:
    """`pid` and all that descend from it, parents first."""
    children: Dict[int, List[int]] = {}
    for folder in PROC.iterdir():
        if folder.name.isdigit():
            try:
                parent = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
            except (OSError, IndexError):  # ended in the meantime
                continue
            children.setdefault(parent, []).append(int(folder.name))
    found = [pid]
    for one in found:
        found.extend(children.get(one, []))
    return found


def memory(pid: int) -> List[Memory]:
    """One row for each Python module the family runs, largest first; shells in between are left out.

    Forks count with their parent: honcho watches each process with one.
    """
    rows: Dict[str, Memory] = {}
    for one in family(pid):
        if "python" in command(one).split(" ")[0]:
            own = _memory(one)
            kept = rows.get(own.name, Memory(own.name, 0.0, 0.0))
            both = (kept.proportional_mb + own.proportional_mb, kept.resident_mb + own.resident_mb)
            rows[own.name] = Memory(own.name, *both)
    return sorted((row for row in rows.values() if row.resident_mb), key=lambda row: -row.proportional_mb)


def command(pid: int) -> str:
    """The command line; empty when the process has ended."""
    try:
        return (PROC / str(pid) / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace").strip()
    except OSError:
        return ""


def others(python: str, own: Set[int]) -> List[str]:
    """Commands of processes of the same environment that are not `own`: they share pages and take time."""
    pids = (int(folder.name) for folder in PROC.iterdir() if folder.name.isdigit())
    return [line for pid in pids if pid not in own and (line := command(pid)).startswith(python)]


def _memory(pid: int) -> Memory:
    try:
        lines = (PROC / str(pid) / "smaps_rollup").read_text().splitlines()[1:]
    except OSError:
        return Memory(_name(pid), 0.0, 0.0)
    sizes = {line.split(":")[0]: int(line.split()[1]) / 1024 for line in lines}
    return Memory(_name(pid), sizes.get("Pss", 0.0), sizes.get("Rss", 0.0))


def _name(pid: int) -> str:
    """The module a Python process runs: 'waymark.web' of 'python -m waymark.web'."""
    words = command(pid).split()
    return words[words.index("-m") + 1] if "-m" in words[:-1] else " ".join(words[:2])
