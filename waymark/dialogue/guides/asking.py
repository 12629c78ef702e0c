"""A guide's question as a message: words that stand alone, buttons, and its parts for a page that draws a form."""

from __future__ import annotations

from typing import Any, Dict, List, Optional, Tuple

from waymark.dialogue.answering import Known
from waymark.dialogue.guides.running import Running
from waymark.dialogue.reply import Button, Said
from waymark.dialogue.words import payload
from waymark.knowledge.guides.answers import NO, NOT_SURE, YES
from waymark.knowledge.guides.words import written
from waymark.knowledge.schema import NATIONS, Kind, Option, Question, Text
from waymark.knowledge.texts import UnknownName

#: Buttons of one message.
MOST_BUTTONS = 8
#: Pressed when no further option of a `several` question fits.
THAT_IS_ALL = "done"
#: Times over which money is counted, as offered on buttons: key of WEEKS_IN -> response with its label.
PERIODS = {
    "week": "utter_guide_a_week",
    "4 weeks": "utter_guide_4_weeks",
    "month": "utter_guide_a_month",
    "year": "utter_guide_a_year",
}
_HOW = {
    Kind.choice: "utter_guide_choose",
    Kind.yes_no: "utter_guide_choose",
    Kind.nation: "utter_guide_choose",
    Kind.several: "utter_guide_choose_all",
    Kind.number: "utter_guide_type_number",
    Kind.money: "utter_guide_type_money",
    Kind.age: "utter_guide_type_number",
    Kind.date: "utter_guide_type_date",
    Kind.words: "utter_guide_type_words",
}


def with_options(question: Question, known: Known) -> Question:
    """The question with the options that its kind brings: the nations, yes and no."""
    if question.kind is Kind.nation:
        names = known.knowledge.uk.nation_names
        aliases = known.knowledge.uk.nation_aliases.items()
        made = [
            Option.parse_obj(
                {"id": nation, "label": names[nation], "says": [alias for alias, found in aliases if found == nation]}
            )
            for nation in NATIONS
        ]
    elif question.kind is Kind.yes_no:
        own = {str(option.id): option for option in question.options}
        labels = {YES: known.words.say("utter_guide_yes"), NO: known.words.say("utter_guide_no")}
        made = [own.get(name) or Option.parse_obj({"id": name, "label": label}) for name, label in labels.items()]
    else:
        return question
    return question.copy(update={"options": made})


class Asking:
    """Builds messages about one question of a running guide."""

    def __init__(self, running: Running, question: Question, known: Known) -> None:
        self._running = running
        self._question = with_options(question, known)
        self._known = known

    def message(self, lead: str = "", more: bool = False) -> Said:
        """The question, led by `lead`. `more`: why it is asked stands with it."""
        legend, help_, why = self.say(self._question.ask), self.say(self._question.help), self.say(self._question.why)
        options, others = self.options(), self._others()
        parts = [lead, self._progress(), f"**{legend}**", help_]
        if more:
            words = self._known.words
            parts.append(words.say("utter_guide_why", why=why) if why else words.say("utter_guide_why_any"))
        parts.append(_numbered(options) or self._known.words.say(_HOW[self._question.kind]))
        if options:
            parts.append(self._known.words.say(_HOW[self._question.kind]))
        number, total = self._running.progress
        drawn: Dict[str, Any] = {
            "id": self._question.id,
            "kind": self._question.kind.value,
            "legend": legend,
            "help": help_ or None,
            "why": why or None,
            "number": number,
            "of": total,
        }
        return Said("\n\n".join(part for part in parts if part), (*options, *others), question=drawn)

    def more_options(self) -> Said:
        """'Anything else that fits?', with what was not chosen yet."""
        legend = self._known.words.say("utter_guide_anything_else")
        options = [*self.options(), self._button(THAT_IS_ALL, self._known.words.say("utter_guide_that_is_all"))]
        return self._more([f"**{legend}**", self._left()], legend, options)

    def heard(self, lead: str = "") -> Said:
        """The question with what was told of it before its turn, and what else may fit; 'none of these' takes it back."""
        chosen = self._running.state.chosen
        told = "; ".join(self.say(option.label) for option in self._question.options if str(option.id) in chosen)
        legend = self.say(self._question.ask)
        alone = [
            self._button(str(option.id), self.say(option.label)) for option in self._question.options if option.alone
        ]
        all_ = self._button(THAT_IS_ALL, self._known.words.say("utter_guide_that_is_all"))
        heard = self._known.words.say("utter_guide_heard", options=told)
        parts = [lead, self._progress(), f"**{legend}**", heard, self._left(alone=True)]
        return self._more([part for part in parts if part], f"{legend} {heard}", [*self.options(), *alone, all_])

    def _more(self, parts: List[str], legend: str, options: List[Button]) -> Said:
        number, total = self._running.progress
        drawn = {
            "id": self._question.id,
            "kind": self._question.kind.value,
            "legend": legend,
            "help": None,
            "why": None,
        }
        return Said("\n\n".join(parts), tuple(options), question={**drawn, "number": number, "of": total})

    def _left(self, alone: bool = False) -> str:
        """The options not chosen yet with their numbers in the whole list, which is how a typed number is read."""
        chosen = self._running.state.chosen
        return "\n".join(
            f"{number}. {self.say(option.label)}"
            for number, option in enumerate(self._question.options, 1)
            if str(option.id) not in chosen and (alone or not option.alone)
        )

    def period(self, amount: float) -> Said:
        """'Is that £1,200 a week, or a month?'"""
        legend = self._known.words.say("utter_guide_period", amount=f"{amount:,.2f}".removesuffix(".00"))
        options = [self._button(f"{amount:g}/{per}", self._known.words.say(name)) for per, name in PERIODS.items()]
        number, total = self._running.progress
        drawn = {"id": self._question.id, "kind": "choice", "legend": legend, "help": None, "why": None}
        text = "\n\n".join([f"**{legend}**", _numbered(options)])
        return Said(text, tuple(options), question={**drawn, "number": number, "of": total})

    def options(self) -> List[Button]:
        """The options not chosen yet, as buttons."""
        chosen = self._running.state.chosen
        return [
            self._button(str(option.id), self.say(option.label))
            for option in self._question.options
            if str(option.id) not in chosen and not (chosen and option.alone)
        ]

    def _others(self) -> List[Button]:
        """'Not sure', and ways back and out as far as there is room."""
        words = self._known.words
        usual = "utter_guide_leave_out" if self._question.kind is Kind.words else "utter_guide_not_sure"
        label = self.say(self._question.not_sure) or words.say(usual)
        found = [self._button(NOT_SURE, label)]
        if self._running.state.order:
            found.append(Button(words.say("utter_guide_back"), payload("guide_back")))
        found.append(Button(words.say("utter_guide_stop"), payload("guide_stop")))
        return found[: MOST_BUTTONS - len(self.options())]

    def _button(self, answer: str, label: str) -> Button:
        given = {"guide": self._running.guide.id, "question": self._question.id, "answer": answer}
        return Button(label, payload("guide_answer", **given))

    def _progress(self) -> str:
        number, total = self._running.progress
        if total is None:
            return self._known.words.say("utter_guide_progress_open", number=str(number))
        return self._known.words.say("utter_guide_progress", number=str(number), total=str(total))

    def say(self, text: Optional[Text]) -> str:
        """A text of the question for its home; empty where it has none that can be filled."""
        return said(text, self._running, self._question.home, self._known)


def said(text: Optional[Text], running: Running, home: Optional[str], known: Known) -> str:
    """A text of the guide for a home; empty where it has none that can be filled."""
    if text is None:
        return ""
    try:
        return written(text, running.ground, home, known.knowledge).words
    except UnknownName:
        return ""


def titled(running: Running, known: Known) -> str:
    return said(running.guide.title, running, None, known)


def _numbered(options: List[Button]) -> str:
    """The options as a list to choose from by number, for channels without buttons."""
    return "\n".join(f"{number}. {option.title}" for number, option in enumerate(options, 1))


def parsed_period(answer: str) -> Optional[Tuple[float, str]]:
    """(amount, time) of a pressed '1200/month'."""
    amount, slash, per = answer.partition("/")
    try:
        return (float(amount), per) if slash and per in PERIODS else None
    except ValueError:
        return None
