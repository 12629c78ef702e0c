"""What carers see: a conversation by typing and by buttons, cards, errors, at 320 px, by keyboard, for screen readers."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.page.conftest import DESKTOP, PHONE
from tests.support.servers import Assistant

ASKED = "I need a break, my mum has dementia and we live in Lochee"


def ask(page: Page, text: str) -> None:
    page.get_by_label("Your message").fill(text)
    page.keyboard.press("Enter")


def violations(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [f"{each['id']}: {each['nodes'][0]['html'][:120]}" for each in found]


def test_first_screen_says_what_this_is_and_offers_four_routes(page: Page) -> None:
    for route in ("A break", "Money", "How I'm feeling", "An assessment or plan for me"):
        expect(page.get_by_role("button", name=route)).to_be_visible()
    expect(page.get_by_label("Your message")).to_be_in_viewport()
    expect(page.get_by_role("button", name="Talk to a person")).to_be_in_viewport()
    expect(page.get_by_text("In danger?")).to_be_in_viewport()


def test_a_typed_question_brings_cards_with_numbers_to_ring(page: Page) -> None:
    ask(page, ASKED)
    card = page.get_by_role("article").first
    expect(card).to_contain_text("Dundee")
    expect(card).to_contain_text("Checked 21 November 2026")
    expect(card.locator("a[href^='tel:']").first).to_be_visible()


def test_a_button_is_pressed_and_stays_readable(page: Page) -> None:
    page.get_by_role("button", name="Money", exact=True).click()
    expect(page.locator("#conversation").get_by_text("Next step:").first).to_be_visible()
    expect(page.get_by_text(re.compile("Money.*chosen"))).to_be_visible()


def test_danger_help_needs_no_network(page: Page) -> None:
    page.context.set_offline(True)
    page.get_by_text("In danger?").click()
    expect(page.locator("a[href='tel:999']").first).to_be_visible()
    expect(page.locator("a[href='tel:116123']").first).to_be_visible()


def test_offline_keeps_the_message_and_gives_a_person(page: Page) -> None:
    page.context.set_offline(True)
    ask(page, "I need a break")
    expect(page.get_by_role("button", name="Send again")).to_be_visible()
    expect(page.locator("#problem a[href^='tel:']")).to_be_visible()
    page.context.set_offline(False)
    page.get_by_role("button", name="Send again").click()
    expect(page.locator("#conversation").get_by_text("Next step:").first).to_be_visible()


def test_a_reload_keeps_the_conversation_and_start_again_clears_it(page: Page) -> None:
    ask(page, ASKED)
    expect(page.get_by_role("article").first).to_be_visible()
    page.reload()
    expect(page.get_by_role("article").first).to_be_visible()
    page.get_by_role("button", name="Start again").click()
    expect(page.get_by_role("article")).to_have_count(0)


def test_markup_from_people_is_shown_as_text(page: Page) -> None:
    ask(page, "<img src=x onerror=alert(1)> I need a break")
    expect(page.get_by_text("<img src=x onerror=alert(1)>")).to_be_visible()
    assert page.locator("main img").count() == 0


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_accessibility_violations(browser: Browser, assistant: Assistant, size: dict, scheme: str) -> None:  # type: ignore[type-arg]
    context = browser.new_context(viewport=size, color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    page.goto(assistant.url)
    assert violations(page) == []
    ask(page, ASKED)
    expect(page.get_by_role("article").first).to_be_visible()
    assert violations(page) == []
    context.close()


def test_nothing_is_cut_at_320_px(page: Page) -> None:
    ask(page, ASKED)
    expect(page.get_by_role("article").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_by_keyboard_alone(page: Page) -> None:
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "message":
            break
    assert page.evaluate("document.activeElement.id") == "message"
    page.keyboard.type("I need a break")
    page.keyboard.press("Enter")
    expect(page.locator("#conversation").get_by_text("Next step:").first).to_be_visible()


def test_a_turn_is_announced_by_one_live_region(page: Page) -> None:
    assert page.locator("[aria-live], [role=status], [role=log], [role=alert]").count() == 1
    ask(page, "I need a break")
    expect(page.locator("#conversation").get_by_text("Next step:").first).to_be_visible()
    expect(page.get_by_role("status")).to_contain_text("Next step")


def test_nothing_breaks_the_content_security_policy(browser: Browser, assistant: Assistant) -> None:
    context = browser.new_context()
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.goto(assistant.url)
    ask(page, "hello")
    expect(page.get_by_text("What would help most?").last).to_be_visible()
    assert [line for line in complaints if "favicon" not in line] == []
    context.close()
