"""Looking over what was answered, and choosing an answer to change."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import List, Optional

from waymark.dialogue.answering import Known
from waymark.dialogue.guides.asking import MOST_BUTTONS, said
from waymark.dialogue.guides.reading.numerals import in_digits
from waymark.dialogue.guides.reading.reading import is_named
from waymark.dialogue.guides.running import Running
from waymark.dialogue.reply import Button, Reply, Said, Turn
from waymark.dialogue.situation import Situation
from waymark.dialogue.words import payload
from waymark.knowledge.guides.words import answer_in_words
from waymark.knowledge.schema import Question
from waymark.knowledge.texts import UnknownName


def which_to_change(running: Running, situation: Situation, known: Known, start: int = 0) -> Reply:
    """All questions with their answers; buttons for those from the `start`-th on, as many as there is room for."""
    questions = answered(running)
    room = MOST_BUTTONS if len(questions) - start <= MOST_BUTTONS else MOST_BUTTONS - 1
    buttons = [_button(question, running, known) for question in questions[start : start + room]]
    if start + room < len(questions):
        more = payload("guide_change", guide=running.guide.id, answer=str(start + room))
        buttons.append(Button(known.words.say("utter_button_more"), more))
    lines = [f"{number}. {_line(question, running, known)}" for number, question in enumerate(questions, 1)]
    text = "\n\n".join([known.words.say("utter_guide_which"), "\n".join(lines)])
    state = replace(running.state, picking=True)
    turn = Turn("guide_question", running.guide.topic, (), running.home, situation.danger, running.guide.id)
    return Reply([Said(text, tuple(buttons))], turn, {"guide_on": True, "guide": state.to_dict()})


def picked(text: str, running: Running, known: Known) -> Optional[Question]:
    """The question a typed message chooses from that list: by number, by its words, or by what it is about."""
    questions = answered(running)
    number = re.fullmatch(r"\W*(?:(?:number|question|no|nr) ?)?(\d{1,2})\W*", in_digits(text))
    if number and 1 <= int(number[1]) <= len(questions):
        return questions[int(number[1]) - 1]
    plain = text.strip().lower().rstrip("?.!")
    same = [each for each in questions if _asked(each, running, known).lower().rstrip("?.!") == plain]
    named = same or [each for each in questions if is_named(each, text)]
    return named[0] if len(named) == 1 else None


def answered(running: Running) -> List[Question]:
    return [question for question in running.guide.questions if question.id in running.ground.answers]


def _button(question: Question, running: Running, known: Known) -> Button:
    given = payload("guide_change", guide=running.guide.id, question=question.id)
    return Button(_asked(question, running, known), given)


def _asked(question: Question, running: Running, known: Known) -> str:
    return said(question.ask, running, question.home, known)


def _line(question: Question, running: Running, known: Known) -> str:
    try:
        told = answer_in_words(question.id, running.ground)
    except UnknownName:
        told = known.words.say("utter_guide_not_sure")
    return f"{_asked(question, running, known)} **{told}**"
