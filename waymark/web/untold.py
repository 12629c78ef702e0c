"""Dangers that were answered here alone, because Rasa was away: it must hear of them before the next message.

Otherwise a guide that waits takes that message for the answer to its question. What is to be told stands in the token,
so that a restart loses nothing, and here, for a page that goes on with an older token.
"""

from __future__ import annotations

from collections import OrderedDict
from typing import Optional

from waymark.web.sessions import Session

#: Conversations remembered; the oldest is forgotten first.
MOST = 20_000


class Untold:
    """Who must still be told what."""

    def __init__(self) -> None:
        self._kinds: OrderedDict[str, Optional[str]] = OrderedDict()  # None: it has been told, whatever a token says

    def note(self, conversation: str, kind: str) -> None:
        self._set(conversation, kind)

    def told(self, conversation: str) -> None:
        self._set(conversation, None)

    def recall(self, session: Session) -> None:
        """What a token says, where nothing is known here: another process answered the danger."""
        if session.untold is not None and session.conversation not in self._kinds:
            self.note(session.conversation, session.untold)

    def of(self, conversation: str) -> Optional[str]:
        """Kind of the danger that Rasa has not heard of in this conversation; None when there is none."""
        return self._kinds.get(conversation)

    def _set(self, conversation: str, kind: Optional[str]) -> None:
        self._kinds[conversation] = kind
        self._kinds.move_to_end(conversation)
        if len(self._kinds) > MOST:
            self._kinds.popitem(last=False)
