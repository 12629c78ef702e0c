"""By keyboard alone: opening, asking, choosing, following a card, keeping, clearing, closing; and in which order."""

from __future__ import annotations

from playwright.sync_api import Browser, Page, expect

from tests.page.chatting import ASKED, GUIDE, LAUNCHER, answer, focused, replies, tab_order, welcomed
from tests.support.servers import Assistant

#: After the page's own link: the order of everything in the chat as it opens.
ORDER = [
    "Go to the message box",
    "Start again",
    "Close",
    "Conversation",
    "About this guide",
    "Plain version",
    "A break",
    "Money",
    "How I'm feeling",
    "An assessment or plan for me",
    "Read aloud",
    "In danger?",
    "Talk to a person",
    "Clear and leave",
    "Your message",
    "Send",
]


def type_and_send(page: Page, text: str) -> None:
    before = replies(page).count()
    page.keyboard.type(text)
    page.keyboard.press("Enter")
    answer(page, before)


def open_by_keyboard(page: Page) -> None:
    expect(page.get_by_role("button", name=LAUNCHER)).to_be_visible()
    tab_order(page, LAUNCHER)
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog", name="Waymark")).to_be_focused()
    welcomed(page)


def test_the_order_of_the_focus(elsewhere: Page) -> None:
    open_by_keyboard(elsewhere)
    assert tab_order(elsewhere, "Send") == ORDER


def test_the_page_behind_stays_usable(elsewhere: Page) -> None:
    open_by_keyboard(elsewhere)
    for _ in range(2):
        elsewhere.keyboard.press("Shift+Tab")
    assert "All pages" in focused(elsewhere)
    elsewhere.keyboard.press("Escape")
    expect(elsewhere.get_by_role("dialog")).to_be_visible()


def test_escape_closes_and_gives_the_focus_back(elsewhere: Page) -> None:
    open_by_keyboard(elsewhere)
    elsewhere.keyboard.press("Tab")
    elsewhere.keyboard.press("Escape")
    expect(elsewhere.get_by_role("dialog")).to_be_hidden()
    expect(elsewhere.get_by_role("button", name=LAUNCHER)).to_be_focused()


def test_escape_closes_the_numbers_before_the_dialog(elsewhere: Page) -> None:
    open_by_keyboard(elsewhere)
    tab_order(elsewhere, "In danger?")
    elsewhere.keyboard.press("Enter")
    expect(elsewhere.locator(".sheet a[href='tel:999']").first).to_be_visible()
    elsewhere.keyboard.press("Tab")
    elsewhere.keyboard.press("Escape")
    expect(elsewhere.locator(".sheet a[href='tel:999']").first).to_be_hidden()
    expect(elsewhere.get_by_role("button", name="In danger?")).to_be_focused()
    expect(elsewhere.get_by_role("dialog")).to_be_visible()


def test_a_whole_conversation(elsewhere: Page) -> None:
    open_by_keyboard(elsewhere)
    elsewhere.keyboard.press("Tab")
    elsewhere.keyboard.press("Enter")
    assert focused(elsewhere) == "Your message"
    type_and_send(elsewhere, ASKED)
    assert focused(elsewhere) == "Your message"
    # Back to the last choice of the reply, and press it.
    before = replies(elsewhere).count()
    while focused(elsewhere) != "Show me more":
        elsewhere.keyboard.press("Shift+Tab")
    elsewhere.keyboard.press("Space")
    answer(elsewhere, before)
    assert "Show me more" in focused(elsewhere), "what was chosen has the focus, so that Tab leads into the reply"
    elsewhere.keyboard.press("Tab")
    expect(replies(elsewhere).last.locator("a, button, summary").first).to_be_focused()
    tab_order(elsewhere, "Keep this")
    with elsewhere.context.expect_page() as kept:
        elsewhere.keyboard.press("Enter")
    expect(kept.value.get_by_role("article").first).to_be_visible()


def test_a_guide(page: Page) -> None:
    welcomed(page)
    page.get_by_label("Your message").focus()
    type_and_send(page, GUIDE)
    legend = page.get_by_role("group").filter(has=page.get_by_role("radio"))
    while focused(page) != legend.get_by_role("radio").first.evaluate("box => box.labels[0].innerText"):
        page.keyboard.press("Shift+Tab")
        if page.get_by_role("radio").last.evaluate("box => box.getRootNode().activeElement === box"):
            page.keyboard.press("ArrowDown")  # from the last round to the first
    before = replies(page).count()
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    answer(page, before)


def test_what_has_the_focus_is_never_hidden_at_400_percent(browser: Browser, assistant: Assistant) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 256})
    page = context.new_page()
    page.goto(assistant.url)
    welcomed(page)
    for _ in range(16):
        page.keyboard.press("Tab")
        hidden = page.evaluate(
            """() => {
              const root = document.querySelector("waymark-chat").shadowRoot;
              const node = root.activeElement;
              if (!node || node.matches(".log, .panel")) return false;
              const box = node.getBoundingClientRect();
              const at = root.elementFromPoint(box.left + Math.min(box.width / 2, 60), box.top + Math.min(box.height / 2, 20));
              return !(at && (node.contains(at) || at.contains(node))) && node.outerHTML;
            }"""
        )
        assert not hidden
    context.close()
