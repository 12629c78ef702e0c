"""One turn of a guide: a pressed button or a typed message in, a reply out.

Read top to bottom as it is decided: danger, ways out, corrections, places, answers, other questions, what is unclear.
"""

from __future__ import annotations

from dataclasses import replace

from waymark.dialogue.answering import Known
from waymark.dialogue.guides import commands
from waymark.dialogue.guides.aside import aside, is_aside, is_asked_elsewhere, usual
from waymark.dialogue.guides.asking import Asking, with_options
from waymark.dialogue.guides.changing import picked, which_to_change
from waymark.dialogue.guides.pausing import asked_back, carry_on_first, danger_told, stopped, stuck
from waymark.dialogue.guides.places import only_home_asked_for
from waymark.dialogue.guides.pressing import pressed
from waymark.dialogue.guides.reading.reading import Read, is_question, read_answer
from waymark.dialogue.guides.state import FOR_DANGER, FOR_TOPIC
from waymark.dialogue.guides.stepping import ask, ask_period, back, go_on, reopen, settle, with_asides
from waymark.dialogue.guides.turn import GuideTurn, asked_question
from waymark.dialogue.reply import Reply
from waymark.knowledge.guides.answers import NOT_SURE
from waymark.knowledge.schema import Kind, Question

#: Buttons that lead on.
_GO_ON = ("guide", "guide_resume", "carry_on", "repeat")


def take(turn: GuideTurn, known: Known) -> Reply:
    """The reply to one message while the guide is on, or to one of its buttons at any time."""
    if turn.press is not None:
        return _pressed(turn, known)
    if _is_a_label(turn, known):  # typed instead of pressed: our own words are no sign of danger
        turn = replace(turn, situation=replace(turn.situation, danger=None))
    running = turn.running(known)
    if turn.situation.danger is not None:
        return danger_told(running, turn.situation, turn.intent, known)
    if commands.is_stop(turn.text, turn.intent):
        return stopped(running, turn.situation, known)
    if turn.after_danger or turn.state.paused == FOR_DANGER:
        return _after_danger(turn, known)
    if commands.is_back(turn.text, turn.intent):
        return back(turn, known)
    if turn.state.picking:
        return _picking(turn, known)
    if turn.state.paused == FOR_TOPIC:
        if commands.is_resume(turn.text, turn.intent):
            return go_on(turn, known)
        if commands.is_no(turn.text) or turn.intent in ("say_where", "skip"):
            return aside(turn.situation, "deny" if commands.is_no(turn.text) else turn.intent, running, known)
    question = asked_question(running)
    return go_on(turn, known) if question is None else _typed(turn, question, known)


def _is_a_label(turn: GuideTurn, known: Known) -> bool:
    """Whether a message that may speak of danger, but not for certain, is word for word a button of the question that waits."""
    danger, running = turn.situation.danger, turn.running(known)
    is_held = turn.after_danger or turn.state.paused is not None
    question = asked_question(running) if danger is not None and danger.level == "possible" and not is_held else None
    if question is None:
        return False
    labels = [button.title for button in Asking(running, question, known).message().buttons]
    return turn.text.strip().rstrip(".!").lower() in [label.lower() for label in labels]


def _pressed(turn: GuideTurn, known: Known) -> Reply:
    running, press = turn.running(known), turn.press
    assert press is not None
    if turn.intent in _GO_ON:
        return go_on(turn, known)
    if turn.intent == "guide_stop":
        return stopped(running, turn.situation, known)
    is_held = turn.after_danger or turn.state.paused == FOR_DANGER
    if is_held and turn.intent.startswith("guide_"):  # it belongs to a question asked before the danger was told
        return carry_on_first(running, turn.situation, known)
    if turn.intent == "guide_back":
        return back(turn, known)
    if turn.intent == "guide_change":
        question = turn.guide.question(press.question or "")
        start = int(press.answer) if press.answer and press.answer.isdigit() else 0
        return reopen(turn, question, known) if question else which_to_change(running, turn.situation, known, start)
    if turn.intent == "guide_answer":
        state = pressed(press, turn.guide, turn.state)
        return (
            go_on(turn, known)
            if state is None
            else settle(turn.at(replace(state, done=False)), press.question or "", known)
        )
    return aside(turn.situation, turn.intent, running, known)


def _after_danger(turn: GuideTurn, known: Known) -> Reply:
    """The message after danger was told is never the next answer."""
    running = turn.running(known)
    if commands.is_resume(turn.text, turn.intent):
        return go_on(turn, known)
    if is_aside(turn.situation, turn.intent) or turn.intent == "say_where":
        return aside(turn.situation, turn.intent, running, known)
    return carry_on_first(running, turn.situation, known)


def _picking(turn: GuideTurn, known: Known) -> Reply:
    """Asked which answer to change: one is chosen, or something else is said."""
    running = turn.running(known)
    question = picked(turn.text, running, known)
    if question is not None:
        return reopen(turn, question, known)
    changed = commands.correction(turn.text, running, turn.today, known)
    if changed is not None:
        return _corrected(turn, changed, known)
    if turn.state.done and is_aside(turn.situation, turn.intent):
        return _left(usual(turn.situation, turn.intent, running, known), turn)
    return go_on(turn.at(turn.state.clean()), known)


def _left(reply: Reply, turn: GuideTurn) -> Reply:
    """`reply`, with the guide over."""
    return replace(reply, remember={**reply.remember, "guide_on": False, "guide": turn.state.clean().to_dict()})


def _typed(turn: GuideTurn, question: Question, known: Known) -> Reply:
    if question.kind is Kind.words:
        return _in_own_words(turn, question, known)
    running = turn.running(known)
    asks_back = is_question(turn.text)
    if asks_back and is_aside(turn.situation, turn.intent):
        return aside(turn.situation, turn.intent, running, known)
    changed = commands.correction(turn.text, running, turn.today, known)
    if changed is not None:
        return _corrected(turn, changed, known)
    if turn.situation.homes_in_message and (question.kind is Kind.nation or turn.intent == "say_where"):
        return _home_told(turn, question, known)
    read = None if asks_back else _read(turn, question, known)
    if read is not None and not _is_rather_an_aside(read, turn):
        return _answered(turn, question, read, known)
    state = with_asides(turn, turn.state, question)
    if state != turn.state:
        return go_on(turn.at(state), known, known.words.say("utter_guide_noted"))
    if question.id in running.ground.answers:  # the pipeline heard the answer in it
        return go_on(turn, known)
    if is_aside(turn.situation, turn.intent):
        return aside(turn.situation, turn.intent, running, known)
    if commands.is_help(turn.text, turn.intent):
        return ask(turn, question, known, explain=True)
    if commands.is_resume(turn.text, turn.intent):  # it does not wait: the question stands once more
        return ask(turn, question, known)
    if not asks_back:
        return _unclear(turn, question, known)
    read = _read(turn, question, known) if question.kind in (Kind.choice, Kind.several) else None
    if read is not None and read.answer not in (
        None,
        NOT_SURE,
    ):  # "who decides where he lives", asked what is on their mind
        return _answered(turn, question, read, known)
    return asked_back(running, question, turn.situation, known)


def _in_own_words(turn: GuideTurn, question: Question, known: Known) -> Reply:
    """All that is typed is the answer, but for a clear question to us and a request to explain."""
    if is_question(turn.text) and is_asked_elsewhere(turn.situation, turn.intent):
        return aside(turn.situation, turn.intent, turn.running(known), known)
    read = read_answer(question, turn.text, turn.today)
    if read is None or commands.is_only_help(turn.text):
        return ask(turn, question, known, explain=True)
    return settle(turn.at(turn.state.with_answer(question.id, read.answer or NOT_SURE)), question.id, known)


def _read(turn: GuideTurn, question: Question, known: Known) -> Read | None:
    """The message as an answer; after pressed options of a `several` question, with those."""
    chosen = turn.state.chosen if turn.state.current == question.id else ()
    if chosen and commands.is_all(turn.text):
        return Read(list(chosen))
    read = read_answer(with_options(question, known), turn.text, turn.today, turn.state.amount)
    if chosen and read is not None and isinstance(read.answer, list):
        return Read(list(dict.fromkeys((*chosen, *read.answer))))
    return read


def _answered(turn: GuideTurn, question: Question, read: Read, known: Known) -> Reply:
    """An answer was read, or nearly."""
    if read.is_out_of_range:
        return ask(turn, question, known, known.words.say("utter_guide_range"))
    if read.answer is None:
        return ask_period(turn, question, read.amount or 0.0, known)
    state = turn.state.with_answer(question.id, read.answer)
    with_others = with_asides(turn, state, question)
    lead = known.words.say("utter_guide_noted") if with_others != state else ""
    return settle(turn.at(with_others), question.id, known, lead)


def _home_told(turn: GuideTurn, question: Question, known: Known) -> Reply:
    """A place was named, which the pipeline has noted. Asked for a nation, that is the answer; else the guide goes on."""
    if question.kind is not Kind.nation:
        return go_on(turn, known)
    situation, slots = only_home_asked_for(turn, question, known)
    here = replace(turn, situation=situation)
    home = here.at(replace(turn.state, reopened=())).running(known).home_of(question.home)
    if home.nation is None and not home.outside_uk:
        return ask(turn, question, known, known.words.say("utter_guide_which_nation"))
    state = turn.state.with_answer(question.id, home.nation or NOT_SURE)
    reply = go_on(here.at(with_asides(turn, state, question)), known)
    return replace(reply, remember={**reply.remember, **slots})


def _is_rather_an_aside(read: Read, turn: GuideTurn) -> bool:
    """A story with a clear need in it that merely holds a 'don't know'."""
    return (
        read.answer == NOT_SURE
        and is_aside(turn.situation, turn.intent)
        and len(turn.text.split()) > commands.MOST_WORDS
    )


def corrected(turn: GuideTurn, known: Known) -> Reply | None:
    """After the result: a message that changes an answer, 'actually it's 30 hours'; None where it changes none."""
    changed = commands.correction(turn.text, turn.running(known), turn.today, known)
    return _corrected(turn, changed, known) if changed is not None else None


def _corrected(turn: GuideTurn, changed: commands.Correction, known: Known) -> Reply:
    """An earlier answer is changed: to what was said, or by asking again."""
    if changed.answer is None:
        return reopen(turn, changed.question, known)
    current = None if turn.state.done else turn.state.current
    state = replace(turn.state.with_answer(changed.question.id, changed.answer), current=current, done=False)
    return settle(turn.at(state), changed.question.id, known, known.words.say("utter_guide_changed"))


def _unclear(turn: GuideTurn, question: Question, known: Known) -> Reply:
    """Ask again, kindly, once; then offer 'not sure' and a person."""
    again = turn.state.unclear > 0
    state = replace(turn.state.asking(question.id), unclear=turn.state.unclear + 1)
    here = turn.at(state)
    if again:
        return stuck(here.running(known), question, turn.situation, known)
    return ask(here, question, known, known.words.say("utter_guide_again"), explain=True)
