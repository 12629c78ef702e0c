"""The steps of a guide: ask a question, go on, go back, change an answer, and the result at the end."""

from __future__ import annotations

from dataclasses import replace
from typing import Optional, Tuple

from waymark.dialogue.answering import Known
from waymark.dialogue.guides.asking import Asking, said
from waymark.dialogue.guides.places import nation_noted, other_home
from waymark.dialogue.guides.reading.reading import may_be_told_with, read_aside
from waymark.dialogue.guides.state import GuideState
from waymark.dialogue.guides.telling import tell
from waymark.dialogue.guides.turn import GuideTurn, waiting_question
from waymark.dialogue.reply import Reply, Said, Turn
from waymark.knowledge.guides.answers import NOT_SURE
from waymark.knowledge.schema import Question


def begin(turn: GuideTurn, known: Known) -> Reply:
    """The intro and the first question, with what the message that asked for the guide told already."""
    here = turn.at(with_asides(turn, GuideState(turn.guide.id), None))
    running = here.running(known)
    noted = known.words.say("utter_guide_known") if running.ground.answers else ""
    intro = said(turn.guide.intro, running, None, known)
    return go_on(here, known, "\n\n".join(part for part in (intro, noted) if part))


def go_on(turn: GuideTurn, known: Known, lead: str = "") -> Reply:
    """Ask the question that waits, or tell the result."""
    running = turn.running(known)
    question = waiting_question(running)
    if question is not None:
        return ask(turn, question, known, lead)
    state = replace(turn.state.clean(), current=None, done=True)
    reply = tell(replace(running, state=state), turn.situation, known, turn.kept)
    return replace(reply, remember={**reply.remember, "guide_on": False, "guide": state.to_dict()})


def ask(turn: GuideTurn, question: Question, known: Known, lead: str = "", explain: bool = False) -> Reply:
    """Ask `question`. `explain`: why it is asked stands with it."""
    running = turn.running(known)
    state = replace(turn.state.asking(question.id), other_home=other_home(question, running))
    is_new = turn.state.current != question.id
    if is_new and not state.chosen:
        state = replace(state, chosen=_heard(state, question))
    asking = Asking(replace(running, state=state), question, known)
    if state.chosen:
        return asked(turn.at(state), asking.heard(lead) if is_new else asking.more_options(), known)
    return asked(turn.at(state), asking.message(lead, explain), known)


def _heard(state: GuideState, question: Question) -> Tuple[str, ...]:
    """What was told of a `several` question before its turn: it is asked all the same, since more of it may fit."""
    options = {str(option.id) for option in question.options}
    return tuple(name for name in state.heard.get(question.id, ()) if name in options)


def ask_period(turn: GuideTurn, question: Question, amount: float, known: Known) -> Reply:
    """Ask over what time an amount is counted."""
    here = turn.at(replace(turn.state, amount=amount, paused=None))
    return asked(here, Asking(here.running(known), question, known).period(amount), known)


def asked(turn: GuideTurn, message: Said, known: Known) -> Reply:
    """The reply with one question in it."""
    home = turn.running(known).home
    record = Turn("guide_question", turn.guide.topic, (), home, turn.situation.danger, turn.guide.id)
    return Reply([message], record, {"guide_on": True, "guide": turn.state.to_dict()})


def settle(turn: GuideTurn, question: str, known: Known, lead: str = "") -> Reply:
    """Go on after an answer to `question`; a nation told is noted for the whole conversation."""
    situation, slots = nation_noted(turn, question)
    reply = go_on(replace(turn, situation=situation), known, lead)
    return replace(reply, remember={**reply.remember, **slots})


def back(turn: GuideTurn, known: Known) -> Reply:
    """To the question answered last."""
    last = turn.guide.question(turn.state.order[-1]) if turn.state.order else None
    return go_on(turn, known) if last is None else reopen(turn, last, known)


def reopen(turn: GuideTurn, question: Question, known: Known) -> Reply:
    """Ask a question again whose answer is known."""
    return ask(turn.at(turn.state.without(question.id)), question, known)


def with_asides(turn: GuideTurn, state: GuideState, question: Optional[Question]) -> GuideState:
    """What a message tells for other open questions than the one asked, where it names them clearly."""
    for other in turn.guide.questions if turn.text else ():
        if other.id in state.answers or (question is not None and other.id == question.id):
            continue
        if question is not None and not may_be_told_with(question, other, turn.text):
            continue
        read = read_aside(other, turn.text, turn.today, turn.guide.questions)
        if read is None or read.answer is None or read.answer == NOT_SURE:
            continue
        if isinstance(read.answer, list):
            heard = tuple(dict.fromkeys((*state.heard.get(other.id, ()), *read.answer)))
            state = replace(state, heard={**state.heard, other.id: heard})
        else:
            state = replace(state.with_answer(other.id, read.answer), current=state.current)
    return state
