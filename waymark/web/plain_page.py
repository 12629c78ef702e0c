"""The conversation without scripts as HTML: `widget/plain.html`, filled."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Dict, List, Optional, Sequence

from waymark.dialogue.words import Words
from waymark.knowledge.knowledge import Knowledge
from waymark.web.files import Files
from waymark.web.history import Exchange
from waymark.web.markup import before_list
from waymark.web.start import in_danger, person, preset_home
from waymark.web.templates import environment

#: Notices that only add to the answer.
NOT_SHOWN, FORGOTTEN = "not_shown", "forgotten"
#: Kinds of questions that are answered in words.
TYPED = frozenset({"number", "money", "age", "date", "words"})


@dataclass(frozen=True)
class Wrong:
    """What is wrong with what was sent: the field, and words of knowledge/page.yml by name."""

    field: str  # "message" or "answer"
    words: str


@dataclass(frozen=True)
class View:
    """What one page shows. Replies in `turns` are dressed: cards filled, payloads signed."""

    turns: Sequence[Exchange]
    token: str = ""
    place: Optional[str] = None  # named by the site
    text: str = ""  # in the message box
    notice: Optional[str] = None  # words of knowledge/page.yml by name
    wrong: Optional[Wrong] = None


class PlainPage:
    """Renders pages. The template is read at start: a mistake in it stops the service then."""

    def __init__(self, words: Words, files: Files) -> None:
        self._words = words
        self._files = files
        self._template = environment().get_template("plain.html")

    def html(self, view: View, knowledge: Knowledge) -> str:
        page = knowledge.page
        home = preset_home(_where(view), knowledge)
        return self._template.render(
            title=page.title,
            privacy=page.privacy,
            labels=page.labels,
            plain=page.plain,
            version=self._files.version,
            reasons=list(knowledge.lists["wrong_reasons"].values()),
            danger=in_danger(home, knowledge),
            person=person(home, knowledge),
            turns=[_turn(each) for each in view.turns],
            from_the_right={each.id for each in knowledge.languages.languages if each.dir == "rtl"},
            turn=len(view.turns) - 1,
            token=view.token,
            place=view.place,
            text=view.text,
            newest_at=_newest(view),
            notice=page.plain[view.notice] if view.notice else None,
            error={"field": view.wrong.field, "words": page.plain[view.wrong.words]} if view.wrong else None,
        )


def _newest(view: View) -> str:
    """What is read first after a form was sent."""
    if view.wrong:
        return "error"
    return "notice" if view.notice and view.notice not in (NOT_SHOWN, FORGOTTEN) else "turn"


def _where(view: View) -> Optional[str]:
    """Where the person to ring and the numbers in danger are for: as the last turn knows it, else as the site says."""
    for each in reversed(view.turns):
        turn = each.reply.get("turn") or {}
        if turn.get("place") or turn.get("nation"):
            return str(turn.get("place") or turn["nation"])
    return view.place


def _turn(exchange: Exchange) -> Dict[str, Any]:
    messages: List[Dict[str, Any]] = [_message(each) for each in exchange.reply["messages"]]
    return {"said": exchange.said, "messages": messages, "chosen": exchange.chosen}


def _message(message: Dict[str, Any]) -> Dict[str, Any]:
    """A message with its text as far as cards and forms do not say it, and the buttons that are no answers."""
    question = message.get("question")
    shown = message["text"]
    if question:
        question = {**question, "typed": question["kind"] in TYPED}
        shown = shown.split(f"**{question['legend']}**")[0]
    elif message["cards"]:
        shown = before_list(shown)
    answers = question["options"] if question else []
    others = [button for button in message["buttons"] if button not in answers]
    return {**message, "shown": shown, "question": question, "others": others}
