"""What carers type to steer a guide: stop, back, carry on, explain, and 'actually it's 30 hours'."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from typing import Optional

from waymark.dialogue.answering import Known
from waymark.dialogue.guides.asking import with_options
from waymark.dialogue.guides.reading.reading import is_named, read_answer, read_named
from waymark.dialogue.guides.running import Running
from waymark.knowledge.guides.answers import Answer
from waymark.knowledge.schema import Kind, Question

#: Steering is said shortly; longer messages are read for what they tell.
MOST_WORDS = 6
_STOP = re.compile(
    r"^\W*(?:please |can we |can i |i want to |i'd like to |let'?s |just |ok |no )*(?:stop|quit|exit|cancel|end|leave (?:it|this)|forget (?:it|this)|"
    r"no more(?: questions)?|enough|i'?ve had enough(?: questions)?|i'?m done|not now|another time|maybe later|later|give up|too many questions)\b(?: please| now| here| this| it| there| the questions| asking)*\W*$"
)
#: "A week away" sounds like a goodbye, and is an answer.
_BYE = re.compile(r"\b(?:bye|goodbye|cheerio|ta ?ra|see you|so long|good ?night|that'?s me|off now|cheers)\b")
_BACK = re.compile(
    r"^\W*(?:please |can we |can i |i want to |let'?s )*(?:go )?(?:back|previous(?: question)?|undo|back one|last question|one back)(?: please| one| a question| to the last (?:one|question))*\W*$"
    r"|^\W*(?:oops|sorry)?,? ?(?:that was |i pressed |pressed )?(?:the )?wrong (?:one|button|answer)\W*$"
)
_RESUME = re.compile(
    r"^\W*(?:(?:oh|well|actually|right|yes|yeah|yep|ok|okay|sure|please|let'?s|aye|i'd like to|can we)\b,? ?)*(?:carry on|go on|continue|resume|keep going|back to (?:the )?questions?|next(?: question)?|ready|i'?m ready|where were we|go ahead)?(?: please| then| now| with (?:the )?questions?)*\W*$"
)
_GO_ON = re.compile(r"\b(?:carry on|go on|continue|resume|keep going|questions?|where were we)\b")
_NO = re.compile(r"^\W*(?:no|nope|nah|not now|no thanks?|no thank you)\W*$")
_THAT_IS_ALL = re.compile(
    r"^\W*(?:no|nope|nah|that'?s (?:all|it)|that is all|nothing(?: else)?|done|finished|no more|just (?:that|those|these)|none)\b.{0,12}$"
)
_HELP = re.compile(
    r"^\W*(?:help|why|eh|huh|explain|pardon|(?:i )?(?:don'?t|do not) understand|confused|"
    r"what(?=\W*$)|what (?:do you mean|does (?:that|this|it) mean|is (?:that|this)(?=\W*$)|counts?)|what'?s (?:that|this)(?=\W*$))\b"
)
_ONLY_HELP = re.compile(
    r"^\W*(?:help|why|eh|huh|explain|pardon|what|what do you mean|why do you ask|(?:i )?don'?t understand)\W*$"
)
_CORRECTS = re.compile(
    r"\b(?:actually|i meant|i mean|meant to (?:say|put|press)|correction|sorry|oops|change|changed|should (?:be|have been)|made a mistake|got that wrong)\b"
)
_LAST_ONE = re.compile(
    r"^\W*(?:sorry|oops|no|wait|hang on|actually)?,? ?(?:sorry)?,? ?(?:i meant|i mean|i meant to (?:say|put|press)|that should (?:be|have been)|it should be)\b(?P<rest>.*)$"
)


@dataclass(frozen=True)
class Correction:
    """An earlier answer to change: to `answer`, or by asking again where that is None."""

    question: Question
    answer: Optional[Answer] = None


def is_stop(text: str, intent: str) -> bool:
    """Whether the carer wants to leave the guide."""
    plain = _plain(text)
    return _is_short(text) and bool(_STOP.match(plain) or (intent == "goodbye" and _BYE.search(plain)))


def is_back(text: str, intent: str) -> bool:
    return _is_short(text) and bool(_BACK.match(_plain(text)))


def is_resume(text: str, intent: str) -> bool:
    """Whether the carer wants to go on with a guide that waits."""
    plain = _plain(text)
    return _is_short(text) and bool(plain.strip(" .!?")) and (intent == "affirm" or bool(_RESUME.match(plain)))


def is_taken_up(text: str) -> bool:
    """Whether the carer goes back to a guide they have left: in so many words, since a mere yes may mean anything."""
    return is_resume(text, "") and bool(_GO_ON.search(_plain(text)))


def is_no(text: str) -> bool:
    return bool(_NO.match(_plain(text)))


def is_all(text: str) -> bool:
    """'That's all', after some options were chosen."""
    return bool(_THAT_IS_ALL.match(_plain(text)))


def is_help(text: str, intent: str) -> bool:
    return _is_short(text) and (intent == "help" or bool(_HELP.match(_plain(text))))


def is_only_help(text: str) -> bool:
    """The same where anything longer is an answer in the carer's own words."""
    return bool(_ONLY_HELP.match(_plain(text)))


def correction(text: str, running: Running, today: datetime.date, known: Known) -> Optional[Correction]:
    """The earlier answer that a message changes; None where it changes none."""
    plain = _plain(text)
    answered = [running.guide.question(name) for name in reversed(running.state.order)]
    last = _LAST_ONE.match(plain)
    if last and answered and answered[0] is not None:
        read = read_answer(with_options(answered[0], known), last["rest"], today)
        if read is not None and read.answer is not None and not _names_another(text, answered[0], running):
            return Correction(answered[0], read.answer)
    if not _CORRECTS.search(plain):
        return None
    for question in answered:
        if question is None:
            continue
        read = read_named(question, text, today)
        if read is not None and read.answer is not None and read.answer != running.state.answers.get(question.id):
            return Correction(question, read.answer)
        asks_again = re.search(r"\bchange\b|\bwrong\b|mistake", plain) or (
            question.kind is Kind.yes_no and _is_short(text)
        )
        if read is None and asks_again and is_named(question, text):
            return Correction(question)
    return None


def _names_another(text: str, question: Question, running: Running) -> bool:
    return any(is_named(other, text) for other in running.guide.questions if other.id != question.id)


def _is_short(text: str) -> bool:
    return 0 < len(text.split()) <= MOST_WORDS


def _plain(text: str) -> str:
    return " ".join(text.lower().replace("’", "'").split())
