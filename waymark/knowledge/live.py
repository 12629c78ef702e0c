"""The knowledge as it is on disk now: re-read when a file changes, the last good version kept when it is broken."""

from __future__ import annotations

import logging
import threading
import time
from pathlib import Path
from typing import Callable, List, Optional, Tuple

from waymark.knowledge.checking import check
from waymark.knowledge.knowledge import Knowledge
from waymark.knowledge.loading import load_knowledge
from waymark.knowledge.problems import BrokenKnowledge, Problem

logger = logging.getLogger(__name__)

Signature = Tuple[Tuple[str, int, int], ...]


class LiveKnowledge:
    """Holds one `Knowledge` and swaps it whole. Reading `current` costs nothing.

    Raises:
        BrokenKnowledge: at the start, when there is no good version to keep.
    """

    def __init__(self, root: Path, check_every_s: float = 1.0) -> None:
        self._root = root
        self._every = check_every_s
        self._signature = _signature(root)
        self.current: Knowledge = load_knowledge(root, check)
        self.problems: List[Problem] = []
        self._listeners: List[Callable[[Knowledge], None]] = []
        self._stop = threading.Event()
        self._thread: Optional[threading.Thread] = None

    def on_change(self, listener: Callable[[Knowledge], None]) -> None:
        """`listener` is called with each new version, before it becomes current."""
        self._listeners.append(listener)

    def watch(self) -> None:
        """Look for changes in a thread of its own until `stop`."""
        self._thread = threading.Thread(target=self._run, name="knowledge-watch", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        self._stop.set()

    def refresh(self) -> bool:
        """Read again if a file has changed; whether a new version is live.

        Whatever is wrong with the new version, or with what a listener makes of it, the last good one stays.
        """
        signature = _signature(self._root)
        if signature == self._signature:
            return False
        self._signature = signature
        try:
            fresh = load_knowledge(self._root, check)
            self._tell(fresh)
        except BrokenKnowledge as broken:
            self.problems = broken.problems
            logger.error("The knowledge on disk is broken; the last good version stays.\n%s", broken)
            return False
        except Exception as error:
            self.problems = [Problem(self._root.name, 1, "file", f"cannot be used: {error}")]
            logger.exception("The knowledge on disk cannot be used; the last good version stays.")
            return False
        self.current, self.problems = fresh, []
        logger.info("Knowledge %s is live.", fresh.version)
        return True

    def _tell(self, fresh: Knowledge) -> None:
        """Every listener hears of `fresh`; when one fails, those before it go back to the current version."""
        for count, listener in enumerate(self._listeners):
            try:
                listener(fresh)
            except Exception:
                for earlier in self._listeners[:count]:
                    earlier(self.current)
                raise

    def _run(self) -> None:
        while not self._stop.wait(self._every):
            try:
                self.refresh()
            except Exception:  # the watch must outlive whatever the disk does to it
                logger.exception("Looking for changed knowledge failed; trying again.")
                time.sleep(self._every)


def _signature(root: Path) -> Signature:
    files = []
    for path in sorted(root.rglob("*.yml")):
        try:
            stat = path.stat()
        except FileNotFoundError:  # removed while looking
            continue
        files.append((str(path), stat.st_mtime_ns, stat.st_size))
    return tuple(files)
