"""A word in a message is only an answer where it is meant for the question: not denied, not somebody else's, not of another thing."""

from __future__ import annotations

import datetime
from typing import Any, Optional

import pytest

from waymark.dialogue.guides.reading.reading import may_be_told_with, read_answer, read_aside
from waymark.knowledge.schema import Question

TODAY = datetime.date(2026, 11, 27)


def question(kind: str, ask: str, **given: Any) -> Question:
    return Question.parse_obj({"id": "q", "kind": kind, "ask": ask, **given})


OWN = question(
    "several",
    "Do you get any of these yourself?",
    options=[
        {"id": "uc", "label": "Universal Credit", "says": ["uc"]},
        {"id": "credit", "label": "Pension Credit"},
        {"id": "none", "label": "None of these", "says": ["just wages"], "alone": True},
    ],
)
THEIRS = question(
    "choice",
    "Which of these does the person get?",
    options=[
        {"id": "pip", "label": "PIP or Adult Disability Payment", "says": ["adp"]},
        {"id": "aa", "label": "Attendance Allowance"},
        {"id": "waiting", "label": "They've applied and are waiting", "says": ["applied"]},
    ],
)
FITS = question(
    "several",
    "Does any of this fit?",
    options=[
        {"id": "other", "label": "Somebody else gets it for them", "says": ["gets it for"]},
        {"id": "away", "label": "They're in hospital, in a care home, or away", "says": ["hospital", "care home", "on holiday"]},
        {"id": "study", "label": "I study or train", "says": ["student", "uni", "college"]},
        {"id": "none", "label": "None of these", "alone": True},
    ],
)  # fmt: skip
WHERE = question(
    "choice",
    "Who is away?",
    options=[
        {"id": "theirs", "label": "They are in hospital", "says": ["in hospital"]},
        {"id": "mine", "label": "I am in hospital", "says": ["i'm in hospital"]},
    ],
)
WHO = question(
    "choice",
    "Who do you look after?",
    options=[
        {"id": "partner", "label": "My husband, wife or partner", "says": ["husband", "wife"]},
        {"id": "together", "label": "Someone else who lives with me", "says": ["lives with us"]},
    ],
)
HOW_LONG = question(
    "choice",
    "How long have they needed this much help?",
    options=[
        {"id": "long", "label": "Six months or more", "says": ["a year", "two years"]},
        {"id": "short", "label": "Less than three months", "says": ["a month", "two months"]},
    ],
)
AGE = question("age", "How old are you?", known_from="carer_age", cues=["i'm", "im", "i am"])
THEIR_AGE = question("age", "How old is the person you look after?", known_from="person_age")
HOURS = question("number", "How many hours do you look after them?", unit="hours", max=168, cues=["hours", "hrs"])
SECOND = question("number", "How many for somebody else?", unit="hours", max=168, cues=["the other one"])
PENSION = question("money", "How much do you pay into a pension?", cues=["into a pension"])
STATE_PENSION = question("money", "How much State Pension do you get?", cues=["state pension"])
DAYS = question("number", "How many days?", unit="days")
ALL = [OWN, THEIRS, FITS, WHERE, WHO, HOW_LONG, AGE, THEIR_AGE, HOURS, SECOND, PENSION, STATE_PENSION]


def answer(asked: Question, typed: str) -> Any:
    read = read_answer(asked, typed, TODAY)
    return None if read is None else read.answer if read.answer is not None else read.amount


def aside(other: Question, typed: str) -> Any:
    read = read_aside(other, typed, TODAY, ALL)
    return None if read is None else read.answer


@pytest.mark.parametrize(
    ("asked", "typed", "means"),
    [
        (OWN, "my husband gets uc", None), (OWN, "she gets pension credit", None), (OWN, "she lives alone and gets pension credit", None), (OWN, "my brother already gets uc for dad", None), (OWN, "i get uc and my mum gets pension credit", ["uc"]),
        (OWN, "me and my wife get uc", ["uc"]), (OWN, "i used to get uc", None), (OWN, "no but ive applied for uc", ["none"]),
        (OWN, "i'm not on any benefits", ["none"]), (OWN, "i dont get universal credit", ["none"]),
        (THEIRS, "i get pip myself but mum gets attendance allowance", "aa"), (THEIRS, "I get PIP but he doesn't", None),
        (THEIRS, "i get attendance allowance for mum", "aa"), (THEIRS, "he used to get pip now its attendance allowance", "aa"),
        (THEIRS, "we applied for pip", "waiting"),
        (FITS, "no one else gets it for her", ["none"]), (FITS, "nobody else", ["none"]), (FITS, "not in hospital no", ["none"]),
        (FITS, "he's out of hospital now", None), (FITS, "she has a hospital appointment on monday", None), (FITS, "i work in a care home", None), (FITS, "on a zero hours contract in a care home", None),
        (FITS, "my daughter is at uni", None), (FITS, "my husband is a student", None), (FITS, "i'm at uni", ["study"]),
        (FITS, "my brother gets it for mum", ["other"]), (FITS, "mum's in hospital", ["away"]), (FITS, "we've not been on holiday for years", ["none"]),
        (WHERE, "i'm the one in hospital", None), (WHERE, "hes in hospital", "theirs"), (WHERE, "she was in hospital but is home now", None), (WHERE, "i'm in hospital", "mine"),
        (WHO, "my ex husband", None), (WHO, "he lives with his wife", None), (WHO, "my wife", "partner"),
        (HOW_LONG, "nearly two years", None), (HOW_LONG, "two years", "long"),
    ],
)  # fmt: skip
def test_only_what_is_meant_is_an_answer(asked: Question, typed: str, means: Any) -> None:
    assert answer(asked, typed) == means


@pytest.mark.parametrize(
    ("asked", "typed", "means"),
    [
        (AGE, "im 61 and hes 63", 61), (AGE, "my mum is 84 and im 52", 52), (AGE, "i am 45 and ive cared for 12 years", 45), (AGE, "my mum is 84", None),
        (AGE, "54", 54), (AGE, "15 nearly 16", 15), (AGE, "54 next birthday", 53), (AGE, "I turned 66 in May", 66),
        (AGE, "66 in march", None), (THEIR_AGE, "im 60 shes 84", 84), (THEIR_AGE, "8 and a half", 8), (THEIR_AGE, "84", 84),
    ],
)  # fmt: skip
def test_ages_are_those_of_the_one_asked_about(asked: Question, typed: str, means: Optional[float]) -> None:
    assert answer(asked, typed) == means


@pytest.mark.parametrize(
    ("asked", "typed", "means"),
    [
        (HOURS, "5 hours a day 5 days a week", 25), (HOURS, "4 hours a day on weekdays", 20), (HOURS, "6 hours a day", 42),
        (HOURS, "5 hours mon to fri", 25), (HOURS, "every day 5 hours", 35), (HOURS, "20 hours, every day", None), (HOURS, "40 hours a week, every day", 40),
        (STATE_PENSION, "£95.50 twice a week", None), (STATE_PENSION, "£60 a shift", None),
        (HOURS, "7 hours most days a week", 7), (HOURS, "6 hours a day most days", None), (HOURS, "i work 16 hours and care the rest", None),
        (HOURS, "20 hrs caring, 30 hrs at work", 20), (PENSION, "not in one", 0), (PENSION, "opted out", 0), (PENSION, "no just £30 a month", 6.92),
        (PENSION, "5%", None), (STATE_PENSION, "£200 plus £80 a week", 280), (STATE_PENSION, "a few hundred a month", 69.23),
        (STATE_PENSION, "12.50 an hour", None), (STATE_PENSION, "12.50 an hour 16 hours", 200), (DAYS, "about a month", 30.44),
        (DAYS, "a fortnight", 14), (DAYS, "twice a week", None),
    ],
)  # fmt: skip
def test_numbers_are_those_of_what_is_asked(asked: Question, typed: str, means: Optional[float]) -> None:
    assert answer(asked, typed) == means


@pytest.mark.parametrize(
    ("other", "typed", "means"),
    [
        (HOW_LONG, "£840 a month", None), (HOW_LONG, "it's been two years since I had a job", None),
        (WHO, "i'm not working since i was laid off and my husband works", None), (WHO, "i look after my husband", "partner"),
        (HOURS, "i'm on a zero hours contract", None), (HOURS, "about 40 hours", 40), (SECOND, "about 40 hours", None),
        (SECOND, "36 for mum, and 18 hours for the other one", 18),
        (AGE, "my son is 8 years old", None), (AGE, "i'm 5 miles away", None), (AGE, "i'm 54 and he gets pip", 54), (THEIR_AGE, "she's 14", None),
        (THEIR_AGE, "my age is 36", None), (AGE, "her age is 84", None), (AGE, "my age is 36", 36),
        (STATE_PENSION, "nothing just my state pension", None), (STATE_PENSION, "my state pension is £201.35 a week", 201.35),
        (PENSION, "my pension is £201 a week", None), (PENSION, "£24 a week goes into a pension", 24),
    ],
)  # fmt: skip
def test_what_was_not_asked_is_taken_only_where_it_can_mean_nothing_else(
    other: Question, typed: str, means: Any
) -> None:
    assert aside(other, typed) == means


@pytest.mark.parametrize(
    ("asked", "other", "typed", "may"),
    [
        (THEIRS, OWN, "pension credit and pip", False), (THEIRS, OWN, "she gets pip and I'm on universal credit", True),
        (OWN, THEIRS, "pip", False), (OWN, THEIRS, "no, but mum gets pip", True), (HOURS, OWN, "40, on universal credit", True),
    ],
)  # fmt: skip
def test_an_answer_about_one_tells_of_the_other_only_where_it_names_them(
    asked: Question, other: Question, typed: str, may: bool
) -> None:
    assert may_be_told_with(asked, other, typed) is may
