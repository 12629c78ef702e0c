"""What a guide ends in: outcomes with their reasons, points, next steps, supports and a person; in words for one home.

A result is rebuilt from the answers alone, so that the page to keep can show it with the knowledge of that day.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace
from typing import Any, Dict, List, Optional, Sequence, Tuple

from waymark.dialogue.choose import MOST_CARDS, serves
from waymark.dialogue.guides.running import Running
from waymark.dialogue.guides.writing import Line, Told, Writer
from waymark.knowledge.guides.evaluate import ground
from waymark.knowledge.homes import Home
from waymark.knowledge.knowledge import Knowledge
from waymark.knowledge.schema import FigureValue, State, pick

#: The order in which outcomes are told.
ORDER = (State.likely, State.need_to_ask, State.not_likely, State.told)


@dataclass(frozen=True)
class Result:
    """All of it. `supports` and `person` are ids."""

    guide: str
    title: str
    lead: str
    day: datetime.date
    home: Home
    outcomes: Sequence[Told]
    points: Sequence[Line]
    points_title: Optional[str]  # where another one than the usual fits
    steps: Sequence[Line]
    supports: Sequence[Tuple[str, bool]]  # with whether it is private
    person: Optional[str]
    answers: Sequence[Line]
    figures: Sequence[FigureValue]

    def to_dict(self, knowledge: Knowledge) -> Dict[str, Any]:
        """As the API gives it."""
        labels = knowledge.lists["guide_states"]
        return {
            "guide": self.guide,
            "title": self.title,
            "date": self.day.isoformat(),
            "nation": self.home.nation,
            "outcomes": [
                {
                    "about": told.about,
                    "state": told.state.value,
                    "label": labels[told.state.value].label,
                    "title": told.title,
                    "reason": told.reason,
                    "figure": told.figure,
                    "private": told.private,
                }
                for told in self.outcomes
            ],
            "points": [_line(line) for line in self.points],
            "points_title": self.points_title,
            "steps": [_line(line) for line in self.steps],
            "supports": [{"id": name, "private": private} for name, private in self.supports],
            "person": self.person,
            "answers": [_line(line) for line in self.answers],
        }


def _line(line: Line) -> Dict[str, Any]:
    return {"id": line.id, "text": line.text, "private": line.private}


def result_of(running: Running, knowledge: Knowledge, private: bool = True) -> Result:
    """The result for the answers given. `private=False`: as if no private question had been answered, and without private parts."""
    if not private:
        running = _without_private(running)
    writer = Writer(running, knowledge)
    guide, fits = running.guide, running.ground.all_hold
    steps = [
        Line(step.id, text, step.private)
        for step in guide.steps
        if (private or not step.private)
        and running.ground.is_in(step.nations, step.home)
        and running.ground.all_hold(step.show_if, step.home)
        and (text := writer.say(step.text, step.home))
    ]
    outcomes = [
        told for outcome in guide.outcomes if private or not outcome.private for told in writer.outcome(outcome)
    ]
    return Result(
        guide=guide.id,
        title=writer.say(guide.title) or guide.id,
        lead=next((words for each in guide.lead if fits(each.show_if) and (words := writer.say(each.text))), ""),
        day=running.ground.day,
        home=running.home,
        outcomes=sorted(outcomes, key=lambda told: ORDER.index(told.state)),
        points=[point for point in writer.points() if private or not point.private],
        points_title=writer.say(guide.points_title),
        steps=steps[: guide.most_steps],
        supports=_supports(running, knowledge, private),
        person=next(
            (pick(dict(each.support), *running.home.scopes) for each in guide.person if fits(each.show_if)), None
        ),
        answers=writer.answers(),
        figures=writer.figures,
    )


def _without_private(running: Running) -> Running:
    secret = {question.id for question in running.guide.questions if question.private}
    answers = {name: answer for name, answer in running.ground.answers.items() if name not in secret}
    old = running.ground
    return replace(running, ground=ground(running.guide, old.figures, answers, old.scopes, old.day))


def _supports(running: Running, knowledge: Knowledge, private: bool) -> List[Tuple[str, bool]]:
    """Those that fit and serve the home; the first few."""
    found = []
    for named in running.guide.supports:
        support = knowledge.supports.get(named.id)
        if support is None or not support.is_live or not (private or not named.private):
            continue
        fits = running.ground.is_in(named.nations, None) and running.ground.all_hold(named.show_if)
        if fits and serves(support, running.home):
            found.append((named.id, named.private))
    return found[:MOST_CARDS]
