"""What guides decide by: comparisons of answers and figures, and numbers worked out of them. A closed set, no language."""

from __future__ import annotations

import datetime
from typing import Any, Callable, Dict, Generator, List, Optional

from pydantic import Field, root_validator

from waymark.knowledge.schema.base import Strict
from waymark.knowledge.schema.text import Key

TODAY = "today"
#: Comparisons with a number or a day.
LIMITS = ("at_least", "at_most", "more_than", "less_than", "between")
#: Comparisons with options.
CHOICES = ("equals", "is_any_of", "is_none_of", "includes")
COMPARISONS = (*LIMITS, *CHOICES, "answered", "not_sure")
#: Conditions made of others.
GROUPS = ("all", "any", "not")
#: Ways to work out a value.
WORKINGS = (
    "sum",
    "minus",
    "times",
    "half",
    "rounded_up",
    "lowest",
    "highest",
    "count",
    "years_between",
    "months_between",
    "weeks_between",
)


class Operand(Strict):
    """One number or day: written out, an answer, a figure, a value worked out before, or today."""

    number: Optional[float] = None
    day: Optional[datetime.date] = None
    is_today: bool = False
    question: Optional[str] = None  # one that is answered with a number or a day
    value: Optional[str] = None
    figure: Optional[str] = None  # of knowledge/figures, or a name under the guide's own `figures`; as it holds today
    on: Optional[Operand] = None  # the day whose value of the figure counts; absent: today
    if_not_asked: Optional[float] = None  # what an answer counts as where its question is not asked

    @classmethod
    def __get_validators__(cls) -> Generator[Callable[..., Any], None, None]:
        yield cls.read

    @classmethod
    def read(cls, given: Any) -> Operand:
        """An operand as an editor writes it.

        Raises:
            ValueError: it is none.
        """
        if isinstance(given, cls):
            return given
        if given == TODAY:
            return cls(is_today=True)
        if isinstance(given, datetime.date):
            return cls(day=given)
        if isinstance(given, (int, float)) and not isinstance(given, bool):
            return cls(number=given)
        if isinstance(given, dict):
            given = {
                "on" if name is True else name: part for name, part in given.items()
            }  # YAML reads a bare `on` as true
            named = [name for name in ("question", "value", "figure") if name in given]
            beside = {"question": "if_not_asked", "figure": "on", "value": ""}
            if len(named) == 1 and set(given) <= {named[0], beside[named[0]]}:
                return cls(**given)
        raise ValueError("must be a number, a day, today, {question: id}, {value: id} or {figure: name}")


Operand.update_forward_refs()


class Condition(Strict):
    """One comparison, or `all`, `any` or `not` of others. A comparison with what is not known holds neither way."""

    named: Optional[str] = None  # the name under the guide's own `conditions` that stood here
    question: Optional[str] = None
    value: Optional[str] = None
    equals: Optional[Key] = Field(None, description="The answer is this option.")
    is_any_of: Optional[List[Key]] = Field(None, min_items=1, description="The answer is one of these options.")
    is_none_of: Optional[List[Key]] = Field(None, min_items=1, description="The answer is another option.")
    includes: Optional[Key] = Field(None, description="This option is among those chosen.")
    at_least: Optional[Operand] = Field(None, description="This or more; a day: on it or later.")
    at_most: Optional[Operand] = Field(None, description="This or less; a day: on it or earlier.")
    more_than: Optional[Operand] = Field(None, description="More; a day: later.")
    less_than: Optional[Operand] = Field(None, description="Less; a day: earlier.")
    between: Optional[List[Operand]] = Field(None, min_items=2, max_items=2, description="Both ends count.")
    answered: Optional[bool] = Field(None, description="true: there is an answer other than 'not sure'.")
    not_sure: Optional[bool] = Field(None, description="true: the answer is 'not sure'.")
    all: Optional[List[Condition]] = None
    any: Optional[List[Condition]] = None
    negated: Optional[Condition] = Field(None, alias="not")

    @root_validator(pre=True)
    def _one_form(cls, given: Dict[str, Any]) -> Dict[str, Any]:
        """Exactly one comparison with its subject, or exactly one group."""
        if "condition" in given:
            raise ValueError(f"'{given['condition']}' is no name under conditions (above this one)")
        groups = [name for name in GROUPS if name in given]
        compared = [name for name in COMPARISONS if name in given]
        subjects = [name for name in ("question", "value") if name in given]
        if groups and (len(groups) > 1 or compared or subjects):
            raise ValueError(f"'{groups[0]}' must stand alone")
        if groups and not given[groups[0]]:
            raise ValueError(f"'{groups[0]}' holds no condition")
        if not groups and (len(subjects) != 1 or len(compared) != 1):
            raise ValueError(f"needs one of question or value, and one comparison: {', '.join(COMPARISONS)}")
        return given

    @property
    def comparison(self) -> Optional[str]:
        """The name of the comparison; None for a group."""
        return next((name for name in COMPARISONS if getattr(self, name) is not None), None)

    @property
    def parts(self) -> List[Condition]:
        """The conditions a group is made of."""
        return [*(self.all or []), *(self.any or []), *([self.negated] if self.negated else [])]

    @property
    def limits(self) -> List[Operand]:
        """The numbers or days it compares with."""
        single = [getattr(self, name) for name in LIMITS[:-1]]
        return [*(limit for limit in single if limit is not None), *(self.between or [])]


Condition.update_forward_refs()


class Value(Strict):
    """A number worked out of answers and figures, exactly one way."""

    id: str = Field(..., regex=r"^[a-z][a-z0-9_]*$")
    sum: Optional[List[Operand]] = Field(None, min_items=2)
    minus: Optional[List[Operand]] = Field(
        None, min_items=2, description="The first less all others; never less than 0."
    )
    times: Optional[List[Operand]] = Field(None, min_items=2)
    half: Optional[Operand] = None
    rounded_up: Optional[Operand] = Field(None, description="To the next whole number: each started one counts.")
    lowest: Optional[List[Operand]] = Field(None, min_items=2, description="So that something counts up to a limit.")
    highest: Optional[List[Operand]] = Field(None, min_items=2)
    count: Optional[str] = Field(None, description="Id of a `several` question: how many options were chosen.")
    years_between: Optional[List[Operand]] = Field(
        None, min_items=2, max_items=2, description="Whole years from the first day to the second."
    )
    months_between: Optional[List[Operand]] = Field(None, min_items=2, max_items=2, description="Whole months.")
    weeks_between: Optional[List[Operand]] = Field(None, min_items=2, max_items=2, description="Whole weeks.")

    @root_validator(pre=True)
    def _one_way(cls, given: Dict[str, Any]) -> Dict[str, Any]:
        if len([name for name in WORKINGS if name in given]) != 1:
            raise ValueError(f"needs exactly one of {', '.join(WORKINGS)}")
        return given

    @property
    def working(self) -> str:
        return next(name for name in WORKINGS if getattr(self, name) is not None)

    @property
    def operands(self) -> List[Operand]:
        """What it is worked out of, in order."""
        if self.count is not None:
            return [Operand(question=self.count)]
        found = getattr(self, self.working)
        return found if isinstance(found, list) else [found]
