"""What a pressed button answers."""

from __future__ import annotations

from dataclasses import replace
from typing import Optional

from waymark.dialogue.guides.asking import THAT_IS_ALL, parsed_period
from waymark.dialogue.guides.reading.money import Money
from waymark.dialogue.guides.state import GuideState
from waymark.dialogue.guides.turn import Press
from waymark.knowledge.guides.answers import NOT_SURE, SINGLE, is_well_formed
from waymark.knowledge.schema import Guide, Kind, Question


def pressed(press: Press, guide: Guide, state: GuideState) -> Optional[GuideState]:
    """The state after a pressed answer; None where it answers nothing (a button of an older version of the guide).

    A button further up the conversation changes the answer to its question.
    """
    question, answer = guide.question(press.question or ""), press.answer or ""
    if question is None:
        return None
    if answer == NOT_SURE:
        return state.with_answer(question.id, NOT_SURE)
    if question.kind is Kind.several:
        return _one_of_several(question, answer, state)
    period = parsed_period(answer)
    if question.kind is Kind.money and period is not None:
        a_week = Money(*period).a_week
        return (
            state.with_answer(question.id, a_week) if a_week is not None and is_well_formed(question, a_week) else None
        )
    if question.kind in SINGLE and is_well_formed(question, answer):
        return state.with_answer(question.id, answer)
    return None


def _one_of_several(question: Question, answer: str, state: GuideState) -> Optional[GuideState]:
    """One option more, or 'that's all'."""
    chosen = state.chosen if state.current == question.id else ()
    if answer == THAT_IS_ALL:
        return state.with_answer(question.id, list(chosen)) if chosen else None
    option = next((option for option in question.options if option.id == answer), None)
    if option is None:
        return None
    together = [name for name in (*chosen, answer) if not option.alone or name == answer]
    left = [each for each in question.options if not each.alone and each.id not in together]
    if option.alone or not left:
        return state.with_answer(question.id, list(dict.fromkeys(together)))
    again = state if state.current == question.id else replace(state.without(question.id), current=question.id)
    return replace(again, chosen=tuple(dict.fromkeys(together)), paused=None)
