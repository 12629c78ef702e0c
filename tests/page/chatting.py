"""What a person does in the chat, and what can be seen and heard of it."""

from __future__ import annotations

import json
from typing import Any, Dict, List

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, Route, expect

ASKED = "I need a break, my mum has dementia and we live in Lochee"
LAUNCHER = "Help for carers"
#: Asks a choice first, with nothing known.
GUIDE = "help me make an emergency plan"
#: All that axe knows of WCAG 2.2 A and AA, and its best practices.
RULES = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    },
    "rules": {"target-size": {"enabled": True}},
}
_DEEPEST = """() => {
  let node = document.activeElement;
  while (node.shadowRoot && node.shadowRoot.activeElement) node = node.shadowRoot.activeElement;
  return node;
}"""


def welcomed(page: Page) -> None:
    """Wait for the first turn."""
    expect(page.locator(".turns").get_by_text("What would help most?")).to_be_visible()


def open_chat(page: Page) -> None:
    page.get_by_role("button", name=LAUNCHER).click()
    welcomed(page)


def replies(page: Page) -> Locator:
    """The turns of Waymark, the welcome first."""
    return page.locator("li.bot:not(:has(.writing))")


def ask(page: Page, text: str) -> Locator:
    """Type `text`, send it, and wait for the reply."""
    expect(replies(page).first).to_be_attached()
    before = replies(page).count()
    page.get_by_label("Your message").fill(text)
    page.keyboard.press("Enter")
    return answer(page, before)


def press(page: Page, name: str) -> Locator:
    """Press the choice with this name, and wait for the reply."""
    before = replies(page).count()
    page.locator(".turns").get_by_role("button", name=name, exact=True).click()
    return answer(page, before)


def answer(page: Page, before: int) -> Locator:
    expect(replies(page)).to_have_count(before + 1, timeout=10_000)
    return replies(page).last


def violations(page: Page) -> List[str]:
    found = Axe().run(page, options=RULES).response["violations"]
    return [f"{each['id']}: {node['html'][:160]}" for each in found for node in each["nodes"]]


def focused(page: Page) -> str:
    """What has the focus, as a person would call it: its label, its words, or its kind."""
    return str(
        page.evaluate(
            f"""() => {{
              const node = ({_DEEPEST})();
              const label = node.getAttribute("aria-label") || (node.labels && node.labels[0] && node.labels[0].textContent);
              return (label || node.innerText || node.id || node.tagName).replace(/\\s+/g, " ").trim();
            }}"""
        )
    )


def tab_order(page: Page, last: str, most: int = 60) -> List[str]:
    """What Tab comes by, up to and with `last`."""
    order: List[str] = []
    while len(order) < most and (not order or order[-1] != last):
        page.keyboard.press("Tab")
        order.append(focused(page))
    return order


def fits(page: Page) -> bool:
    """Whether nothing must be scrolled sideways: neither the page nor any part of the chat."""
    return bool(
        page.evaluate(
            """() => {
              const root = document.querySelector("waymark-chat").shadowRoot;
              const parts = [document.documentElement, ...root.querySelectorAll(".panel, .log, .composer, .card, .sheet")];
              return parts.every((part) => part.scrollWidth <= part.clientWidth);
            }"""
        )
    )


def message(text: str, **more: Any) -> Dict[str, Any]:
    return {"text": text, "buttons": [], "cards": [], "question": None, **more}


def card(**given: Any) -> Dict[str, Any]:
    names = "organisation summary phone sms relay bsl email web hours open_now opens cost source".split()
    return {
        **dict.fromkeys(names),
        **{"id": "x", "name": "A service", "areas": [], "topics": [], "checked_on": "2026-11-21", "why": "it helps"},
        **given,
    }


def answer_with(page: Page, *messages: Dict[str, Any], status: int = 200, session: str = "a token") -> None:
    """Let the server answer every message with these, or fail with this status."""

    def reply(route: Route) -> None:
        if route.request.method == "OPTIONS":
            route.continue_()
            return
        body = {"session": session, "messages": list(messages), "turn": {"status": "answered", "place": None}}
        route.fulfill(
            status=status,
            body=json.dumps(body),
            content_type="application/json",
            headers={"Access-Control-Allow-Origin": "*"},
        )

    page.route("**/api/messages", reply)
