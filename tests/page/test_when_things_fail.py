"""Slow networks, servers that are away or fail: nothing typed is lost, and there is always somebody to ring."""

from __future__ import annotations

import json

from playwright.sync_api import Browser, Page, Route, expect

from tests.page.chatting import answer, answer_with, ask, message, replies, welcomed
from tests.support.servers import Assistant

LONG = "My mum was diagnosed in March. " * 10


def send(page: Page, text: str) -> None:
    welcomed(page)
    page.get_by_label("Your message").fill(text)
    page.keyboard.press("Enter")


def test_offline_the_message_stays_and_is_sent_again(page: Page) -> None:
    welcomed(page)
    page.context.set_offline(True)
    send(page, "I need a break")
    expect(page.get_by_role("button", name="Send again")).to_be_visible()
    expect(page.get_by_label("Your message")).to_have_value("I need a break")
    expect(page.locator(".problem a[href='tel:999']").first).to_be_visible()
    expect(page.locator(".problem a.call")).to_be_visible()
    page.context.set_offline(False)
    before = replies(page).count()
    page.get_by_role("button", name="Send again").click()
    answer(page, before)
    expect(page.locator(".problem")).to_be_hidden()


def test_a_choice_that_could_not_be_sent_can_be_made_again(page: Page) -> None:
    welcomed(page)
    page.context.set_offline(True)
    page.get_by_role("button", name="Money").click()
    expect(page.get_by_role("button", name="Send again")).to_be_focused()
    expect(page.get_by_role("button", name="Money")).to_be_visible()
    page.context.set_offline(False)
    before = replies(page).count()
    page.get_by_role("button", name="Send again").click()
    answer(page, before)


def test_a_server_that_fails_costs_no_words(page: Page) -> None:
    answer_with(page, status=500)
    send(page, LONG)
    expect(page.get_by_role("button", name="Send again")).to_be_visible()
    expect(page.get_by_label("Your message")).to_have_value(LONG.strip())
    page.reload()
    expect(page.get_by_label("Your message")).to_have_value(LONG.strip())


def test_only_sentences_of_the_server_are_shown(page: Page) -> None:
    refusal = {"title": "Too many messages", "detail": "Please wait a minute and try again."}
    page.route("**/api/messages", lambda route: route.fulfill(status=429, body=json.dumps(refusal)))
    send(page, "hello")
    expect(page.locator(".problem").get_by_text("Please wait a minute")).to_be_visible()
    page.unroute("**/api/messages")
    page.route("**/api/messages", lambda route: route.fulfill(status=502, body="<h1>Bad Gateway</h1>"))
    page.get_by_role("button", name="Send again").click()
    expect(
        page.locator(".problem").get_by_text("Something went wrong and your message was not answered")
    ).to_be_visible()


def test_a_slow_answer_is_waited_for_and_what_is_typed_meanwhile_stays(page: Page) -> None:
    held: list[Route] = []
    page.route("**/api/messages", lambda route: held.append(route))
    send(page, "a break")
    expect(page.locator(".writing")).to_be_visible()
    page.get_by_label("Your message").fill("and another")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Your message")).to_have_value("and another")
    body = {"session": "x", "messages": [message("Here you are.")], "turn": {}}
    held[0].fulfill(body=json.dumps(body), content_type="application/json")
    expect(page.get_by_text("Here you are.").first).to_be_visible()
    expect(page.get_by_label("Your message")).to_have_value("and another")
    assert len(held) == 1


def test_a_reload_while_waiting_loses_nothing(page: Page) -> None:
    page.route("**/api/messages", lambda route: None)
    send(page, LONG)
    expect(page.locator(".writing")).to_be_visible()
    page.reload()
    expect(page.get_by_label("Your message")).to_have_value(LONG.strip())


def test_a_session_that_the_server_refuses_is_begun_anew_without_a_word_lost(page: Page) -> None:
    ask(page, "I need a break")
    sessions: list[object] = []

    def refuse_once(route: Route) -> None:
        sessions.append(route.request.post_data_json.get("session"))
        if len(sessions) == 1:
            route.fulfill(status=403, body=json.dumps({"title": "Wrong site", "detail": "Begin anew."}))
        else:
            route.continue_()

    page.route("**/api/messages", refuse_once)
    ask(page, "money")
    assert sessions[0]
    assert sessions[1] is None


def test_without_storage_the_chat_works_only_forgetfully(browser: Browser, assistant: Assistant) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.add_init_script(
        "Object.defineProperty(window, 'sessionStorage', { get() { throw new Error('forbidden'); } });"
    )
    page.goto(assistant.url)
    ask(page, "I need a break")
    context.close()


def test_what_the_tab_holds_may_be_broken(page: Page) -> None:
    welcomed(page)
    page.evaluate("sessionStorage.setItem('waymark:chat', '{\"turns\": 5}')")
    page.goto("about:blank")
    page.go_back()
    welcomed(page)


def test_when_the_words_do_not_come_the_page_keeps_its_numbers_and_the_plain_chat(
    browser: Browser, assistant: Assistant, other_site: str
) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.route("**/labels/*", lambda route: route.abort())
    page.goto(assistant.url)
    expect(page.get_by_role("link", name="Plain version")).to_be_visible()
    page.goto(f"{other_site}/dundee.html")
    expect(page.locator(f"a[href='{assistant.url}/plain']")).to_be_visible()
    context.close()


def test_without_its_style_the_chat_can_be_read_and_used(browser: Browser, assistant: Assistant) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.route("**/widget.css*", lambda route: route.abort())
    page.goto(assistant.url)
    ask(page, "I need a break")
    context.close()


def test_a_server_that_stops_in_mid_conversation_and_comes_back(page: Page, assistant: Assistant) -> None:
    ask(page, "I need a break, we live in Dundee")
    assistant.stop("web")
    send(page, "and money")
    expect(page.get_by_role("button", name="Send again")).to_be_visible()
    expect(page.locator(".problem a[href='tel:01382200422']")).to_be_visible()
    page.get_by_role("button", name="In danger?").click()
    expect(page.locator(".sheet a[href='tel:999']").first).to_be_visible()
    assistant.start_again("web")
    before = replies(page).count()
    page.get_by_role("button", name="Send again").click()
    reply = answer(page, before)
    expect(reply).to_contain_text("Dundee")
