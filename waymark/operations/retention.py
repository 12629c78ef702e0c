"""Forget conversations when their time is over."""

from __future__ import annotations

import logging
import sqlite3
import threading
import time
from contextlib import closing

from waymark.operations.settings import Settings

logger = logging.getLogger(__name__)

EVERY_S = 600.0


def forget_old(settings: Settings) -> int:
    """Delete conversations not changed for the time set, so that the files hold nothing of them any more; how many.

    None yet: nothing to forget.
    """
    if not settings.tracker_db.exists():
        return 0
    oldest = time.time() - settings.keep_conversations_hours * 3600
    with closing(sqlite3.connect(settings.tracker_db, timeout=5, isolation_level=None)) as database:
        database.execute("PRAGMA secure_delete=ON")
        forgotten = database.execute("DELETE FROM conversation WHERE changed_at < ?", (oldest,)).rowcount
        # Every time: the log still holds what was deleted when the last attempt found the database busy.
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return forgotten


def forget(settings: Settings, conversation: str) -> None:
    """Delete one conversation at once, in the same way."""
    if not settings.tracker_db.exists():
        return
    with closing(sqlite3.connect(settings.tracker_db, timeout=5, isolation_level=None)) as database:
        database.execute("PRAGMA secure_delete=ON")
        database.execute("DELETE FROM conversation WHERE sender_id = ?", (conversation,))
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def keep_forgetting(settings: Settings, stopped: threading.Event) -> None:
    """Do so every ten minutes until stopped."""
    while not stopped.is_set():
        try:
            forget_old(settings)
        except sqlite3.Error:
            logger.exception("Old conversations could not be deleted; trying again later.")
        stopped.wait(EVERY_S)
