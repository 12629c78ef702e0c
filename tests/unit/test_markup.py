"""Text of messages as HTML, where no script draws it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from waymark.web.markup import before_list, dial, inline, prose, sms_address


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("One.\n\nTwo.", '<p dir="auto">One.</p><p dir="auto">Two.</p>'),
        ("One.\nTwo.", '<p dir="auto">One.<br>Two.</p>'),
        ("Try:\n- a\n- b\n\nEnd.", '<p dir="auto">Try:</p><ul dir="auto"><li>a</li><li>b</li></ul><p dir="auto">End.</p>'),
        ("1. a\n2. b", '<ol dir="auto"><li>a</li><li>b</li></ol>'),
        ("**Bold** & <b>", '<p dir="auto"><strong>Bold</strong> &amp; &lt;b&gt;</p>'),
    ],
)  # fmt: skip
def test_paragraphs_lists_and_bold(text: str, html: str) -> None:
    assert prose(text) == html


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("ring 999.", "tel:999"),
        ("Samaritans, 116 123, free", "tel:116123"),
        ("**0808 808 7777**", "tel:08088087777"),
        ("18001 0808 808 7777", "tel:1800108088087777"),
        ("text SHOUT to 85258", "sms:85258?&amp;body=SHOUT"),
        ("see https://example.org/a?b=c.", "https://example.org/a?b=c"),
        ("write to help@example.org", "mailto:help@example.org"),
        ("or [without scripts](/plain)", "/plain"),
    ],
)
def test_numbers_and_addresses_are_links(text: str, address: str) -> None:
    assert f'<a href="{address}"' in inline(text)


@pytest.mark.parametrize(
    "text",
    [
        "£101 a week",
        "1,101",
        "101%",
        "101.5",
        "A1011",
        "http://example.org",
        "[x](//evil.example)",
        "[x](javascript:a)",
    ],
)
def test_what_only_looks_like_one_is_none(text: str) -> None:
    assert "<a" not in inline(text)


def test_nothing_is_linked_where_that_is_not_asked_for() -> None:
    assert inline("ring **999**", linked=False) == "ring <strong>999</strong>"


@given(st.text(st.sampled_from("<>&\"'*- []()/1\n:ahtps.@0"), max_size=80))
@settings(deadline=None)
def test_no_text_makes_any_other_element(text: str) -> None:
    made = re.sub(
        r"</?(?:p|ul|ol|li|strong|br|a)(?: dir=\"auto\"| rel=\"noreferrer\"| href=\"[^\"<>]*\")*>", "", prose(text)
    )
    assert not re.search('[<>"]', made.replace("&#34;", ""))


@pytest.mark.parametrize(
    ("number", "address"),
    [("0808 808 7777", "tel:08088087777"), ("111 (option 2)", "tel:111"), ("+44 20 7946 0000", "tel:+442079460000")],
)
def test_a_number_is_dialled_without_its_note(number: str, address: str) -> None:
    assert dial(number) == address


@pytest.mark.parametrize(
    ("words", "address"),
    [
        ("85258 (text SHOUT)", "sms:85258?&body=SHOUT"),
        ("85258", "sms:85258"),
        ("07860 077333", "sms:07860077333"),
        ("text SHOUT to 85258", "sms:85258?&body=SHOUT"),
        ("none", ""),
    ],
)
def test_a_number_to_text_takes_its_word_along(words: str, address: str) -> None:
    assert sms_address(words) == address


def test_the_list_that_cards_repeat_is_left_off() -> None:
    assert before_list("These may help:\n\n- a\n- b").strip() == "These may help:"
    assert before_list("Nothing here") == "Nothing here"
