"""Nothing that axe knows is wrong in any state, and what a screen reader gets of a turn is what is meant."""

from __future__ import annotations

from typing import Any, Dict, List, Sequence

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.page.chatting import (
    ASKED,
    GUIDE,
    LAUNCHER,
    answer_with,
    ask,
    message,
    open_chat,
    press,
    violations,
    welcomed,
)
from tests.page.conftest import DESKTOP, PHONE, ZOOMED
from tests.support.servers import Assistant

SCHEMES: Dict[str, Dict[str, Any]] = {
    "light": {"color_scheme": "light"},
    "dark": {"color_scheme": "dark"},
    "forced colours": {"forced_colors": "active"},
}


#: Between them these show everything there is; the rest of the states adds how things come and go.
FEW = ("closed", "question, not answered", "In danger?", "error")


def wrong_in(page: Page, closed: bool, only: Sequence[str] = ()) -> Dict[str, List[str]]:
    """What axe finds, by state: from the closed chat to one that cannot reach its server."""
    found: Dict[str, List[str]] = {}

    def look(state: str) -> None:
        if not only or state in only:
            found[state] = violations(page)

    if closed:
        expect(page.get_by_role("button", name=LAUNCHER)).to_be_visible()
        look("closed")
        open_chat(page)
    welcomed(page)
    look("open")
    ask(page, ASKED)
    page.get_by_text("Why this?").first.click()
    page.get_by_text("Tell us this is wrong").first.click()
    look("cards")
    ask(page, GUIDE)
    page.get_by_role("button", name="Answer", exact=True).click()
    look("question, not answered")
    page.get_by_role("radio").last.check()
    press(page, "Answer")
    look("question")
    for name in ("Talk to a person", "In danger?"):
        page.get_by_role("button", name=name).click()
        look(name)
    answer_with(page, status=500)
    page.get_by_label("Your message").fill("hello")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Send again")).to_be_visible()
    look("error")
    assert set(only or ["cards", "error"]) - {"closed"} <= set(found)
    return {state: wrong for state, wrong in found.items() if wrong}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_in_another_site_no_violation_in_any_state(browser: Browser, other_site: str, scheme: str) -> None:
    context = browser.new_context(viewport=DESKTOP, bypass_csp=True, **SCHEMES[scheme])
    page = context.new_page()
    page.goto(f"{other_site}/dundee.html")
    assert wrong_in(page, closed=True, only=() if scheme == "light" else FEW) == {}
    context.close()


@pytest.mark.parametrize("size", [PHONE, ZOOMED], ids=["320 px", "400 % zoom"])
def test_on_the_own_page_no_violation_in_any_state(browser: Browser, assistant: Assistant, size: Any) -> None:
    context = browser.new_context(viewport=size, bypass_csp=True)
    page = context.new_page()
    page.goto(assistant.url)
    unfolds = page.get_by_role("button", name="Help, keep, leave")
    welcomed(page)
    if unfolds.is_visible():
        unfolds.click()
    assert wrong_in(page, closed=False, only=FEW) == {}
    context.close()


@pytest.mark.parametrize("name", ["dorset", "stockport"], ids=["violet", "yellow"])
def test_any_colour_of_a_site_can_be_read(browser: Browser, other_site: str, name: str) -> None:
    context = browser.new_context(viewport=DESKTOP, bypass_csp=True)
    page = context.new_page()
    page.goto(f"{other_site}/{name}.html")
    expect(page.get_by_role("button", name=LAUNCHER)).to_be_visible()
    assert violations(page) == []
    open_chat(page)
    assert violations(page) == []
    context.close()


def test_a_turn_as_a_screen_reader_gets_it(page: Page) -> None:
    offered = [{"title": "More", "payload": "/more"}]
    card = {
        "id": "x",
        "name": "Break service",
        "summary": "Time off.",
        "phone": "01382 200422",
        "checked_on": "2026-11-21",
        "why": "for time off",
    }
    answer_with(
        page,
        message("These **may** help:\n\n- Break service", cards=[card]),
        message("Next step: ring.", buttons=offered),
    )
    turn = ask(page, "a break")
    assert (
        turn.aria_snapshot()
        == """\
- listitem:
  - heading "Waymark says" [level=2]
  - paragraph:
    - text: These
    - strong: may
    - text: "help:"
  - article "Break service":
    - heading "Break service" [level=3]
    - paragraph: Time off.
    - paragraph:
      - link "Ring 01382 200422 , Break service":
        - /url: tel:01382200422
    - paragraph: Checked 21 November 2026
    - group: Why this? , Break service
    - group: Tell us this is wrong , Break service
  - paragraph: "Next step: ring."
  - button "More"
  - button "Read aloud\""""
    )


def test_a_turn_is_announced_once_by_the_only_live_region(page: Page) -> None:
    assert page.locator("[aria-live], [role=status], [role=log], [role=alert], [role=timer], output").count() == 1
    page.evaluate(
        """() => {
          const live = document.querySelector("waymark-chat").shadowRoot.querySelector("[role=status]");
          window.said = [];
          new MutationObserver(() => live.textContent && window.said.push(live.textContent)).observe(live, { childList: true });
        }"""
    )
    answer_with(page, message("These may help.", buttons=[{"title": "More", "payload": "/more"}]))
    ask(page, "a break")
    expect(page.get_by_role("status")).to_contain_text("These may help")
    assert page.evaluate("said") == ["Waymark saysThese may help.More"]


def test_what_takes_long_is_announced_once_too(page: Page) -> None:
    page.route("**/api/messages", lambda route: None)  # never answered
    welcomed(page)
    page.get_by_label("Your message").fill("a break")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_have_text("Waymark is looking that up")
    expect(page.locator(".writing")).to_be_visible()
