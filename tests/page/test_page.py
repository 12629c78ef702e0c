"""The chat as a page of its own: typing, buttons, cards, and what stays when the tab is loaded again."""

from __future__ import annotations

import re
from typing import List

from playwright.sync_api import Browser, Page, expect

from tests.page.chatting import ASKED, GUIDE, ask, press, replies, welcomed
from tests.support.servers import Assistant


def test_the_first_screen_says_what_this_is_and_offers_four_routes(page: Page) -> None:
    for route in ("A break", "Money", "How I'm feeling", "An assessment or plan for me"):
        expect(page.get_by_role("button", name=route)).to_be_visible()
    expect(page.get_by_role("heading", level=1, name="Waymark")).to_be_visible()
    expect(page.get_by_text("What you type is used")).to_be_visible()
    expect(page.get_by_role("link", name="About this guide")).to_be_visible()
    for name in ("In danger?", "Talk to a person", "Clear and leave", "Send"):
        expect(page.get_by_role("button", name=name)).to_be_in_viewport()
    expect(page.get_by_label("Your message")).to_be_in_viewport()


def test_a_typed_question_brings_cards_with_numbers_to_ring(page: Page) -> None:
    ask(page, ASKED)
    card = page.get_by_role("article").first
    expect(card).to_contain_text("Dundee")
    expect(card).to_contain_text("Checked 21 November 2026")
    expect(page.locator(".card a[href^='tel:']").first).to_be_visible()


def test_a_number_is_heard_with_the_name_of_the_service(page: Page) -> None:
    ask(page, ASKED)
    card = page.locator("article:has(a[href^='tel:'])").first
    name = card.get_by_role("heading").inner_text()
    expect(card.get_by_role("link", name=re.compile(rf"^Ring [\d ]+.*, {re.escape(name)}$"))).to_be_visible()


def test_a_card_says_why_it_is_shown(page: Page) -> None:
    ask(page, ASKED)
    card = page.get_by_role("article").first
    card.get_by_text("Why this?").click()
    expect(card.get_by_text("Dundee").last).to_be_visible()


def test_a_wrong_card_is_reported_with_one_of_four_reasons(page: Page) -> None:
    ask(page, ASKED)
    card = page.get_by_role("article").first
    card.get_by_text("Tell us this is wrong").click()
    card.get_by_label("The number or address is wrong").check()
    with page.expect_response("**/api/wrong") as sent:
        card.get_by_role("button", name="Tell the editors").click()
    assert sent.value.status == 204
    assert sorted(sent.value.request.post_data_json) == ["reason", "session", "support"]
    expect(card.get_by_text("The editors will look at it")).to_be_focused()


def test_a_choice_stays_readable_and_is_marked(page: Page) -> None:
    press(page, "Money")
    expect(page.get_by_text("Next step:").first).to_be_visible()
    first = replies(page).first
    expect(first.get_by_role("listitem").filter(has_text="Money (chosen)")).to_be_visible()
    expect(first.get_by_role("listitem").filter(has_text="A break")).to_be_visible()
    expect(first.get_by_role("button", name="Money")).to_have_count(0)


def test_numbers_for_danger_and_the_place_are_there_without_a_network(page: Page) -> None:
    welcomed(page)
    page.context.set_offline(True)
    page.get_by_role("button", name="In danger?").click()
    expect(page.locator(".sheet a[href='tel:999']").first).to_be_visible()
    expect(page.locator(".sheet a[href='tel:116123']")).to_be_visible()
    expect(page.locator(".sheet a[href='sms:85258?&body=SHOUT']")).to_be_visible()
    page.get_by_role("button", name="Talk to a person").click()
    expect(page.locator(".sheet a[href^='tel:08']")).to_be_visible()
    expect(page.locator(".sheet a[href='tel:999']").first).to_be_hidden()


def test_the_person_to_ring_is_that_of_the_place_once_it_is_known(page: Page) -> None:
    with page.expect_response("**/api/start?place=dundee"):
        ask(page, ASKED)
    page.get_by_role("button", name="Talk to a person").click()
    expect(page.locator(".sheet a[href='tel:01382200422']")).to_be_visible()


def test_what_can_be_pressed_is_44_pixels_high_and_wide(page: Page) -> None:
    ask(page, ASKED)
    page.get_by_text("Tell us this is wrong").first.click()
    ask(page, GUIDE)
    page.get_by_role("button", name="In danger?").click()
    small = page.evaluate(
        """() => {
          const root = document.querySelector("waymark-chat").shadowRoot;
          const all = root.querySelectorAll("button, summary, .call, .line, .option label, textarea, .sheet a");
          const seen = Array.from(all).map((node) => [node.textContent, node.getBoundingClientRect()]);
          return seen.filter(([, box]) => box.width && (box.height < 43.9 || box.width < 43.9)).map(([words]) => words);
        }"""
    )
    assert small == []


def test_a_reload_keeps_conversation_and_draft_and_start_again_clears_them(page: Page) -> None:
    ask(page, ASKED)
    page.get_by_label("Your message").fill("half a thou")
    page.reload()
    expect(page.get_by_role("article").first).to_be_visible()
    expect(page.get_by_label("Your message")).to_have_value("half a thou")
    with page.expect_request("**/api/clear"):
        page.get_by_role("button", name="Start again").click()
    expect(page.get_by_role("article")).to_have_count(0)
    expect(page.get_by_label("Your message")).to_have_value("")
    expect(page.get_by_role("button", name="A break")).to_be_visible()


def test_text_in_another_language_is_marked_with_it(page: Page) -> None:
    ask(page, "Opiekuję się moją mamą i potrzebuję pomocy")
    expect(page.locator("[lang=pl]").first).to_be_visible()


def test_nothing_breaks_the_content_security_policy(browser: Browser, assistant: Assistant) -> None:
    context = browser.new_context()
    page = context.new_page()
    complaints: List[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.goto(assistant.url)
    ask(page, "hello")
    assert [line for line in complaints if "favicon" not in line and "404" not in line] == []
    assert context.cookies() == []
    context.close()


def test_without_scripts_the_page_gives_numbers_and_the_plain_chat(browser: Browser, assistant: Assistant) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(assistant.url)
    expect(page.get_by_role("link", name="Plain version")).to_be_visible()
    expect(page.get_by_text("999").first).to_be_visible()
    expect(page.locator("a[href^='tel:']").first).to_be_visible()
    context.close()
