"""Amounts in texts: the value of the day, as people read it, with its date; never an old one."""

from __future__ import annotations

import dataclasses
import datetime

import pytest

from waymark.dialogue.texts import in_words, told
from waymark.dialogue.words import Words
from waymark.knowledge.homes import NOWHERE, Home
from waymark.knowledge.knowledge import Knowledge
from waymark.knowledge.schema import Figure
from waymark.knowledge.texts import UnknownName, amount, fill

SOURCE = {"read_on": "2026-01-01", "confidence": "confirmed"}


def figure(*values: dict, unit: str = "pounds") -> Figure:  # type: ignore[type-arg]
    held = [{**value, "source": SOURCE} for value in values]
    return Figure(name="fee", title="A fee", unit=unit, nations=["england"], values=held)


FEE = figure(
    {"amount": 83.3, "valid_from": "2025-04-07", "valid_to": "2026-04-05"},
    {"amount": 86.45, "valid_from": "2026-04-06", "valid_to": "2027-04-04"},
)


def holding(knowledge: Knowledge, fee: Figure) -> Knowledge:
    return dataclasses.replace(knowledge, figures={"fee": fee})


@pytest.mark.parametrize(
    ("day", "shown"),
    [("2025-04-07", "£83.30"), ("2026-04-05", "£83.30"), ("2026-04-06", "£86.45"), ("2027-04-04", "£86.45")],
)
def test_the_value_of_the_day_is_filled_in(day: str, shown: str, knowledge: Knowledge) -> None:
    filled = fill("It is {figure:fee} a week.", holding(knowledge, FEE), datetime.date.fromisoformat(day))
    assert filled.words == f"It is {shown} a week."
    assert len(filled.figures) == 1


@pytest.mark.parametrize("day", ["2025-04-06", "2027-04-05"])
def test_no_value_is_shown_on_a_day_that_has_none(day: str, knowledge: Knowledge) -> None:
    with pytest.raises(UnknownName, match=f"holds no value on {day}"):
        fill("{figure:fee}", holding(knowledge, FEE), datetime.date.fromisoformat(day))


def test_a_text_whose_figure_has_run_out_is_left_out(knowledge: Knowledge, words: Words) -> None:
    old = holding(knowledge, figure({"amount": 5, "valid_to": "2020-03-31"}))
    assert told({"uk": "It is {figure:fee}."}, NOWHERE, old, words) is None


def test_a_dated_amount_is_told_with_its_date(knowledge: Knowledge, words: Words) -> None:
    held = holding(knowledge, figure({"amount": 5, "valid_from": "2026-04-06"}))
    text = told({"uk": "It is {figure:fee}."}, NOWHERE, held, words)
    assert text is not None
    assert text.startswith("It is £5.\n\n")
    assert "6 April 2026" in text
    assert "1 January 2026" in text


def test_an_amount_without_a_date_is_told_without_one(knowledge: Knowledge, words: Words) -> None:
    held = holding(knowledge, figure({"amount": 5}))
    assert told({"uk": "It is {figure:fee}."}, NOWHERE, held, words) == "It is £5."


@pytest.mark.parametrize(
    ("unit", "value", "shown"),
    [
        ("pounds", 204, "£204"),
        ("pounds", 86.45, "£86.45"),
        ("pounds", 83.3, "£83.30"),
        ("pounds", 10000, "£10,000"),
        ("pounds", 0, "£0"),
        ("percent", 25, "25%"),
        ("percent", 3.8, "3.8%"),
        ("hours", 35, "35"),
        ("weeks", 1, "1"),
        ("years", 16, "16"),
    ],
)
def test_an_amount_is_written_as_people_read_it(unit: str, value: float, shown: str) -> None:
    fee = figure({"amount": value}, unit=unit)
    assert amount(fee, fee.values[0]) == shown


def test_the_most_local_words_are_told(knowledge: Knowledge, words: Words) -> None:
    variants = {"uk": "UK", "england": "E", "dorset": "D", "bcp": "B"}
    homes = {
        "B": Home(nation="england", place="dorset", council="bcp"),
        "D": Home(nation="england", place="dorset", council="dorset-council"),
        "E": Home(nation="england"),
        "UK": Home(nation="wales"),
    }
    for expected, home in homes.items():
        assert told(variants, home, knowledge, words) == expected


def test_without_words_for_a_home_nothing_is_told(knowledge: Knowledge, words: Words) -> None:
    assert told({"scotland": "S"}, Home(nation="wales"), knowledge, words) is None
    assert told({"scotland": "S"}, NOWHERE, knowledge, words) is None


def test_the_number_of_a_support_is_filled_in(knowledge: Knowledge) -> None:
    phone = knowledge.supports["carers-uk-helpline"].contact.phone
    assert fill("Ring {phone:carers-uk-helpline}.", knowledge).words == f"Ring {phone}."


@pytest.mark.parametrize("name", ["figure:nothing", "phone:nobody"])
def test_an_unknown_name_is_refused(name: str, knowledge: Knowledge) -> None:
    with pytest.raises(UnknownName):
        fill("{" + name + "}", knowledge)


def test_a_day_is_written_as_people_read_it() -> None:
    assert in_words(datetime.date(2026, 4, 6)) == "6 April 2026"
