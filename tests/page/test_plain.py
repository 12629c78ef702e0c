"""The conversation without scripts, and the page about this guide, in Chromium: with scripts turned off, and by axe."""

from __future__ import annotations

from typing import Iterator, List

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.support.servers import Assistant

PHONE, DESKTOP = {"width": 320, "height": 640}, {"width": 1280, "height": 900}
ASKED = "I need a break, my mum has dementia and we live in Lochee"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture
def plain(browser: Browser, assistant: Assistant) -> Iterator[Page]:
    """The plain page in a browser that runs no scripts."""
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{assistant.url}/plain")
    yield page
    context.close()


def ask(page: Page, text: str) -> None:
    page.get_by_label("Your message").fill(text)
    page.get_by_role("button", name="Send").click()


def begin_guide(page: Page) -> None:
    ask(page, ASKED)
    page.get_by_role("button", name="Find a break").last.click()
    expect(page.locator(".question fieldset")).to_be_visible()


def violations(page: Page) -> List[str]:
    options = {"runOnly": {"type": "tag", "values": RULES}, "rules": {"target-size": {"enabled": True}}}
    found = Axe().run(page, options=options).response["violations"]
    return [f"{each['id']}: {each['nodes'][0]['html'][:160]}" for each in found]


def test_a_conversation_by_forms_alone(plain: Page, assistant: Assistant) -> None:
    ask(plain, ASKED)
    assert plain.url == f"{assistant.url}/plain#newest", "no token in the address"
    expect(plain.get_by_role("article").first).to_contain_text("Dundee")
    expect(plain.get_by_role("heading", name="You said")).to_have_count(1)
    expect(plain.locator("article a[href^='tel:']").first).to_be_visible()
    choice = plain.locator(".choices button").first
    title = choice.inner_text()
    choice.click()
    expect(plain.get_by_role("heading", name="You said")).to_have_count(2)
    expect(plain.get_by_text(f"{title} (chosen)")).to_be_visible()
    assert plain.context.cookies() == []


def test_a_guide_by_forms_alone(plain: Page) -> None:
    begin_guide(plain)
    asked = plain.locator(".question legend").inner_text()
    plain.get_by_role("button", name="Answer").click()
    expect(plain.get_by_role("alert")).to_contain_text("Choose an answer")
    plain.get_by_role("alert").get_by_role("link").click()
    plain.locator(".question").get_by_role("radio").first.check()
    plain.get_by_role("button", name="Answer").click()
    expect(plain.locator(".question legend")).not_to_have_text(asked)
    expect(plain.get_by_text(asked).first).to_be_visible()


def test_what_to_keep_and_starting_again(plain: Page, assistant: Assistant) -> None:
    ask(plain, ASKED)
    plain.get_by_role("button", name="Keep this").first.click()
    expect(plain.get_by_role("heading", name="What to keep from Waymark")).to_be_visible()
    plain.goto(f"{assistant.url}/plain")
    ask(plain, ASKED)
    plain.get_by_role("button", name="Start again").click()
    expect(plain.get_by_text("The conversation has been deleted.")).to_be_visible()
    expect(plain.get_by_role("article")).to_have_count(0)


def test_leaving_opens_a_neutral_page(plain: Page) -> None:
    asked: List[str] = []
    plain.context.route("https://www.bbc.co.uk/**", lambda route: route.fulfill(body="weather"))
    plain.context.on("request", lambda request: asked.append(request.header_value("referer") or ""))
    ask(plain, ASKED)
    plain.get_by_role("button", name="Clear and leave").click()
    plain.wait_for_url("https://www.bbc.co.uk/weather")
    assert "127.0.0.1" not in asked[-1], "the page tells nobody where one came from"


@pytest.fixture(params=[(PHONE, "light"), (DESKTOP, "dark")], ids=["phone", "desktop, dark"], scope="module")
def checked(request: pytest.FixtureRequest, browser: Browser, assistant: Assistant) -> Iterator[Page]:
    """A page that axe can be put into."""
    viewport, scheme = request.param
    context = browser.new_context(viewport=viewport, color_scheme=scheme, bypass_csp=True)
    yield context.new_page()
    context.close()


def states(page: Page, assistant: Assistant) -> Iterator[str]:
    """Each state of both pages in turn."""
    page.goto(f"{assistant.url}/about?place=dundee")
    yield "about"
    page.goto(f"{assistant.url}/plain?place=dundee")
    yield "begun"
    ask(page, ASKED)
    yield "cards"
    ask(page, "")
    yield "an empty message"
    ask(page, "jestem opiekunem mojej mamy i potrzebuję pomocy")
    yield "another language"
    ask(page, "I want to kill myself")
    yield "danger"
    page.get_by_role("button", name="Start again").click()
    begin_guide(page)
    yield "a guide's question"
    page.get_by_role("button", name="Answer").click()
    yield "no answer"


#: Outer HTML of everything to press that is lower than a thumb needs.
TOO_SMALL = """() => [...document.querySelectorAll("button, summary, .option, textarea, a.call, nav a")]
  .filter((node) => node.getClientRects().length && node.getBoundingClientRect().height < 44)
  .map((node) => node.outerHTML)"""
WIDER_THAN_THE_WINDOW = "document.documentElement.scrollWidth > document.documentElement.clientWidth"


def test_no_accessibility_violations_and_nothing_cut_or_too_small_in_any_state(
    checked: Page, assistant: Assistant
) -> None:
    for state in states(checked, assistant):
        assert violations(checked) == [], state
        assert not checked.evaluate(WIDER_THAN_THE_WINDOW), state
        assert checked.evaluate(TOO_SMALL) == [], state


def test_by_keyboard_alone(plain: Page) -> None:
    plain.keyboard.press("Tab")
    expect(plain.get_by_role("link", name="Go to the message box")).to_be_focused()
    plain.get_by_label("Your message").focus()
    plain.keyboard.type("I need a break")
    plain.keyboard.press("Tab")
    expect(plain.get_by_role("button", name="Send")).to_be_focused()
    plain.keyboard.press("Enter")
    expect(plain.get_by_role("heading", name="You said")).to_have_count(1)
