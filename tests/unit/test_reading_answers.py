"""What carers type, read as answers: generously, and never guessing between two meanings."""

from __future__ import annotations

import datetime
from typing import Any, List, Optional

import pytest

from waymark.dialogue.guides.reading.numerals import in_digits
from waymark.dialogue.guides.reading.reading import is_question, read_answer, read_aside
from waymark.knowledge.guides.answers import NOT_SURE
from waymark.knowledge.schema import Question

TODAY = datetime.date(2026, 11, 27)


def question(kind: str, **given: Any) -> Question:
    return Question.parse_obj({"id": "q", "kind": kind, "ask": "?", **given})


HOURS = question("number", unit="hours", max=168)
YEARS = question("number", unit="years")
PAY = question("money", cues=["earn", "wage", "take home", "after tax"])
SAVINGS = question("money", per="once", cues=["savings", "saved"])
AGE = question("age", cues=["i'm", "im", "aged"])
DATE = question("date")
JOB = question(
    "yes_no",
    options=[
        {"id": True, "label": "Yes", "says": ["part time", "full time"]},
        {"id": False, "label": "No", "says": ["retired", "gave it up"]},
    ],
)
BENEFIT = question(
    "choice",
    options=[
        {"id": "pip", "label": "PIP or Disability Living Allowance", "says": ["dla", "personal independence"]},
        {"id": "aa", "label": "Attendance Allowance", "says": ["attendance"]},
        {"id": "waiting", "label": "Applied, still waiting", "says": ["waiting"]},
        {"id": "none", "label": "None of these", "says": ["no benefits"]},
    ],
)
HARD = question(
    "several",
    options=[
        {"id": "nights", "label": "Nights", "says": ["up at night", "sleep"]},
        {"id": "lifting", "label": "Lifting and moving", "says": ["lift"]},
        {"id": "forms", "label": "Forms, calls and post"},
        {"id": "none", "label": "None of these", "alone": True},
    ],
)


def answer(asked: Question, typed: str, pending: Optional[float] = None) -> Any:
    """The answer read; 'too much' for a number out of range, (amount,) for one without a time, None for no answer."""
    read = read_answer(asked, typed, TODAY, pending)
    if read is None:
        return None
    if read.is_out_of_range:
        return "too much"
    return (read.amount,) if read.amount is not None else read.answer


@pytest.mark.parametrize(
    ("typed", "digits"),
    [
        ("forty-five", "45"),
        ("a hundred and eighty pounds", "180 pounds"),
        ("twelve hundred a month", "1200 a month"),
        ("three thousand two hundred and ten", "3210"),
        ("between thirty and forty", "between 30 and 40"),
        ("nineteen sixty", "1960"),
        ("£1,200", "£1200"),
        ("14k", "14000"),
        ("six grand", "6000"),
        ("two and a half hours", "2.5 hours"),
        ("half an hour", "0.5 hour"),
        ("a couple of hours", "2 hours"),
        ("no one helps", "no person helps"),
        ("twenty four seven", "24/7"),
        ("in her eighties", "in her 80s"),
        ("", ""),
    ],
)
def test_numbers_in_words_become_digits(typed: str, digits: str) -> None:
    assert in_digits(typed) == digits


@pytest.mark.parametrize(
    ("typed", "hours"),
    [
        ("40", 40), ("about 40 hours", 40), ("40ish", 40), ("forty", 40), ("40hrs", 40), ("its 40h", 40), ("35+", 35),
        ("between 35 and 40", 35), ("35-40", 35), ("35 to 40 hrs", 35), ("at least 35", 35), ("over 35", 36), ("less than 20 hours", 19),
        ("8 hours a day", 56), ("half an hour a day", 3.5), ("30 minutes a day", 3.5), ("100 hours a month", 23.08),
        ("24/7", 168), ("round the clock", 168), ("day and night", 168), ("all the time", 168),
        ("no idea, maybe 40", 40), ("i'm 45 and do 40 hours", 40), ("40 hours a week, I'm 52", 40), ("none", 0), ("nothing", 0),
        ("dunno", NOT_SURE), ("not sure", NOT_SURE), ("I don’t know", NOT_SURE), ("skip", NOT_SURE), ("it depends", NOT_SURE), ("?", NOT_SURE),
        ("200", "too much"), ("10 hours on saturday and 10 on sunday", None), ("10 and 20", None), ("a lot", None), ("£180", None),
    ],
)  # fmt: skip
def test_hours_a_week(typed: str, hours: Any) -> None:
    assert answer(HOURS, typed) == hours


@pytest.mark.parametrize(
    ("typed", "years"),
    [
        ("3 years", 3),
        ("18 months", 1.5),
        ("five", 5),
        ("since 2019", 7.9),
        ("26 weeks", 0.5),
        ("two and a half years", 2.5),
    ],
)
def test_lengths_of_time(typed: str, years: float) -> None:
    assert answer(YEARS, typed) == years


@pytest.mark.parametrize(
    ("typed", "a_week"),
    [
        ("£180 a week after tax", 180), ("180pw", 180), ("£180.50 weekly", 180.5), ("a hundred and eighty pounds a week", 180),
        ("1200 a month", 276.92), ("£1,200 pcm", 276.92), ("2400 monthly", 553.85), ("£960 every 4 weeks", 240), ("£400 a fortnight", 200),
        ("14k a year", 269.23), ("£15,600 per annum", 300), ("my salary is 23000", 442.31), ("16 hours a week at £12.50 an hour", 200),
        ("between £180 and £220 a week", 220), ("over £204 a week", 205), ("nothing", 0), ("i dont earn anything", 0), ("0", 0),
        ("£250 before tax and £210 after tax a week", 210), ("dunno", NOT_SURE), ("I'd rather not say", NOT_SURE),
        ("£180", (180,)), ("1200", (1200,)), ("about 200 quid", (200,)), ("£12,000", (12000,)), ("enough", None),
    ],
)  # fmt: skip
def test_pay_is_turned_into_a_weeks(typed: str, a_week: Any) -> None:
    assert answer(PAY, typed) == a_week


@pytest.mark.parametrize(
    ("typed", "a_week"), [("a month", 276.92), ("monthly", 276.92), ("it's a week", 1200), ("per year", 23.08)]
)
def test_an_amount_without_a_time_takes_the_time_told_next(typed: str, a_week: float) -> None:
    assert answer(PAY, typed, pending=1200.0) == a_week


def test_a_new_amount_may_be_given_instead_of_the_time() -> None:
    assert answer(PAY, "sorry, £300 a week", pending=1200.0) == 300


@pytest.mark.parametrize(
    ("typed", "pounds"),
    [("about 6 grand", 6000), ("£16,000", 16000), ("16k", 16000), ("none", 0), ("between 3 and 4 thousand", 4000)],
)
def test_savings_have_no_time(typed: str, pounds: float) -> None:
    assert answer(SAVINGS, typed) == pounds


@pytest.mark.parametrize(
    ("typed", "years"),
    [
        ("45", 45), ("i'm 45", 45), ("fifty two", 52), ("45 years old", 45), ("dob 3/4/1960", 66), ("born in 1960", 66), ("28.11.1960", 65),
        ("she's in her 80s", 80), ("mid forties", 45), ("nearly 18", 17), ("I'm 17 and a half", 17), ("rather not say", NOT_SURE), ("old", None),
    ],
)  # fmt: skip
def test_ages(typed: str, years: Any) -> None:
    assert answer(AGE, typed) == years


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("3/4/1960", "1960-04-03"), ("3.4.60", "1960-04-03"), ("2024-05-06", "2024-05-06"), ("4th of july 2025", "2025-07-04"), ("July 4", "2026-07-04"),
        ("since march", "2026-03-01"), ("december", "2025-12-01"), ("march last year", "2025-03-01"), ("march 2024", "2024-03-01"), ("since 2019", "2019-01-01"),
        ("last year", "2025-01-01"), ("two years ago", "2024-11-27"), ("about six months ago", "2026-05-28"), ("yesterday", "2026-11-26"), ("last week", "2026-11-20"),
        ("1/1/2030", None), ("31/2/2024", None), ("it may be", None), ("a while", None), ("no idea", NOT_SURE),
    ],
)  # fmt: skip
def test_days(typed: str, day: Any) -> None:
    assert answer(DATE, typed) == day


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("yes", "yes"), ("Yeah", "yes"), ("aye", "yes"), ("y", "yes"), ("yes but only part time", "yes"), ("I do", "yes"), ("i think so", "yes"), ("part time at tesco", "yes"),
        ("no", "no"), ("nope", "no"), ("N", "no"), ("nah mate", "no"), ("no i retired", "no"), ("i don’t", "no"), ("not yet", "no"), ("i gave it up", "no"), ("well, no", "no"),
        ("not sure", NOT_SURE), ("i don't know", NOT_SURE), ("maybe", NOT_SURE), ("skip", NOT_SURE), ("purple", None),
    ],
)  # fmt: skip
def test_yes_and_no(typed: str, said: Optional[str]) -> None:
    assert answer(JOB, typed) == said


@pytest.mark.parametrize(
    ("typed", "option"),
    [
        ("PIP", "pip"), ("he gets pip", "pip"), ("dla", "pip"), ("disability living allowance", "pip"), ("2", "aa"), ("the second one", "aa"), ("number 3", "waiting"),
        ("attendance", "aa"), ("atendance", "aa"), ("we're still waiting", "waiting"), ("not pip, attendance", "aa"), ("none", "none"), ("nothing", "none"),
        ("pip and attendance", None), ("applied for pip", None), ("9", None), ("both", None), ("dunno", NOT_SURE),
    ],
)  # fmt: skip
def test_one_option(typed: str, option: Optional[str]) -> None:
    assert answer(BENEFIT, typed) == option


@pytest.mark.parametrize(
    ("typed", "options"),
    [
        ("nights", ["nights"]), ("nights and lifting", ["nights", "lifting"]), ("1, 2", ["nights", "lifting"]), ("1 and 3", ["nights", "forms"]),
        ("i'm up at night mostly", ["nights"]), ("Nights; Forms, calls and post", ["nights", "forms"]), ("all of them", ["nights", "lifting", "forms"]),
        ("none of these", ["none"]), ("nothing", ["none"]), ("not lifting, just forms", ["forms"]), ("don't know", NOT_SURE), ("bananas", None),
    ],
)  # fmt: skip
def test_several_options(typed: str, options: Any) -> None:
    assert answer(HARD, typed) == options


PAID = question(
    "choice",
    options=[
        {"id": "none", "label": "None of these", "says": ["nothing"]},
        {"id": "ca", "label": "Carer's Allowance", "says": ["carers", "carers allowance"]},
        {"id": "work", "label": "Only my wage", "says": ["full time", "yes"]},
    ],
)
STUDY = question("choice", options=[{"id": "full", "label": "Full time"}, {"id": "evening", "label": "In the evening"}])
ADVANCED = question("yes_no", options=[{"id": True, "label": "Yes: HNC, degree or such", "says": ["university"]}])
QUESTIONS = [HOURS, PAY, AGE, JOB, DATE, BENEFIT, HARD, PAID, STUDY, ADVANCED]


def aside(asked: Question, typed: str) -> Any:
    read = read_aside(asked, typed, TODAY, QUESTIONS)
    return read.answer if read else None


def test_a_message_of_several_facts_is_taken_apart() -> None:
    typed = "I'm 45, do 40 hours, take home £180 a week and she gets PIP"
    assert [aside(each, typed) for each in (AGE, HOURS, PAY, BENEFIT)] == [45, 40, 180, "pip"]


@pytest.mark.parametrize(
    ("asked", "typed", "told"),
    [
        (PAID, "I get carers allowance", "ca"),
        (STUDY, "I go in the evening", "evening"),
        (ADVANCED, "I do an HNC at college", "yes"),
        (HARD, "I'm up at night, then forms, calls and post", ["nights", "forms"]),
    ],
)
def test_an_option_is_taken_where_its_words_mean_nothing_else(asked: Question, typed: str, told: Any) -> None:
    assert aside(asked, typed) == told


@pytest.mark.parametrize("typed", ["no", "Nobody.", "nope", "no one else", "none"])
def test_nobody_is_no_hours_and_no_money(typed: str) -> None:
    assert answer(HOURS, typed) == 0
    assert answer(PAY, typed) == 0


@pytest.mark.parametrize(
    ("asked", "typed"),
    [
        (PAY, "I'm 45 and do 40 hours"),
        (AGE, "40 hours, £180"),
        (JOB, "yes"),
        (DATE, "since march"),
        (HOURS, "I'm 45"),
        (BENEFIT, "2"),
        (PAID, "check what I can get as a carer"),
        (PAID, "what can carers claim"),
        (PAID, "yes"),
        (PAID, "none of these"),
        (BENEFIT, "none of these"),
        (HARD, "none of these"),
        (PAID, "I study full time"),
        (STUDY, "I work full time"),
        (ADVANCED, "yes"),
    ],
)
def test_nothing_is_taken_for_a_question_that_is_not_named(asked: Question, typed: str) -> None:
    assert aside(asked, typed) is None


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("what counts as a paid job?", True), ("do I have to count nights", True), ("is that before or after tax", True),
        ("40 hours?", False), ("yes, but only on mondays", False), ("my mum does", False), ("about 40 hours a week I think", False),
    ],
)  # fmt: skip
def test_questions_back_are_told_from_answers(typed: str, expected: bool) -> None:
    assert is_question(typed) is expected


def test_reading_is_quick_whatever_is_typed() -> None:
    import time

    long: List[str] = ["1 " * 5000, "twenty " * 3000, "£" * 10000, "9" * 20000, "a hundred and " * 2000]
    started = time.monotonic()
    for typed in long:
        for asked in (HOURS, PAY, AGE, DATE, JOB, BENEFIT, HARD):
            read_answer(asked, typed, TODAY)
    assert time.monotonic() - started < 10
