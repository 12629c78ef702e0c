"""Readers who have set their browser's text to twice its size, on a phone and on a desktop, in our page and in another."""

from __future__ import annotations

import shutil
from typing import Any, Iterator

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from tests.page.chatting import ASKED, GUIDE, ask, fits, open_chat
from tests.page.conftest import DESKTOP, FLAGS
from tests.support.servers import Assistant

PHONE = {"width": 360, "height": 740}


@pytest.fixture(scope="module")
def enlarging() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        flags = [*FLAGS, "--blink-settings=defaultFontSize=32"]
        opened = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=flags)
        yield opened
        opened.close()


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize("where", ["own page", "other site"])
def test_text_of_twice_the_size_is_taken_up_and_fits(
    enlarging: Browser, assistant: Assistant, other_site: str, size: Any, where: str
) -> None:
    context = enlarging.new_context(viewport=size)
    page = context.new_page()
    if where == "own page":
        page.goto(assistant.url)
    else:
        page.goto(f"{other_site}/dundee.html")
        open_chat(page)
    ask(page, ASKED)
    assert fits(page)
    ask(page, GUIDE)
    assert fits(page)
    box = page.get_by_label("Your message")
    assert box.evaluate("node => parseFloat(getComputedStyle(node).fontSize)") >= 32, (
        "whatever the site does to its rem"
    )
    expect(box).to_be_in_viewport(ratio=1)
    expect(page.get_by_role("button", name="Send")).to_be_in_viewport(ratio=1)
    context.close()


def test_wider_spacing_of_letters_words_and_lines_cuts_nothing(enlarging: Browser, assistant: Assistant) -> None:
    """What WCAG 1.4.12 asks for, set as a reader's own style sheet would."""
    context = enlarging.new_context(viewport=DESKTOP)
    page = context.new_page()
    page.goto(assistant.url)
    ask(page, ASKED)
    page.evaluate(
        """() => {
          const spacing = new CSSStyleSheet();
          spacing.replaceSync("* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }");
          document.querySelector("waymark-chat").shadowRoot.adoptedStyleSheets = [spacing];
        }"""
    )
    assert fits(page)
    expect(page.get_by_role("button", name="Clear and leave")).to_be_in_viewport(ratio=1)
    expect(page.get_by_label("Your message")).to_be_in_viewport(ratio=1)
    context.close()
