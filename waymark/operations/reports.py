"""What carers report as wrong with a card, for editors: python -m waymark.operations.reports.

A report is a support, a reason of knowledge/lists/wrong_reasons.yml and a time. There is no free text in it, and
nothing that leads back to a person.
"""

from __future__ import annotations

import sqlite3
import sys
import time
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Iterator, List, Sequence

from waymark.knowledge.hours import LONDON
from waymark.operations.settings import WrongSetting, read_settings

_TABLE = """CREATE TABLE IF NOT EXISTS report (
    id INTEGER PRIMARY KEY, support TEXT NOT NULL, reason TEXT NOT NULL, at REAL NOT NULL,
    teller TEXT NOT NULL, knowledge TEXT NOT NULL, settled_at REAL,
    UNIQUE (support, reason, teller)
)"""
#: Reports held; with more, nothing more is taken until some are settled and removed.
MOST_REPORTS = 100_000


@dataclass(frozen=True)
class Report:
    """One report. Times are seconds since 1970."""

    id: int
    support: str
    reason: str
    at: float
    knowledge: str  # version of the knowledge that the carer saw
    settled_at: float | None


class Reports:
    """The store: one SQLite file, made on first use. Every method opens and closes it, so any process may use it."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def add(self, support: str, reason: str, teller: str, knowledge: str) -> bool:
        """Take in a report; whether it is new. `teller` stands for a conversation: the same is told once by each."""
        with closing(self._open()) as database, database:
            if database.execute("SELECT count(*) FROM report").fetchone()[0] >= MOST_REPORTS:
                return False
            added = database.execute(
                "INSERT OR IGNORE INTO report (support, reason, at, teller, knowledge) VALUES (?, ?, ?, ?, ?)",
                (support, reason, time.time(), teller, knowledge),
            )
            return added.rowcount > 0

    def all(self, settled: bool = False) -> List[Report]:
        """Open reports, newest first; with `settled`, those that are done with too."""
        which = "" if settled else "WHERE settled_at IS NULL"
        with closing(self._open()) as database:
            rows = database.execute(
                f"SELECT id, support, reason, at, knowledge, settled_at FROM report {which} ORDER BY at DESC, id DESC"
            )
            return [Report(*row) for row in rows]

    def settle(self, support: str) -> int:
        """Close all open reports about `support`; how many."""
        with closing(self._open()) as database, database:
            done = database.execute(
                "UPDATE report SET settled_at = ? WHERE support = ? AND settled_at IS NULL", (time.time(), support)
            )
            return done.rowcount

    def _open(self) -> sqlite3.Connection:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        database = sqlite3.connect(self._path, timeout=5)
        database.execute(_TABLE)
        return database


def table(reports: Sequence[Report]) -> Iterator[str]:
    """A line for each support and reason: how often, when last; the most told first."""
    groups: dict[tuple[str, str], List[Report]] = {}
    for report in reports:
        groups.setdefault((report.support, report.reason), []).append(report)
    wide = max((len(support) for support, _ in groups), default=0)
    yield f"{'support':<{max(wide, 7)}}  {'reason':<13}  {'times':>5}  last"
    for (support, reason), each in sorted(groups.items(), key=lambda item: (-len(item[1]), item[0])):
        last = datetime.fromtimestamp(max(report.at for report in each), LONDON)
        yield f"{support:<{max(wide, 7)}}  {reason:<13}  {len(each):>5}  {last:%Y-%m-%d %H:%M}"


def main(arguments: Sequence[str]) -> int:
    """List the open reports; `settle SUPPORT` closes those about one support."""
    try:
        store = Reports(read_settings().reports_db)
    except WrongSetting as error:
        print(error, file=sys.stderr)
        return 2
    if len(arguments) == 2 and arguments[0] == "settle":
        print(f"{store.settle(arguments[1])} settled")
        return 0
    if arguments:
        print("python -m waymark.operations.reports [settle SUPPORT]", file=sys.stderr)
        return 2
    found = store.all()
    print("\n".join(table(found)) if found else "Nothing is reported as wrong.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
