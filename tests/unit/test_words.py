"""Small helpers of language: plain text, sentences, vectors as text; and the words of domain.yml."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import pytest

from waymark.dialogue.words import MissingWords, Words, payload
from waymark.language.compact import from_text, to_text
from waymark.language.words import has_words, plain, sentences


@pytest.mark.parametrize(
    ("typed", "expected"),
    [("  My  Mum’s\n ill ", "my mum's ill"), ("“Help” – now", '"help" - now'), ("", ""), ("É", "é")],
)
def test_plain_text(typed: str, expected: str) -> None:
    assert plain(typed) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One two three. Four five six!", ["One two three.", "Four five six!"]),
        ("Hi. I am so tired. Help.", ["Hi. I am so tired. Help."]),
        ("Hi", ["Hi"]),
        ("First line here\nsecond line here", ["First line here", "second line here"]),
        ("", []),
        ("   ", []),
    ],
)
def test_sentences_have_at_least_three_words(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@pytest.mark.parametrize(("text", "expected"), [("a", True), ("7", True), ("?!", False), ("🙂", False), ("", False)])
def test_whether_there_is_anything_to_read(text: str, expected: bool) -> None:
    assert has_words(text) is expected


def test_a_vector_survives_being_text() -> None:
    random = np.random.default_rng(7)
    for _ in range(20):
        vector, other = (each / np.linalg.norm(each) for each in random.normal(size=(2, 384)).astype(np.float32))
        back = from_text(to_text(vector))
        assert len(to_text(vector)) == 512
        assert abs(float(np.linalg.norm(back)) - 1) < 1e-5
        assert abs(float(back @ other) - float(vector @ other)) < 0.005


def test_a_response_is_said_with_its_values(words: Words) -> None:
    assert words.say("utter_next_step", step="Ring them.") == "**Next step:** Ring them."
    with pytest.raises(MissingWords, match="no response 'utter_nothing'"):
        words.say("utter_nothing")


def test_a_value_with_braces_is_said_as_it_is(words: Words) -> None:
    assert words.say("utter_next_step", step="{step}") == "**Next step:** {step}"


def test_payloads_are_those_that_rasa_reads() -> None:
    assert payload("more") == "/more"
    assert payload("ask", topic="money") == '/ask{"topic": "money"}'
    assert payload("say_where", home="wales/Môn") == '/say_where{"home": "wales/Môn"}'


def test_every_button_of_the_domain_has_a_payload_of_a_known_intent(words: Words) -> None:
    import yaml

    from waymark.operations.paths import ROOT

    domain = yaml.load((ROOT / "domain.yml").read_text(encoding="utf-8"), yaml.CSafeLoader)
    intents = {next(iter(each)) if isinstance(each, dict) else each for each in domain["intents"]}
    for text in words.payloads():
        found = re.fullmatch(r'/([a-z_]+)(\{"topic": "[a-z_]+"\})?', text)
        assert found, text
        assert found.group(1) in intents


def test_the_welcome_offers_topics_that_exist(words: Words, knowledge) -> None:  # type: ignore[no-untyped-def]
    for text in words.payloads():
        topic = re.search(r'"topic": "(\w+)"', text)
        assert topic is None or topic.group(1) in knowledge.topics, text


def test_words_are_read_from_the_file_given(tmp_path: Path) -> None:
    path = tmp_path / "domain.yml"
    path.write_text(
        "responses:\n  utter_hi:\n  - text: Hi {name}\n    custom: {status: small_talk}\n", encoding="utf-8"
    )
    words = Words.read(path)
    assert words.say("utter_hi", name="Jo") == "Hi Jo"
    assert words.response("utter_hi").status == "small_talk"
