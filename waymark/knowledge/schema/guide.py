"""A guide: a short set of questions, held as data, that ends in a result to keep."""

from __future__ import annotations

from enum import Enum
from typing import Any, Dict, List, Optional

from pydantic import Field, root_validator, validator
from pydantic.fields import ModelField

from waymark.knowledge.schema.base import Review, Strict
from waymark.knowledge.schema.condition import Condition, Value
from waymark.knowledge.schema.figure import Unit
from waymark.knowledge.schema.support import Status
from waymark.knowledge.schema.text import Key, Text

_ID = r"^[a-z][a-z0-9_]*$"
_HOME = "^(carer|person)$"
#: How many options fit on buttons, beside "not sure" and the ways out.
MOST_OPTIONS = 7


class Kind(str, Enum):
    """How a question is answered."""

    choice = "choice"  # one of its options
    several = "several"  # any number of its options
    yes_no = "yes_no"
    number = "number"  # of `unit`
    money = "money"  # pounds, a week unless `per` says otherwise
    age = "age"  # in years
    date = "date"  # a day; a month or a year counts from its first day
    nation = "nation"  # the nation where the home is
    words = "words"  # the carer's own words: kept for the result, deciding nothing


class Per(str, Enum):
    """What an amount of money is counted over."""

    week = "week"  # a month's or year's pay is turned into a week's
    once = "once"  # a sum, such as savings


class Fact(str, Enum):
    """What the conversation may already know, so that it is not asked again."""

    carer_age = "carer_age"
    person_age = "person_age"
    relationship = "relationship"
    condition = "condition"
    topic = "topic"
    place = "place"


class State(str, Enum):
    """How an outcome stands."""

    likely = "likely"
    need_to_ask = "need_to_ask"
    not_likely = "not_likely"
    told = "told"  # plain information, with no state


class Option(Strict):
    """One answer to choose."""

    id: Key
    label: Text = Field(..., description="As the button says it.")
    says: List[str] = Field([], description="Other ways people type it.")
    facts: List[str] = Field([], description="Values of the fact under `known_from` that mean this option.")
    alone: bool = Field(False, description="In `several`: goes with no other option, as 'None of these'.")
    point: Optional[Text] = Field(
        None, description="What the result to keep says for this answer, in the carer's voice."
    )


class Question(Strict):
    """One question."""

    id: str = Field(..., regex=_ID)
    kind: Kind
    ask: Text = Field(..., description="The question.")
    help: Optional[Text] = Field(None, description="How to answer it: what counts, where to look.")
    why: Optional[Text] = Field(None, description="Why it is asked.")
    options: List[Option] = Field([], max_items=MOST_OPTIONS)
    not_sure: Optional[Text] = Field(None, description="Label of the 'not sure' button, where another fits better.")
    unit: Optional[Unit] = Field(None, description="Of a number.")
    per: Per = Per.week
    min: Optional[float] = Field(None, description="Smaller numbers are asked about again.")
    max: Optional[float] = Field(None, description="Larger ones too.")
    cues: List[str] = Field(
        [], description="Words that tell, in a message of several facts, that one is for this question."
    )
    known_from: Optional[Fact] = Field(None, description="Fact of the conversation that answers it.")
    ask_if: List[Condition] = Field([], description="Asked only where all of these hold. Left out: always.")
    nations: List[str] = Field([], description="Asked only in these. Left out: everywhere.")
    home: Optional[str] = Field(None, regex=_HOME, description="Whose home counts here; left out: as the guide says.")
    private: bool = Field(False, description="Stays off the page to keep unless the carer adds it.")
    point: Optional[Text] = Field(
        None, description="What the result to keep says for this answer, with {answer:id} in it."
    )
    not_sure_point: Optional[Text] = Field(
        None, description="The same where the answer is 'not sure', or was left out."
    )


class Rule(Strict):
    """One way to reach a state."""

    state: State
    when: List[Condition] = Field(..., min_items=1, description="All of these must hold.")
    reason: Text = Field(..., description="Why, in words to the carer.")
    nations: List[str] = Field([], description="Only in these. Left out: everywhere.")


class Otherwise(Strict):
    """What holds where no rule does."""

    state: State
    reason: Text


class Outcome(Strict):
    """One thing the result tells about: a benefit, a right, an entitlement."""

    about: str = Field(..., regex=_ID)
    title: Text
    figure: Optional[Text] = Field(None, description="Name of the figure shown with it where it is not `not_likely`.")
    rules: List[Rule] = Field([], description="Tried in order; the first that holds counts.")
    otherwise: Otherwise
    show_if: List[Condition] = Field([], description="Left out of the result where these do not hold.")
    nations: List[str] = []
    home: Optional[str] = Field(None, regex=_HOME)
    private: bool = False


class Lead(Strict):
    """What is said before the result; the first whose conditions hold."""

    text: Text
    show_if: List[Condition] = []


class Person(Strict):
    """Whom to ring; the first whose conditions hold."""

    support: Text = Field(..., description="Id of a support with a number to show, by scope.")
    show_if: List[Condition] = []


class Point(Strict):
    """A line of the result that hangs on no single answer, after those of the questions."""

    text: Text
    show_if: List[Condition] = []
    nations: List[str] = []
    home: Optional[str] = Field(None, regex=_HOME)
    private: bool = False


class Step(Strict):
    """One thing to do."""

    id: str = Field(..., regex=_ID)
    text: Text
    show_if: List[Condition] = []
    nations: List[str] = []
    home: Optional[str] = Field(None, regex=_HOME)
    private: bool = False


class GuideSupport(Strict):
    """A support shown with the result, where it serves the home."""

    id: str
    show_if: List[Condition] = []
    nations: List[str] = []
    private: bool = False


class Guide(Strict):
    """One guided route, as its file ``knowledge/guides/<id>.yml`` holds it."""

    id: str = Field(..., regex=_ID, description="The file's name without .yml.")
    title: Text = Field(..., description="For a button.")
    topic: str = Field(..., description="Topic of its turns.")
    home: str = Field("carer", regex=_HOME, description="Whose home decides the variants.")
    offered_on: List[str] = Field([], description="Topics whose answers offer it.")
    says: List[str] = Field(..., min_items=3, description="What people type when they want it; matched by meaning.")
    intro: Text = Field(..., description="Said before the first question.")
    questions: List[Question] = Field(..., min_items=1)
    figures: Dict[str, Text] = Field({}, description="Names of the guide's own for figures that differ by nation.")
    values: List[Value] = Field([], description="Numbers worked out of answers.")
    conditions: Dict[str, List[Condition]] = Field(
        {}, description="Conditions with a name, used as `{condition: name}`."
    )
    outcomes: List[Outcome] = []
    lead: List[Lead] = Field(
        ..., min_items=1, description="Said before the result: a text, or several with conditions."
    )
    points: List[Point] = Field([], description="Lines of the result beside those of questions and options.")
    points_title: Optional[Text] = Field(None, description="Heading of those lines, where another fits better.")
    steps: List[Step] = Field(..., min_items=1, description="Next steps in order.")
    most_steps: int = Field(3, ge=1, le=7, description="So many of them are shown at most.")
    supports: List[GuideSupport] = Field([], description="Supports shown with the result, best first.")
    person: List[Person] = Field(..., min_items=1, description="Id of the support to ring, or several with conditions.")
    status: Status
    sources: List[str] = Field(..., min_items=1)
    review: Review

    @root_validator(pre=True)
    def _conditions_by_name(cls, given: Dict[str, Any]) -> Dict[str, Any]:
        """Write out every `{condition: name}`, so that all else sees plain conditions."""
        named: Dict[str, Any] = {}
        for name, conditions in (given.get("conditions") or {}).items():
            named[name] = _written_out(conditions, named)
        return {**_written_out({**given, "conditions": None}, named), "conditions": named}

    @validator("lead", "person", pre=True)
    def _one_or_several(cls, given: Any, field: ModelField) -> Any:
        """A bare text is the only one there is."""
        if isinstance(given, list):
            return given
        return [{"text" if field.name == "lead" else "support": given}]

    def question(self, name: str) -> Optional[Question]:
        return next((question for question in self.questions if question.id == name), None)

    @property
    def is_live(self) -> bool:
        return self.status is Status.live


def _written_out(given: Any, named: Dict[str, Any]) -> Any:
    """`given` with conditions in the place of their names; an unknown name stays, and is told where it stands."""
    if isinstance(given, list):
        return [_written_out(each, named) for each in given]
    if not isinstance(given, dict):
        return given
    name = given.get("condition")
    if len(given) == 1 and isinstance(name, str) and name in named:
        return {"all": named[name], "named": name}
    return {key: _written_out(value, named) for key, value in given.items()}
