"""Clear and leave: nothing stays in the tab or on the server, and no way leads back to it."""

from __future__ import annotations

import httpx
import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.page.chatting import ASKED, ask, open_chat, replies, welcomed
from tests.support.servers import Assistant

NEUTRAL = "https://www.bbc.co.uk/weather"


def stand_in(context: BrowserContext) -> None:
    """The neutral page is not fetched from the network."""
    context.route(f"{NEUTRAL}*", lambda route: route.fulfill(body="<h1>Weather</h1>", content_type="text/html"))


def session_of(page: Page) -> str:
    return str(page.evaluate("JSON.parse(sessionStorage.getItem('waymark:chat')).session"))


@pytest.mark.parametrize("way", ["button", "escape"])
def test_the_conversation_is_gone_here_and_on_the_server(page: Page, assistant: Assistant, way: str) -> None:
    stand_in(page.context)
    ask(page, ASKED)
    token = session_of(page)
    assert httpx.post(f"{assistant.url}/keep.txt", data={"session": token}).status_code == 200
    if way == "button":
        page.get_by_role("button", name="Clear and leave").click()
    else:
        for _ in range(3):
            page.keyboard.press("Escape")
    page.wait_for_url(NEUTRAL)
    for _ in range(20):
        status = httpx.post(f"{assistant.url}/keep.txt", data={"session": token}).status_code
        if status != 200:
            break
        page.wait_for_timeout(100)
    assert status in (404, 410)
    page.goto(assistant.url)
    welcomed(page)
    assert replies(page).count() == 1


def test_back_does_not_lead_to_what_was_left(elsewhere: Page) -> None:
    stand_in(elsewhere.context)
    open_chat(elsewhere)
    ask(elsewhere, ASKED)
    elsewhere.get_by_role("link", name="All pages").click()
    elsewhere.get_by_role("link", name="Dorset").click()
    expect(elsewhere.get_by_role("article").first).to_be_visible()
    elsewhere.get_by_role("button", name="Clear and leave").click()
    elsewhere.wait_for_url(NEUTRAL)
    for _ in range(2):  # over the page with links to the one the chat began on
        elsewhere.go_back()
    assert elsewhere.url.endswith("/dundee.html")
    expect(elsewhere.get_by_role("article")).to_have_count(0)
    assert elsewhere.evaluate("sessionStorage.getItem('waymark:chat')") is None or '"turns":[]' in elsewhere.evaluate(
        "sessionStorage.getItem('waymark:chat')"
    )


def test_escape_counts_on_when_the_first_press_has_closed_the_dialog(elsewhere: Page) -> None:
    stand_in(elsewhere.context)
    open_chat(elsewhere)
    for _ in range(3):
        elsewhere.keyboard.press("Escape")
    elsewhere.wait_for_url(NEUTRAL)


def test_escape_leads_nowhere_while_no_chat_is_open_or_when_pressed_slowly(elsewhere: Page) -> None:
    address = elsewhere.url
    for _ in range(4):
        elsewhere.keyboard.press("Escape")
    open_chat(elsewhere)
    elsewhere.keyboard.press("Escape")
    elsewhere.keyboard.press("Escape")
    elsewhere.wait_for_timeout(1600)
    elsewhere.keyboard.press("Escape")
    elsewhere.wait_for_timeout(200)
    assert elsewhere.url == address
