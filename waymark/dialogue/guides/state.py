"""Where a guide stands in a conversation: small, and ready to be written as JSON."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any, Dict, Mapping, Optional, Tuple

from waymark.knowledge.guides.answers import Answer, is_well_formed
from waymark.knowledge.schema import Guide

#: Why a guide waits: for a question of another kind, or because danger was told.
FOR_TOPIC, FOR_DANGER = "topic", "danger"


@dataclass(frozen=True)
class GuideState:
    """One guide of one conversation."""

    id: str
    answers: Mapping[str, Answer] = field(default_factory=dict)  # what the carer answered here
    order: Tuple[str, ...] = ()  # the questions answered, in turn: what going back undoes
    current: Optional[str] = None  # the question asked last
    paused: Optional[str] = None  # why it waits
    unclear: int = 0  # messages in a row that were no answer to the current question
    chosen: Tuple[str, ...] = ()  # options of a `several` question pressed so far
    heard: Mapping[str, Tuple[str, ...]] = field(
        default_factory=dict
    )  # options of `several` questions told before their turn
    amount: Optional[float] = None  # pounds given without saying over what time
    reopened: Tuple[str, ...] = ()  # questions asked although the conversation knows an answer: it was to be changed
    other_home: Optional[str] = (
        None  # key of the home not asked for, while the other is: a bare town is meant for that one
    )
    picking: bool = False  # asked which answer to change
    done: bool = False  # the result was shown

    def with_answer(self, question: str, answer: Answer) -> GuideState:
        """The same with one answer more, or another."""
        order = self.order if question in self.order else (*self.order, question)
        reopened = tuple(name for name in self.reopened if name != question)
        return replace(self.clean(), answers={**self.answers, question: answer}, order=order, reopened=reopened)

    def without(self, question: str) -> GuideState:
        """The same with a question open again, even where the conversation knows an answer."""
        answers = {name: answer for name, answer in self.answers.items() if name != question}
        order = tuple(name for name in self.order if name != question)
        reopened = tuple(dict.fromkeys((*self.reopened, question)))
        return replace(self.clean(), answers=answers, order=order, reopened=reopened, done=False)

    def asking(self, question: str) -> GuideState:
        """The same with `question` asked."""
        return replace(self, paused=None) if question == self.current else replace(self.clean(), current=question)

    def clean(self) -> GuideState:
        """The same without what belongs to one asking of one question."""
        return replace(self, paused=None, unclear=0, chosen=(), amount=None, other_home=None, picking=False)

    def to_dict(self) -> Dict[str, Any]:
        """Only what differs from a guide just begun: every turn carries it."""
        whole = {
            "id": self.id,
            "answers": dict(self.answers),
            "order": list(self.order),
            "current": self.current,
            "paused": self.paused,
            "unclear": self.unclear,
            "chosen": list(self.chosen),
            "heard": {name: list(options) for name, options in self.heard.items()},
            "amount": self.amount,
            "reopened": list(self.reopened),
            "other_home": self.other_home,
            "picking": self.picking,
            "done": self.done,
        }
        return {name: value for name, value in whole.items() if value}


def read_state(kept: Any, guide: Optional[Guide]) -> Optional[GuideState]:
    """The state that a slot holds; None where it holds none, or the guide is gone. Answers that no longer fit are dropped."""
    if not isinstance(kept, dict) or guide is None or kept.get("id") != guide.id:
        return None
    given: Dict[str, Any] = kept.get("answers") or {}
    questions = {question.id: question for question in guide.questions}
    answers = {
        name: answer for name, answer in given.items() if name in questions and is_well_formed(questions[name], answer)
    }
    current = kept.get("current")
    return GuideState(
        id=guide.id,
        answers=answers,
        order=tuple(name for name in kept.get("order") or () if name in answers),
        current=current if current in questions else None,
        paused=kept.get("paused"),
        unclear=int(kept.get("unclear") or 0),
        chosen=tuple(kept.get("chosen") or ()),
        heard={name: tuple(options) for name, options in (kept.get("heard") or {}).items() if name in questions},
        amount=kept.get("amount"),
        reopened=tuple(name for name in kept.get("reopened") or () if name in questions),
        other_home=kept.get("other_home"),
        picking=bool(kept.get("picking")),
        done=bool(kept.get("done")),
    )
