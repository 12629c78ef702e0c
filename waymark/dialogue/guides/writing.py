"""Puts the parts of a guide's result into words."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import Iterator, List, Optional, Tuple

from waymark.dialogue.guides.running import Running
from waymark.knowledge.guides.answers import NOT_SURE
from waymark.knowledge.guides.evaluate import Ground
from waymark.knowledge.guides.words import answer_in_words, written
from waymark.knowledge.knowledge import Knowledge
from waymark.knowledge.schema import FigureValue, Outcome, State, Text, pick
from waymark.knowledge.texts import UnknownName, amount

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Told:
    """One outcome in words. `rule` is its place among the outcome's rules; None: none held. `figure`: '£86.45 a week'."""

    about: str
    state: State
    title: str
    reason: str
    rule: Optional[int]
    figure: Optional[str] = None
    private: bool = False


@dataclass(frozen=True)
class Line:
    """A step, a point, or an answer in words."""

    id: str
    text: str
    private: bool = False


def decided(outcome: Outcome, found: Ground) -> Optional[Tuple[Optional[int], State, Text]]:
    """(rule, state, reason) of an outcome; None where it is not told of at all."""
    home = outcome.home
    if not found.is_in(outcome.nations, home) or not found.all_hold(outcome.show_if, home):
        return None
    for number, rule in enumerate(outcome.rules):
        if found.is_in(rule.nations, home) and found.all_hold(rule.when, home):
            return number, rule.state, rule.reason
    return None, outcome.otherwise.state, outcome.otherwise.reason


class Writer:
    """Puts the texts of one result into words, and remembers whose figures stand in them."""

    def __init__(self, running: Running, knowledge: Knowledge) -> None:
        self._running = running
        self._knowledge = knowledge
        self.figures: List[FigureValue] = []

    def say(self, text: Optional[Text], home: Optional[str] = None) -> Optional[str]:
        """A text for the home; None where it has none, or a name in it cannot be filled."""
        if text is None:
            return None
        try:
            filled = written(text, self._running.ground, home, self._knowledge)
        except UnknownName as error:
            logger.error("A text of the guide %s was left out: %s", self._running.guide.id, error.args[0])
            return None
        self.figures += filled.figures
        return filled.words

    def outcome(self, outcome: Outcome) -> List[Told]:
        """The outcome in words; nothing where it is not told of."""
        found = decided(outcome, self._running.ground)
        if found is None:
            return []
        rule, state, reason = found
        title, words = self.say(outcome.title, outcome.home), self.say(reason, outcome.home)
        figure = None if state in (State.not_likely, State.told) else self._figure(outcome)
        return [Told(outcome.about, state, title or outcome.about, words or "", rule, figure, outcome.private)]

    def _figure(self, outcome: Outcome) -> Optional[str]:
        """'£86.45 a week', where it is known today."""
        home = outcome.home or self._running.guide.home
        name = pick(dict(outcome.figure or {}), *self._running.ground.scopes[home])
        name = self._running.ground.figure_name(name, home) if name else None
        figure = self._knowledge.figures.get(name or "")
        value = figure.on(self._running.ground.day) if figure else None
        if figure is None or value is None:
            return None
        self.figures.append(value)
        return " ".join(part for part in (amount(figure, value), figure.per) if part)

    def points(self) -> List[Line]:
        """What the answers say in the carer's own voice."""
        found = []
        for question in self._running.guide.questions:
            answer = self._running.ground.answers.get(question.id)
            chosen = answer if isinstance(answer, list) else [answer]
            texts = [option.point for option in question.options if option.id in chosen]
            own = question.not_sure_point if answer == NOT_SURE else question.point
            for text in [*texts, *([own] if answer is not None else [])]:
                words = self.say(text, question.home)
                if words:
                    found.append(Line(question.id, words, question.private))
        return [*found, *self._points_of_none()]

    def _points_of_none(self) -> Iterator[Line]:
        """The lines that hang on no single answer."""
        ground = self._running.ground
        for number, point in enumerate(self._running.guide.points, 1):
            if ground.is_in(point.nations, point.home) and ground.all_hold(point.show_if, point.home):
                words = self.say(point.text, point.home)
                if words:
                    yield Line(f"point_{number}", words, point.private)

    def answers(self) -> List[Line]:
        """Every answer in words, for looking over and changing."""
        return [
            Line(question.id, _in_words(question.id, self._running.ground), question.private)
            for question in self._running.guide.questions
            if question.id in self._running.ground.answers
        ]


def _in_words(name: str, found: Ground) -> str:
    try:
        return answer_in_words(name, found)
    except UnknownName:
        return ""
