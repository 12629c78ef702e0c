"""Whatever people type, and whatever knowledge or an attacker's server holds, stays text; and any text is shown whole."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.page.chatting import answer_with, ask, card, fits, message
from tests.support.servers import Assistant

HOSTILE = "<img src=x onerror=window.hacked=1><script>window.hacked=1</script>"
EMOJI = "👩‍👩‍👧‍👦 I’m tired 😢🏴󠁧󠁢󠁳󠁣󠁴󠁿"
ARABIC = "أحتاج إلى استراحة من رعاية أمي"


def hacked(page: Page) -> bool:
    return bool(page.evaluate("window.hacked === 1"))


def test_markup_that_people_type_is_shown_as_text(page: Page) -> None:
    ask(page, HOSTILE + " I need a break")
    expect(page.locator(".you")).to_contain_text(HOSTILE)
    page.reload()
    expect(page.locator(".you")).to_contain_text(HOSTILE)
    assert page.locator("waymark-chat img").count() == 0
    assert not hacked(page)


def test_markup_from_the_knowledge_is_shown_as_text(page: Page) -> None:
    everywhere = dict.fromkeys(
        ["name", "organisation", "summary", "hours", "cost", "relay", "bsl", "why", "opens"], HOSTILE
    )
    asked = {"id": "q", "kind": "choice", "legend": HOSTILE, "help": HOSTILE, "why": HOSTILE, "number": 1, "of": None}
    asked["options"] = [{"title": HOSTILE, "payload": HOSTILE}]
    answer_with(
        page,
        message(
            f"**{HOSTILE}** {HOSTILE}",
            cards=[card(**everywhere, phone=HOSTILE, sms=HOSTILE, email=HOSTILE, checked_on=HOSTILE)],
        ),
        message(HOSTILE, question=asked, buttons=[{"title": HOSTILE, "payload": "/x"}]),
    )
    reply = ask(page, "hello")
    expect(reply).to_contain_text(HOSTILE)
    assert page.locator("waymark-chat img, waymark-chat script").count() == 0
    assert not hacked(page)


@pytest.mark.parametrize(
    "address",
    [
        "javascript:window.hacked=1",
        "data:text/html,<script>1</script>",
        "http://plain.example",
        "//elsewhere.example",
        " javascript:alert(1)",
    ],
)
def test_only_secure_links_numbers_and_addresses_become_links(page: Page, address: str) -> None:
    answer_with(page, message(f"See {address} now", cards=[card(web=address)]))
    ask(page, "hello")
    expect(page.get_by_role("article")).to_contain_text("Website of")
    assert page.get_by_role("article").locator("a").count() == 0
    assert page.locator(".bot").last.locator("a[href*='script'], a[href^='http:'], a[href^='data']").count() == 0


def test_links_are_found_in_running_text(page: Page) -> None:
    answer_with(
        page,
        message(
            "Ring **0808 808 7777** or 18001 0808 808 7777. Text SHOUT to 85258, or **SHOUT** to **85258**. See https://www.carersuk.org/help. "
            "Write to help@carers.example. It costs £101, 1,116 people, 999 or 1999.\n\n1. one\n2. two"
        ),
    )
    reply = ask(page, "hello")
    found = reply.locator("a").evaluate_all("links => links.map((link) => link.getAttribute('href'))")
    assert found == [
        "tel:08088087777",
        "tel:1800108088087777",
        "sms:85258?&body=SHOUT",
        "sms:85258?&body=SHOUT",
        "https://www.carersuk.org/help",
        "mailto:help@carers.example",
        "tel:999",
    ]
    expect(reply.locator("ol > li")).to_have_count(2)


def test_ten_thousand_characters_and_one_endless_word_fit(page: Page) -> None:
    ask(page, "I look after my mum. " * 475 + "a" * 25)
    ask(page, "w" * 10_000)
    assert fits(page)
    expect(page.get_by_label("Your message")).to_be_in_viewport()


def test_emoji_come_out_as_they_went_in(page: Page) -> None:
    ask(page, EMOJI)
    expect(page.locator(".you")).to_contain_text(EMOJI)
    page.reload()
    expect(page.locator(".you")).to_contain_text(EMOJI)


def test_text_from_right_to_left_runs_from_the_right(page: Page) -> None:
    ask(page, ARABIC)
    assert page.locator(".you p").evaluate("node => getComputedStyle(node).direction") == "rtl"
    answer_with(page, message(f"{ARABIC}\n\nIn English.\n\n- {ARABIC}", lang="ar"))
    reply = ask(page, "more")
    directions = reply.locator("p, li").evaluate_all("all => all.map((node) => getComputedStyle(node).direction)")
    assert directions == ["rtl", "ltr", "rtl"]
    expect(reply.locator("[lang=ar]")).to_be_visible()


def test_the_page_holds_no_word_of_another_conversation(page: Page, assistant: Assistant) -> None:
    ask(page, "I need a break")
    other = page.context.browser.new_context().new_page()  # type: ignore[union-attr]
    other.goto(assistant.url)
    expect(other.locator(".you")).to_have_count(0)
    other.context.close()
