"""What the forms of `/plain` say."""

from __future__ import annotations

from typing import Dict, List, Optional, Tuple

from waymark.web.history import Exchange
from waymark.web.plain_page import Wrong
from waymark.web.problems import Problem

#: Words for what is wrong with a request, by status.
_WORDS = {422: "empty", 413: "too_long", 429: "too_many"}


def message_in(fields: Dict[str, str]) -> Tuple[Optional[str], Optional[str]]:
    """(text, payload) of a form: a pressed button, the answer to a question, or what was typed."""
    if fields.get("press"):
        return None, fields["press"]
    named = ("pick", "answer") if fields.get("do") == "answer" else ("text",)
    text = next((fields[name] for name in named if fields.get(name)), None)
    return (text.replace("\r\n", "\n") if text and text.strip() else None), None


def was_sent_before(fields: Dict[str, str], heard: str, before: List[Exchange]) -> bool:
    """Whether this is the form of an earlier page sent once more: a page loaded again, or a button pressed twice."""
    turns = turns_before(fields)
    return turns is not None and turns + 1 < len(before) and before[turns + 1].heard == heard


def turns_before(fields: Dict[str, str]) -> Optional[int]:
    """How many turns the page showed that held this form."""
    turn = fields.get("turn", "")
    return int(turn) if turn.isdecimal() and len(turn) < 6 else None


def wrong_by(problem: Problem) -> Wrong:
    """What is wrong, told at the message box."""
    return Wrong("message", _WORDS.get(problem.status, "not_done"))
