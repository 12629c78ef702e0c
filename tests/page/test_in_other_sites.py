"""The chat in a page of another site: one tag, a strict policy, the site's own style, and its own options."""

from __future__ import annotations

from typing import List

import pytest
from playwright.sync_api import Browser, Page, expect

from demo.site import policy
from tests.page.chatting import ASKED, LAUNCHER, ask, fits, open_chat, welcomed
from tests.page.conftest import DESKTOP, PHONE
from tests.support.servers import Assistant


def test_it_works_under_a_policy_that_allows_our_server_and_nothing_else(
    browser: Browser, other_site: str, assistant: Assistant
) -> None:
    context = browser.new_context(viewport=DESKTOP)
    page = context.new_page()
    complaints: List[str] = []
    asked: List[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{other_site}/dundee.html")
    assert "default-src 'none'" in policy(assistant.url)
    open_chat(page)
    ask(page, "I need a break")
    expect(page.get_by_role("article").first).to_contain_text("Dundee")
    assert [line for line in complaints if "404" not in line] == []
    assert {url for url in asked if not url.startswith((other_site, assistant.url))} == set()
    assert context.cookies() == []
    context.close()


def test_a_site_that_is_not_on_the_list_gets_a_link_or_numbers_but_no_chat(
    browser: Browser, other_site: str, assistant: Assistant
) -> None:
    context = browser.new_context(viewport=DESKTOP)
    page = context.new_page()
    page.goto(f"{other_site.replace('127.0.0.1', 'localhost')}/dundee.html")
    page.get_by_role("button", name=LAUNCHER).click()
    expect(page.get_by_role("button", name="Send again")).to_be_visible()
    expect(page.locator(".problem a[href='tel:999']")).to_be_visible()
    context.close()


def test_the_style_of_the_site_stays_outside(elsewhere: Page) -> None:
    open_chat(elsewhere)
    button = elsewhere.get_by_role("button", name="Send")
    assert button.evaluate("node => getComputedStyle(node).textTransform") == "none"
    assert button.evaluate("node => getComputedStyle(node).fontSize") == "16px"
    assert "Georgia" not in button.evaluate("node => getComputedStyle(node).fontFamily")
    assert button.evaluate("node => getComputedStyle(node).letterSpacing") == "normal"
    assert elsewhere.locator("h1").evaluate("node => getComputedStyle(node).color") == "rgb(75, 29, 107)"


def test_it_goes_along_from_page_to_page_and_back(elsewhere: Page) -> None:
    open_chat(elsewhere)
    ask(elsewhere, ASKED)
    elsewhere.get_by_label("Your message").fill("half a thou")
    elsewhere.get_by_role("link", name="All pages").click()
    elsewhere.get_by_role("link", name="Dorset").click()
    expect(elsewhere.get_by_role("dialog")).to_be_visible()
    expect(elsewhere.get_by_role("article").first).to_be_visible()
    expect(elsewhere.get_by_label("Your message")).to_have_value("half a thou")
    ask(elsewhere, "thank you")
    elsewhere.go_back()
    elsewhere.go_back()
    expect(elsewhere.locator(".you").last).to_contain_text("thank you")


def test_closed_stays_closed_on_the_next_page(browser: Browser, other_site: str) -> None:
    context = browser.new_context(viewport=DESKTOP)
    page = context.new_page()
    page.goto(f"{other_site}/camden.html")
    welcomed(page)
    assert page.evaluate("document.activeElement === document.body"), "opened at the start, it leaves the focus alone"
    page.get_by_role("button", name="Close").click()
    page.reload()
    expect(page.get_by_role("button", name="Ask about caring")).to_be_visible()
    expect(page.get_by_role("dialog")).to_be_hidden()
    context.close()


def test_a_page_on_which_nobody_used_it_holds_nothing_of_a_conversation(elsewhere: Page) -> None:
    expect(elsewhere.get_by_role("button", name=LAUNCHER)).to_be_visible()
    elsewhere.reload()
    expect(elsewhere.get_by_role("button", name=LAUNCHER)).to_be_visible()
    assert elsewhere.evaluate("sessionStorage.getItem('waymark:chat')") is None


def test_a_page_holds_one_chat(elsewhere: Page) -> None:
    expect(elsewhere.get_by_role("button", name=LAUNCHER)).to_be_visible()
    elsewhere.evaluate("document.body.append(document.createElement('waymark-chat'))")
    open_chat(elsewhere)
    ask(elsewhere, "I need a break")
    expect(elsewhere.locator(".panel")).to_have_count(1)


def test_on_paper_the_conversation_is_whole_and_black_on_white(elsewhere: Page) -> None:
    open_chat(elsewhere)
    ask(elsewhere, ASKED)
    elsewhere.emulate_media(media="print", color_scheme="dark")
    assert elsewhere.locator(".log").evaluate("log => log.scrollHeight <= log.clientHeight + 1")
    assert elsewhere.locator(".panel").evaluate("node => getComputedStyle(node).position") == "static"
    assert elsewhere.get_by_role("article").first.evaluate("node => getComputedStyle(node).color") == "rgb(0, 0, 0)"
    expect(elsewhere.get_by_label("Your message")).to_be_hidden()


def test_the_place_is_that_of_the_page_until_a_conversation_has_begun(browser: Browser, other_site: str) -> None:
    context = browser.new_context(viewport=DESKTOP)
    page = context.new_page()
    page.goto(f"{other_site}/dundee.html")
    open_chat(page)
    page.goto(f"{other_site}/dorset.html")
    welcomed(page)
    with page.expect_request("**/api/messages") as sent:
        ask(page, "I need a break")
    assert sent.value.post_data_json["place"] == "dorset"
    with page.expect_request("**/api/messages") as sent:
        ask(page, "money")
    assert "place" not in sent.value.post_data_json
    context.close()


def test_two_tabs_are_two_conversations(browser: Browser, other_site: str) -> None:
    context = browser.new_context(viewport=DESKTOP)
    one, other = context.new_page(), context.new_page()
    for page in (one, other):
        page.goto(f"{other_site}/dundee.html")
        open_chat(page)
    ask(one, "I need a break")
    other.reload()
    welcomed(other)
    expect(other.locator(".you")).to_have_count(0)
    context.close()


def test_open_at_the_start_never_covers_the_page_of_a_phone(browser: Browser, other_site: str) -> None:
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    page.goto(f"{other_site}/camden.html")
    expect(page.get_by_role("button", name="Ask about caring")).to_be_visible()
    expect(page.get_by_role("dialog")).to_be_hidden()
    page.get_by_role("button", name="Ask about caring").click()
    welcomed(page)
    page.reload()
    expect(page.get_by_role("dialog")).to_be_visible()
    page.goto(f"{other_site}/dundee.html")
    expect(page.get_by_role("button", name=LAUNCHER)).to_be_visible()
    expect(page.get_by_role("dialog")).to_be_hidden()
    context.close()


def test_place_title_side_and_language_are_options(browser: Browser, other_site: str) -> None:
    context = browser.new_context(viewport=DESKTOP)
    page = context.new_page()
    page.goto(f"{other_site}/camden.html")
    expect(page.get_by_role("dialog", name="Camden carers chat")).to_be_visible()
    page.goto(f"{other_site}/dorset.html")
    box = page.get_by_role("button", name=LAUNCHER).bounding_box()
    assert box
    assert box["x"] < 100
    page.goto(f"{other_site}/cymru.html")
    page.get_by_role("button", name="Help i ofalwyr").click()
    expect(page.get_by_label("Eich neges")).to_be_visible()
    expect(page.locator(".frame")).to_have_attribute("lang", "cy")
    expect(page.locator(".turns")).to_have_attribute("lang", "en-GB")
    context.close()


@pytest.mark.parametrize(
    "size", [PHONE, {"width": 320, "height": 256}, {"width": 740, "height": 360}, DESKTOP], ids=str
)
def test_it_fits_at_any_size(browser: Browser, other_site: str, size: dict) -> None:  # type: ignore[type-arg]
    context = browser.new_context(viewport=size)
    page = context.new_page()
    page.goto(f"{other_site}/dundee.html")
    open_chat(page)
    ask(page, ASKED)
    panel = page.get_by_role("dialog").bounding_box()
    assert panel
    assert panel["x"] >= 0
    assert panel["x"] + panel["width"] <= size["width"]
    assert panel["y"] >= 0
    assert panel["y"] + panel["height"] <= size["height"]
    assert fits(page)
    expect(page.get_by_label("Your message")).to_be_in_viewport(ratio=1)
    expect(page.get_by_role("button", name="Send")).to_be_in_viewport(ratio=1)
    context.close()
