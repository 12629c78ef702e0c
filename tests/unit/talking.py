"""A conversation with a guide, without Rasa: slots as the actions keep them, messages as the pipeline would have read them."""

from __future__ import annotations

import datetime
import json
from dataclasses import replace
from typing import Any, Dict, List, Optional

from waymark.dialogue.answering import Known
from waymark.dialogue.guides.conversation import take
from waymark.dialogue.guides.state import GuideState, read_state
from waymark.dialogue.guides.stepping import begin
from waymark.dialogue.guides.turn import GuideTurn, Press
from waymark.dialogue.reply import Button, Reply
from waymark.dialogue.situation import Situation
from waymark.knowledge.homes import read_home

#: The day of all these conversations: figures of 2026/27 hold.
TODAY = datetime.date(2026, 11, 27)


class Talking:
    """One carer. `slots` are what Rasa would hold; `reply` is the last one."""

    def __init__(self, known: Known, today: datetime.date = TODAY, **facts: Any) -> None:
        self.known = known
        self.today = today
        self.slots: Dict[str, Any] = {"guide_on": False}
        self.memory: Dict[str, Any] = {}
        self.facts = facts
        self.reply: Reply

    def lives(self, carer: Optional[str] = None, person: Optional[str] = None) -> Talking:
        """The conversation knows where."""
        self.slots.update(carer_home=carer, person_home=person or carer)
        return self

    def starts(self, guide: str, text: str = "") -> Talking:
        """Begin a guide, by its button or by what was typed."""
        turn = self._turn(guide, self._situation(text), "guide", None if text else Press(guide))
        return self._said(begin(replace(turn, state=GuideState(guide)), self.known))

    def types(self, text: str, intent: str = "nlu_fallback", after_danger: bool = False, **heard: Any) -> Talking:
        """A typed message; `heard`: what the pipeline found in it (topics, confidence, danger, home)."""
        home = heard.pop("home", None)
        if home:
            self.slots.update(carer_home=home, person_home=home)
        situation = self._situation(text, homes_in_message=bool(home), **{"confidence": 0.1, **heard})
        turn = self._turn(self.memory["guide"]["id"], situation, intent, None)
        return self._said(take(replace(turn, after_danger=after_danger), self.known))

    def presses(self, title: str, after_danger: bool = False) -> Talking:
        button = next((button for button in self.buttons if button.title == title), None)
        assert button is not None, f"{title!r} is none of {self.titles}"
        return self.sends(button.payload, after_danger)

    def sends(self, payload: str, after_danger: bool = False) -> Talking:
        intent, _, body = payload[1:].partition("{")
        values = json.loads("{" + body) if body else {}
        press = Press(**{name: values[name] for name in ("guide", "question", "answer") if name in values})
        situation = self._situation("", topics=tuple(filter(None, [values.get("topic")])))
        turn = self._turn(press.guide or self.memory["guide"]["id"], situation, intent, press)
        return self._said(take(replace(turn, after_danger=after_danger), self.known))

    def _situation(self, text: str, **heard: Any) -> Situation:
        homes = {name: read_home(self.slots.get(name), self.known.knowledge) for name in ("carer_home", "person_home")}
        return Situation(text=text, **{**homes, "topic": self.slots.get("topic"), **self.facts, **heard})

    def _turn(self, guide: str, situation: Situation, intent: str, press: Optional[Press]) -> GuideTurn:
        found = self.known.knowledge.guides[guide]
        state = read_state(json.loads(json.dumps(self.memory.get("guide"))), found) or GuideState(guide)
        return GuideTurn(found, state, situation, intent, press, False, self.memory.get("kept", []), self.today)

    def _said(self, reply: Reply) -> Talking:
        own = {
            name: value
            for name, value in reply.remember.items()
            if name in ("topic", "guide_on", "carer_home", "person_home")
        }
        self.slots.update(own)
        self.memory.update({name: value for name, value in reply.remember.items() if name not in own})
        assert len(json.dumps(reply.to_dict())) > 0
        self.reply = reply
        return self

    @property
    def text(self) -> str:
        return "\n\n".join(message.text for message in self.reply.said)

    @property
    def buttons(self) -> List[Button]:
        return [button for message in self.reply.said for button in message.buttons]

    @property
    def titles(self) -> List[str]:
        return [button.title for button in self.buttons]

    @property
    def status(self) -> str:
        return self.reply.turn.status

    @property
    def asks(self) -> Optional[str]:
        """The question of the last reply."""
        return next((message.question["id"] for message in self.reply.said if message.question), None)

    @property
    def answers(self) -> Dict[str, Any]:
        return dict(self.memory.get("guide", {}).get("answers", {}))
