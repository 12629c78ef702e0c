"""A conversation as Rasa holds it, put together again for showing: what was said, and what came back."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Dict, List, Mapping, Optional, Sequence

from waymark.web.rasa_client import RasaAway
from waymark.web.replies import merged


@dataclass
class Exchange:
    """One turn. `reply` is as `merged` gives it: cards by id, payloads not signed."""

    said: Optional[str]  # as typed (without personal details) or the button's title; None where it is not held
    reply: Dict[str, Any] = field(default_factory=lambda: {"messages": []})
    chosen: Optional[str] = None  # title of the button pressed next
    heard: str = ""  # what was said, as Rasa got it


def exchanges(
    events: Sequence[Mapping[str, Any]], titles: Mapping[str, str], before: Sequence[Exchange] = ()
) -> List[Exchange]:
    """The turns `before`, and those in these events of Rasa's tracker.

    `titles`: what buttons that are always there say, by payload.
    """
    found = list(before)
    items: List[Any] = []
    for event in events:
        if event.get("event") == "user":
            _close(found, items)
            heard = str(event.get("text") or "")
            found.append(Exchange(said(heard, found, titles), heard=heard))
            items = []
        elif event.get("event") == "bot":
            items.append({"custom": (event.get("data") or {}).get("custom")})
    _close(found, items)
    return found


def said(heard: str, found: Sequence[Exchange], titles: Mapping[str, str]) -> Optional[str]:
    """A message as it is shown: what the pressed button says, which is noted where it stands, or what was typed."""
    if not heard.startswith("/"):
        return heard or None
    buttons = [
        button for each in reversed(found) for message in each.reply["messages"] for button in message["buttons"]
    ]
    offered = next((button["title"] for button in buttons if _plain(button["payload"]) == heard), titles.get(heard))
    if found:
        found[-1].chosen = offered
    return offered


def _plain(payload: str) -> str:
    """A payload without its signature."""
    return payload.rpartition("~")[0] or payload


def _close(found: List[Exchange], items: List[Any]) -> None:
    if not found or not items:
        return
    try:
        found[-1].reply = merged(items)
    except RasaAway:  # of another shape: nothing can be shown of it
        return
