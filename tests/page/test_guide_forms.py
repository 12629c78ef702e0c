"""A guide's questions as forms: rounds for one answer, ticks for several, a box for words; and typing beside them."""

from __future__ import annotations

from typing import Any, Dict

import pytest
from playwright.sync_api import Page, expect

from tests.page.chatting import GUIDE, answer, answer_with, ask, message, press, replies, welcomed


def question(kind: str, **given: Any) -> Dict[str, Any]:
    titles = ["Memory or dementia", "Mental health", "I'm not sure"]
    options = [{"title": title, "payload": f"/guide_answer{{{title}}}"} for title in titles]
    return {
        "id": "q",
        "kind": kind,
        "legend": "What is it?",
        "help": "Any of these.",
        "why": None,
        "number": 1,
        "of": None,
        "options": options,
        **given,
    }


def test_one_answer_of_a_real_guide(page: Page) -> None:
    ask(page, GUIDE)
    group = page.get_by_role("group").filter(has=page.get_by_role("radio"))
    legend = group.locator("legend").inner_text()
    chosen = group.get_by_role("radio").first
    title = chosen.evaluate("box => box.labels[0].innerText")
    chosen.check()
    press(page, "Answer")
    expect(page.locator(".you").last).to_contain_text(title)
    used = replies(page).nth(-2)
    expect(used).to_contain_text(legend)
    expect(used.get_by_role("listitem").filter(has_text=f"{title} (chosen)")).to_be_visible()
    expect(page.get_by_role("radio").first).to_be_visible()


def test_typing_answers_too(page: Page) -> None:
    ask(page, GUIDE)
    legend = page.locator("legend").inner_text()
    ask(page, page.get_by_role("radio").first.evaluate("box => box.labels[0].innerText"))
    expect(page.locator("legend")).not_to_have_text(legend)


def test_nothing_chosen_is_said_at_the_question(page: Page) -> None:
    ask(page, GUIDE)
    page.get_by_role("button", name="Answer", exact=True).click()
    expect(page.get_by_role("radio").first).to_be_focused()
    expect(page.locator("fieldset")).to_contain_text("Choose an answer first")
    described = page.locator("fieldset").get_attribute("aria-describedby") or ""
    assert page.locator("fieldset .error").get_attribute("id") in described.split()


def test_several_answers_go_as_their_titles(page: Page) -> None:
    answer_with(page, message("Lead.\n\nQuestion 1\n\n**What is it?**\n\n1. …", question=question("several")))
    reply = ask(page, "start")
    expect(reply).to_contain_text("Lead.")
    page.get_by_label("Memory or dementia").check()
    page.get_by_label("Mental health").check()
    with page.expect_request("**/api/messages") as sent:
        press(page, "Answer")
    assert sent.value.post_data_json["text"] == "Memory or dementia; Mental health"
    expect(replies(page).nth(-2).get_by_text("(chosen)")).to_have_count(2)


def test_one_answer_goes_as_its_payload(page: Page) -> None:
    answer_with(page, message("**What is it?**", question=question("choice")))
    ask(page, "start")
    page.get_by_label("Mental health").check()
    with page.expect_request("**/api/messages") as sent:
        press(page, "Answer")
    assert sent.value.post_data_json["payload"] == "/guide_answer{Mental health}"


@pytest.mark.parametrize(("kind", "tag"), [("money", "INPUT"), ("age", "INPUT"), ("words", "TEXTAREA")])
def test_what_must_be_typed_has_a_box_of_its_own(page: Page, kind: str, tag: str) -> None:
    buttons = [{"title": "Leave it out", "payload": "/skip"}]
    answer_with(page, message("**What is it?**", question=question(kind, options=[]), buttons=buttons))
    ask(page, "start")
    box = page.get_by_label("What is it?")
    assert box.evaluate("node => node.tagName") == tag
    page.get_by_role("button", name="Answer", exact=True).click()
    expect(box).to_be_focused()
    box.fill("86 pounds")
    with page.expect_request("**/api/messages") as sent:
        press(page, "Answer")
    assert sent.value.post_data_json["text"] == "86 pounds"
    expect(page.get_by_role("button", name="Leave it out")).to_be_visible()


def test_the_page_to_keep_is_offered_with_a_result(page: Page) -> None:
    welcomed(page)
    answer_with(page, message("That is your plan.", keep=True))
    before = replies(page).count()
    page.get_by_label("Your message").fill("done")
    page.keyboard.press("Enter")
    reply = answer(page, before)
    expect(reply.get_by_role("button", name="Keep this")).to_be_visible()
