"""A message in another language is answered in that language, anywhere in a conversation; danger stands above it."""

from __future__ import annotations

from typing import Callable

import pytest

from tests.support.servers import Talk

POLISH = "Opiekuję się mamą, która ma demencję, i nie mam już siły"
URDU = "مجھے مدد چاہیے، میں اپنی امی کی دیکھ بھال کرتی ہوں"
WELSH = "Dwi angen help i ofalu am fy ngŵr, mae o'n sâl iawn"
LITHUANIAN = "Slaugau mamą, ji serga demencija, aš labai pavargau"


@pytest.mark.parametrize(
    ("words", "answer", "say"),
    [
        (POLISH, "Ten przewodnik działa tylko po angielsku", "Polish interpreter, please"),
        (URDU, "یہ رہنما صرف انگریزی میں کام کرتا ہے", "Urdu interpreter, please"),
        (WELSH, "Dim ond yn Saesneg", "Welsh speaker, please"),
        (LITHUANIAN, "This guide works in English", "Interpreter, please"),
    ],
    ids=["Polish", "Urdu", "Welsh", "one without a text"],
)
def test_the_answer_is_in_the_language_of_the_message(
    another: Callable[[], Talk], words: str, answer: str, say: str
) -> None:
    carer = another().says(words)
    assert (carer.status, carer.topic, carer.risk) == ("contact", "accessibility", None)
    assert answer in carer.first
    assert say in carer.first
    assert "999" in carer.first
    assert "0808 808 7777" in carer.first, "no place is known"
    assert carer.titles == ["Talk to a person"]
    assert carer.presses("Talk to a person").status == "contact"


def test_the_place_known_so_far_decides_whom_to_ring(carer: Talk) -> None:
    carer.says("My dad lives in Lochee. How do I get a break?")
    assert carer.place == "dundee"
    carer.says(POLISH)
    assert (carer.status, carer.place) == ("contact", "dundee")
    assert "01382 200422" in carer.first
    carer.says("How much is Carer's Allowance?")
    assert carer.status == "answered", "and the conversation goes on in English"


def test_a_place_in_the_message_itself_counts(carer: Talk) -> None:
    carer.says("Mieszkam w Stockport i opiekuję się chorą teściową")
    assert carer.place == "stockport"
    assert "0161 442 0442" in carer.first


def test_an_english_place_after_it_brings_whom_to_ask_there(carer: Talk) -> None:
    carer.says(WELSH)
    carer.says("Camden")
    assert (carer.topic, carer.place) == ("accessibility", "camden")


def test_danger_in_english_stands_above_it(carer: Talk) -> None:
    carer.says(POLISH)
    carer.says("I want to kill myself")
    assert carer.status == "crisis"


def test_danger_and_another_language_in_one_message(carer: Talk) -> None:
    carer.says("Jestem sama i nie mam siły. I want to kill myself")
    assert carer.status == "crisis"


@pytest.mark.parametrize(
    "words", ["ma maw's no well an ah cannae cope", "me mam ave got alzimers n i carnt cope no more"]
)
def test_english_of_any_kind_is_answered_as_before(another: Callable[[], Talk], words: str) -> None:
    assert "English" not in another().says(words).text
