"""The page to keep in Chromium: opened from the chat, readable, printable, and without a script too."""

from __future__ import annotations

from typing import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.page.chatting import ASKED, ask, violations
from tests.page.conftest import DESKTOP, PHONE
from tests.support.servers import Assistant


@pytest.fixture(params=[PHONE, DESKTOP], ids=["phone", "desktop"])
def kept(request: pytest.FixtureRequest, browser: Browser, assistant: Assistant) -> Iterator[Page]:
    """The page to keep, opened with its button after one question."""
    context = browser.new_context(viewport=request.param, bypass_csp=True)
    chat = context.new_page()
    chat.goto(assistant.url)
    expect(chat.get_by_role("button", name="Keep this")).to_be_hidden()
    ask(chat, ASKED)
    expect(chat.get_by_role("article").first).to_be_visible()
    with context.expect_page() as opened:
        chat.get_by_role("button", name="Keep this").click()
    opened.value.wait_for_load_state()
    yield opened.value
    context.close()


def test_it_holds_what_was_shown_and_told(kept: Page, assistant: Assistant) -> None:
    assert kept.url == f"{assistant.url}/keep", "no token in the address"
    expect(kept.get_by_role("article").first).to_contain_text("Dundee")
    expect(kept.locator("blockquote")).to_contain_text("I look after my mum, who has dementia.")
    expect(kept.get_by_role("heading", name="Next steps, in order")).to_be_visible()


def test_no_accessibility_violations_and_nothing_cut(kept: Page) -> None:
    assert violations(kept) == []
    kept.get_by_role("button", name="Large print").click()
    expect(kept.locator("html.large")).to_be_attached()
    assert violations(kept) == []
    assert kept.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_on_paper_there_are_no_buttons_and_no_colour(kept: Page) -> None:
    kept.emulate_media(media="print")
    expect(kept.get_by_role("button", name="Large print")).to_be_hidden()
    expect(kept.get_by_role("textbox")).to_be_hidden()
    expect(kept.get_by_role("article").first).to_be_visible()
    assert kept.locator("h1").evaluate("node => getComputedStyle(node).color") == "rgb(0, 0, 0)"


def test_it_copies_at_one_press(kept: Page) -> None:
    kept.get_by_role("button", name="Copy").click()
    expect(kept.get_by_role("status")).to_have_text("Copied")


def test_it_works_without_a_script(kept: Page, browser: Browser, assistant: Assistant) -> None:
    key = kept.locator("input[name=key]").first.input_value()
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.set_content(
        f'<form method="post" action="{assistant.url}/keep"><input name="key" value="{key}"><button>Go</button></form>'
    )
    page.get_by_role("button", name="Go").click()
    expect(page.get_by_role("article").first).to_be_visible()
    expect(page.get_by_role("button", name="Copy")).to_be_hidden()
    page.get_by_role("button", name="Plain text").click()
    expect(page.locator("body")).to_contain_text("WHAT I TOLD WAYMARK")
    context.close()
