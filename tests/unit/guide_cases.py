"""The small language of tests/guides: given answers, expect a question or an outcome (docs/guides.md)."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Dict, Iterator, List, Optional, Set, Tuple

import yaml

from waymark.dialogue.answering import Known
from waymark.dialogue.guides.asking import with_options
from waymark.dialogue.guides.reading.reading import read_answer
from waymark.dialogue.guides.result import Result, result_of
from waymark.dialogue.guides.running import Running, run
from waymark.dialogue.guides.state import GuideState
from waymark.dialogue.situation import Situation
from waymark.knowledge.guides.answers import NOT_SURE, Answer, is_well_formed
from waymark.knowledge.homes import read_home
from waymark.knowledge.schema import NATIONS, Guide, Kind, Question
from waymark.operations.paths import ROOT

FOLDER = ROOT / "tests" / "guides"
#: The day of all cases: figures of 2026/27 hold.
TODAY = datetime.date(2026, 11, 27)
_FIELDS = {"name", "day", "nation", "nations", "carer_home", "person_home", "knows", "given", "expect"}
_EXPECTED = {"asks", "outcomes", "shows", "steps", "says", "not_says", "points"}


@dataclass(frozen=True)
class Case:
    """One case in one place; no home: the nation is not known."""

    guide: str
    name: str
    carer_home: Optional[str]
    person_home: Optional[str]
    day: datetime.date = TODAY
    knows: Dict[str, Any] = field(default_factory=dict)
    given: Dict[str, Any] = field(default_factory=dict)
    expect: Dict[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        return f"{self.guide}: {self.name} [{self.carer_home or 'not known'}]"


def read_cases(folder: Path = FOLDER) -> List[Case]:
    """Every case of every guide, one for each nation it names."""
    return [case for path in sorted(folder.glob("*.yml")) for case in _of_file(path)]


def _of_file(path: Path) -> Iterator[Case]:
    for entry in yaml.safe_load(path.read_text(encoding="utf-8")) or []:
        unknown = [*(set(entry) - _FIELDS), *(set(entry.get("expect") or {}) - _EXPECTED)]
        assert not unknown, f"{path.name}: {entry.get('name')}: there is no field {unknown}"
        for home in entry.get("nations") or [entry.get("nation")]:
            yield Case(
                path.stem,
                entry["name"],
                entry.get("carer_home", home),
                entry.get("person_home", home),
                entry.get("day", TODAY),
                entry.get("knows") or {},
                entry.get("given") or {},
                entry.get("expect") or {},
            )


@dataclass(frozen=True)
class Walked:
    """Where the answers of a case led: a question that has no answer, or the result."""

    running: Running
    asks: Optional[str]
    result: Optional[Result]


def walk(case: Case, known: Known) -> Walked:
    """Answer in turn, as a carer would.

    Raises:
        AssertionError: an answer is none, or is left over.
    """
    guide = known.knowledge.guides[case.guide]
    situation = _situation(case, known)
    state, left = GuideState(guide.id), dict(case.given)
    while True:
        running = run(guide, state, situation, known.knowledge, case.day)
        question = running.next_question
        if question is None:
            unused = {name for name in left if name not in running.ground.answers}
            assert not unused, f"{sorted(unused)}: never asked"
            return Walked(running, None, result_of(running, known.knowledge))
        if question.id in left:
            state = state.with_answer(question.id, given(question, left.pop(question.id), known, case.day))
        elif question.kind in (Kind.nation, Kind.words) and case.expect.get("asks") != question.id:
            state = state.with_answer(question.id, NOT_SURE)
        else:
            assert not left, f"{sorted(left)}: not asked before {question.id}"
            return Walked(running, question.id, None)


def given(question: Question, value: Any, known: Known, day: datetime.date = TODAY) -> Answer:
    """An answer as a case writes it: a value, 'not sure', or what a carer types."""
    if isinstance(value, bool):
        value = "yes" if value else "no"
    if isinstance(value, datetime.date):
        value = value.isoformat()
    if isinstance(value, str) and value in ("not sure", NOT_SURE):
        return NOT_SURE
    value = float(value) if isinstance(value, int) else value
    if is_well_formed(question, value):
        return value  # type: ignore[no-any-return]
    read = read_answer(with_options(question, known), str(value), day)
    assert read is not None, f"{question.id}: {value!r} is no answer"
    assert read.answer is not None, f"{question.id}: {value!r} is no whole answer"
    return read.answer


def _situation(case: Case, known: Known) -> Situation:
    homes = {name: read_home(getattr(case, name), known.knowledge) for name in ("carer_home", "person_home")}
    facts = dict(case.knows)
    if "condition" in facts:
        facts["conditions"] = frozenset([facts.pop("condition")])
    return Situation(**homes, **facts)


def needed(guide: Guide) -> Set[Tuple[str, Optional[int], str]]:
    """(about, rule, nation) that cases must reach: every rule in each of its nations; an outcome of no rules in each of its."""
    found: Set[Tuple[str, Optional[int], str]] = set()
    for outcome in guide.outcomes:
        for number, rule in enumerate(outcome.rules):
            found |= {(outcome.about, number, nation) for nation in rule.nations or outcome.nations or NATIONS}
        if not outcome.rules:
            found |= {(outcome.about, None, nation) for nation in outcome.nations or NATIONS}
    return found
