"""Conversations in one SQLite row each.

Rasa's own SQL store writes a row per event and costs 8 ms a turn; and nothing in Rasa deletes a conversation.
Here a turn is one write, and deleting or ageing out a conversation is one statement.
"""

from __future__ import annotations

import json
import sqlite3
import time
from pathlib import Path
from typing import Any, Dict, Iterable, List, Optional

from rasa.core.brokers.broker import EventBroker
from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import SessionStarted
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.endpoints import EndpointConfig

from waymark.language.graph import EMBEDDING

_TABLE = """CREATE TABLE IF NOT EXISTS conversation (
    sender_id TEXT PRIMARY KEY, events TEXT NOT NULL, changed_at REAL NOT NULL
) WITHOUT ROWID"""


def prepare(path: Path) -> None:
    """Make the file and switch it to write-ahead logging before any worker opens it: two doing so at once can fail."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with sqlite3.connect(path) as database:
        database.execute("PRAGMA journal_mode=WAL")
        database.execute(_TABLE)
        database.execute("CREATE INDEX IF NOT EXISTS conversation_changed_at ON conversation (changed_at)")


class OneRowStore(TrackerStore):
    """Rasa's tracker store on that table. Only the events since the last session start are kept."""

    def __init__(
        self,
        domain: Domain,
        event_broker: Optional[EventBroker] = None,
        host: Optional[EndpointConfig] = None,
        db: str = "conversations.db",
        **kwargs: Any,
    ) -> None:
        super().__init__(domain, event_broker, **kwargs)
        prepare(Path(db))
        self._database = sqlite3.connect(db, isolation_level=None, check_same_thread=False)
        self._database.execute("PRAGMA synchronous=NORMAL")
        self._database.execute("PRAGMA secure_delete=ON")  # what is replaced or deleted leaves nothing to read

    async def save(self, tracker: DialogueStateTracker) -> None:
        await self.stream_events(tracker)
        events = [_slim(event.as_dict()) for event in _since_session_start(tracker)]
        self._database.execute(
            "INSERT OR REPLACE INTO conversation VALUES (?, ?, ?)",
            (tracker.sender_id, json.dumps(events, ensure_ascii=False, separators=(",", ":")), time.time()),
        )

    async def retrieve(self, sender_id: str) -> Optional[DialogueStateTracker]:
        row = self._database.execute("SELECT events FROM conversation WHERE sender_id = ?", (sender_id,)).fetchone()
        if row is None:
            return None
        return DialogueStateTracker.from_dict(sender_id, json.loads(row[0]), self.domain.slots)

    async def delete(self, sender_id: str) -> None:
        self._database.execute("DELETE FROM conversation WHERE sender_id = ?", (sender_id,))

    async def keys(self) -> Iterable[str]:
        return [row[0] for row in self._database.execute("SELECT sender_id FROM conversation")]


def _since_session_start(tracker: DialogueStateTracker) -> List[Any]:
    events = list(tracker.events)
    starts = [index for index, event in enumerate(events) if isinstance(event, SessionStarted)]
    return events[max(0, starts[-1] - 1) :] if starts else events


def _slim(event: Dict[str, Any]) -> Dict[str, Any]:
    """A past message's embedding is of no use to any later turn."""
    if event.get("event") == "user" and EMBEDDING in (event.get("parse_data") or {}):
        event["parse_data"] = {key: value for key, value in event["parse_data"].items() if key != EMBEDDING}
    return event
