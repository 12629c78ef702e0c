"""The conversation without scripts: every step is a form and a whole page."""

from __future__ import annotations

import html
import re
import sqlite3
from contextlib import closing
from html.parser import HTMLParser
from typing import Any, Dict, Iterator, List, Optional, Tuple

import pytest
from httpx import Response
from starlette.testclient import TestClient

from tests.unit.fake_rasa import FakeRasa, item
from tests.unit.test_turns import DANGER
from waymark.knowledge.knowledge import Knowledge
from waymark.operations.reports import Reports
from waymark.operations.settings import Settings
from waymark.web import conversations
from waymark.web.app import create_app

ANSWER = '/guide_answer{"guide": "find_a_break", "question": "soon", "answer": "days"}'
OTHER = '/guide_answer{"guide": "find_a_break", "question": "soon", "answer": "weeks"}'
STOP = "/guide_stop"
OPTIONS = [{"title": "In days", "payload": ANSWER}, {"title": "In weeks", "payload": OTHER}]
QUESTION = {"id": "soon", "kind": "choice", "legend": "How soon?", "help": "A guess will do.", "why": "It changes whom to ring.", "number": 2, "of": 6}  # fmt: skip


def asks(kind: str = "choice", options: Optional[List[Dict[str, str]]] = None) -> Dict[str, Any]:
    buttons = [*(OPTIONS if options is None else options), {"title": "Stop the questions", "payload": STOP}]
    text = "Thank you.\n\nQuestion 2 of about 6\n\n**How soon?**\n\nA guess will do."
    return item(text, "guide_question", buttons=buttons, question={**QUESTION, "kind": kind})


class Forms(HTMLParser):
    """The forms of a page: fields that are sent with each, and its buttons."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.forms: List[Tuple[Dict[str, str], List[Tuple[str, str, str]]]] = []
        self.ids: List[str] = []
        self._button: Optional[Tuple[str, str]] = None
        self.feed(page)

    def handle_starttag(self, tag: str, attributes: List[Tuple[str, Optional[str]]]) -> None:
        given = {name: value or "" for name, value in attributes}
        self.ids += [given["id"]] if "id" in given else []
        if tag == "form":
            self.forms.append(({}, []))
        elif tag == "input" and given.get("type") == "hidden":
            self.forms[-1][0][given["name"]] = given["value"]
        elif tag == "button":
            self._button = (given.get("name", ""), given.get("value", ""))

    def handle_data(self, data: str) -> None:
        if self._button:
            self.forms[-1][1].append((data, *self._button))
            self._button = None


class Visitor:
    """Somebody whose browser runs no scripts. `page` is what they see."""

    def __init__(self, service: TestClient, path: str = "/plain") -> None:
        self.service = service
        self.response = service.get(path)

    @property
    def page(self) -> str:
        return self.response.text

    @property
    def words(self) -> str:
        """The page's text, as a text browser shows it."""
        return html.unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", re.sub(r"<head>.*</head>", "", self.page, flags=re.DOTALL))))  # fmt: skip

    def form(self, button: str) -> Dict[str, str]:
        """What is sent when this button is pressed."""
        for hidden, buttons in Forms(self.page).forms:
            for words, name, value in buttons:
                if words == button:
                    return {**hidden, **({name: value} if name else {})}
        raise AssertionError(f"no button {button!r}")

    def sends(self, button: str, again: bool = False, **fields: Any) -> Visitor:
        self.last = {**self.form(button), **fields}
        self.response = self.service.post("/plain", data=self.last, follow_redirects=False)
        return self

    def reloads(self) -> Visitor:
        self.response = self.service.post("/plain", data=self.last, follow_redirects=False)
        return self

    def says(self, text: str) -> Visitor:
        return self.sends("Send", text=text)


@pytest.fixture
def visitor(service: TestClient, rasa: FakeRasa) -> Visitor:
    rasa.remembers = True
    return Visitor(service)


def test_it_begins_with_the_welcome_its_routes_and_whom_to_ring(visitor: Visitor, knowledge: Knowledge) -> None:
    assert visitor.response.status_code == 200
    assert "What would help most?" in visitor.words
    for button in ("A break", "Money", "How I'm feeling", "Send", "Clear and leave"):
        visitor.form(button)
    assert knowledge.page.privacy.strip() in visitor.words
    assert str(knowledge.supports["carers-uk-helpline"].contact.phone) in visitor.words
    assert "116 123" in visitor.words


def test_what_was_said_and_answered_stays_on_the_page(visitor: Visitor, rasa: FakeRasa) -> None:
    rasa.items = [item("**Time off** can help.\n\nSecond paragraph.")]
    visitor.says("I need a break\r\nsoon")
    rasa.items = [item("Here is more.")]
    visitor.says("tell me more")
    for words in (
        "What would help most?",
        "I need a break soon",
        "Time off can help.",
        "tell me more",
        "Here is more.",
    ):
        assert words in visitor.words
    assert visitor.page.count("You said") == 2
    assert visitor.page.count('id="newest"') == 1
    assert visitor.page.index("I need a break") < visitor.page.index('id="newest"') < visitor.page.index("Here is more")
    senders = {message["sender"] for message in rasa.received}
    assert len(senders) == 1
    assert rasa.received[0]["message"] == "I need a break\nsoon"


def test_a_pressed_button_is_marked_and_can_be_read_later(visitor: Visitor, rasa: FakeRasa) -> None:
    visitor.sends("Money")
    assert rasa.said == '/ask{"topic": "money"}'
    assert "Money (chosen)" in visitor.words
    assert "A break" in visitor.words
    assert "You said Money" in visitor.words
    rasa.items = [item(buttons=[{"title": "Find a break", "payload": '/guide{"guide": "find_a_break"}'}])]
    visitor.says("hello")
    visitor.sends("Find a break")
    assert rasa.said == '/guide{"guide": "find_a_break"}'
    assert "Find a break (chosen)" in visitor.words


def test_cards_have_numbers_hours_and_the_day_they_were_checked(
    visitor: Visitor, rasa: FakeRasa, knowledge: Knowledge
) -> None:
    rasa.items = [
        item("These may help:\n\n- **Carers UK**: 0808", cards=[{"id": "carers-uk-helpline", "why": "for all"}])
    ]
    visitor.says("hello")
    card = visitor.page[visitor.page.index("<article") : visitor.page.index("</article>")]
    assert 'href="tel:08088087777"' in card
    assert "Checked 21 November 2026" in card
    assert "<strong>Hours:</strong> Monday to Friday, 9am to 6pm" in card
    assert "Why this:</strong> for all" in card
    assert "0808</li>" not in visitor.page, "the list says what the cards say"


def test_a_guides_question_is_a_fieldset(visitor: Visitor, rasa: FakeRasa) -> None:
    rasa.items = [asks()]
    visitor.says("find a break")
    assert re.search(r'<fieldset aria-describedby="answer-help"><legend>How soon\?</legend>', visitor.page)
    assert "Question 2 of about 6" in visitor.words
    assert visitor.words.count("How soon?") == 1
    radios = re.findall(r'<input type="radio" name="press" id="([\w-]+)" value="([^"]+)">', visitor.page)
    assert [name for name, _ in radios] == ["answer", "answer-2"]
    rasa.items = [item("Thank you.")]
    visitor.sends("Answer", press=html.unescape(radios[1][1]))
    assert rasa.said == OTHER
    assert "In weeks (chosen)" in visitor.words
    assert "<fieldset" not in visitor.page


def test_a_question_can_be_answered_in_words_or_left(visitor: Visitor, rasa: FakeRasa) -> None:
    rasa.items = [asks()]
    visitor.says("find a break").says("in about a week")
    assert rasa.said == "in about a week"
    visitor.sends("Stop the questions")
    assert rasa.said == STOP


def test_several_answers_are_sent_together(visitor: Visitor, rasa: FakeRasa) -> None:
    rasa.items = [asks("several")]
    visitor.says("find a break")
    assert "Choose all that fit." in visitor.words
    assert 'type="checkbox" name="pick" id="answer" value="In days"' in visitor.page
    visitor.sends("Answer", pick=["In days", "In weeks"])
    assert rasa.said == "In days; In weeks"


@pytest.mark.parametrize("kind", ["number", "money", "age", "date", "words"])
def test_a_typed_answer_has_a_field_with_its_label(kind: str, visitor: Visitor, rasa: FakeRasa) -> None:
    rasa.items = [asks(kind, [{"title": "I'm not sure", "payload": ANSWER}])]
    visitor.says("find a break")
    assert '<label for="answer">How soon?</label>' in visitor.page
    visitor.sends("Answer", answer="40")
    assert rasa.said == "40"
    visitor.sends("I'm not sure")
    assert rasa.said == ANSWER


@pytest.mark.parametrize(
    ("kind", "words"), [("choice", "Choose an answer"), ("several", "Choose"), ("money", "Type an answer")]
)
def test_no_answer_is_a_problem_told_at_the_question(kind: str, words: str, visitor: Visitor, rasa: FakeRasa) -> None:
    rasa.items = [asks(kind)]
    visitor.says("find a break").sends("Answer")
    assert visitor.response.status_code == 422
    assert len(rasa.received) == 1
    assert re.search(rf'<a href="#answer">{words}', visitor.page), "a summary that leads to the field"
    assert 'aria-describedby="answer-help answer-error"' in visitor.page
    assert "answer" in Forms(visitor.page).ids
    assert "answer-error" in Forms(visitor.page).ids
    assert "How soon?" in visitor.words


@pytest.mark.parametrize(("text", "status"), [("", 422), ("  \r\n ", 422), ("x" * 20_001, 413)])
def test_an_empty_or_huge_message_is_a_problem_told_at_the_field(
    text: str, status: int, visitor: Visitor, rasa: FakeRasa
) -> None:
    visitor.says("hello").says(text)
    assert visitor.response.status_code == status
    assert len(rasa.received) == 1
    assert "<title>Problem:" in visitor.page
    assert '<a href="#message">' in visitor.page
    assert 'aria-describedby="message-help message-error" aria-invalid="true"' in visitor.page
    assert 'role="alert"' in visitor.page
    assert "hello" in visitor.words, "the conversation is still there"
    assert text.strip() in visitor.page, "and what was typed"


def test_a_form_too_large_to_read_is_told_too(visitor: Visitor) -> None:
    visitor.says("é" * 200_000)
    assert visitor.response.status_code == 413
    assert '<a href="#message">' in visitor.page


@pytest.mark.parametrize("token", ["forged", "IkRp.abc.def", "<b>"])
def test_a_session_that_has_ended_begins_anew_and_keeps_what_was_typed(
    token: str, visitor: Visitor, rasa: FakeRasa
) -> None:
    visitor.says("hello")
    visitor.sends("Send", session=token, text="my <long> story")
    assert visitor.response.status_code == 200
    assert len(rasa.received) == 1
    assert "That conversation has ended" in visitor.words
    assert "my &lt;long&gt; story</textarea>" in visitor.page
    assert "hello" not in visitor.words
    visitor.says("my <long> story")
    assert len({message["sender"] for message in rasa.received}) == 2


def test_a_session_of_another_site_begins_anew(web_settings: Settings, rasa: FakeRasa) -> None:
    with TestClient(create_app(Settings(**{**vars(web_settings), "origins": "https://carers.example"}))) as client:
        site = {"Origin": "https://carers.example"}
        token = client.post("/api/messages", json={"text": "hello"}, headers=site).json()["session"]
        visitor = Visitor(client).sends("Send", session=token, text="my story")
    assert "That conversation has ended" in visitor.words
    assert "my story</textarea>" in visitor.page
    assert len(rasa.received) == 1


def test_a_page_loaded_again_says_nothing_twice(visitor: Visitor, rasa: FakeRasa) -> None:
    visitor.says("I need a break").reloads().reloads()
    assert len(rasa.received) == 1
    assert visitor.page.count("You said") == 1
    visitor.says("I need a break")
    assert len(rasa.received) == 2, "said again on purpose"


def test_danger_gets_its_fixed_reply_without_rasa(visitor: Visitor, rasa: FakeRasa) -> None:
    rasa.items = []
    visitor.says(DANGER)
    assert "If you might act on this now" in visitor.words
    assert 'href="tel:999"' in visitor.page


def test_when_rasa_is_away_whom_to_ring_is_shown_and_the_rest_is_not_lost(visitor: Visitor, rasa: FakeRasa) -> None:
    visitor.says("I need a break")
    rasa.status = rasa.health_status = 500
    visitor.says("and money")
    assert visitor.response.status_code == 200
    assert "Something went wrong on our side" in visitor.words
    assert "What was said before cannot be shown" in visitor.words
    rasa.status = rasa.health_status = 200
    assert "I need a break" in visitor.says("and money").words


def test_nothing_that_is_said_or_shown_is_run(visitor: Visitor, rasa: FakeRasa) -> None:
    evil = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>"
    rasa.items = [item(f"{evil} [x](javascript:alert(1)) [y](//evil.example) **{evil}**", buttons=[{"title": evil, "payload": "/more"}])]  # fmt: skip
    visitor.says(f"{evil} hello").says("again")
    assert not re.search(r"<script|<img|href=.(?:javascript|//)", visitor.page)
    visitor.sends("Send", text="", session=visitor.form("Send")["session"], turn=evil)
    visitor.response = visitor.service.get(f"/plain?place={evil}")
    assert "<script" not in visitor.page


def test_personal_details_are_not_repeated(visitor: Visitor) -> None:
    assert "[e-mail]" in visitor.says("write to jo@example.org").words
    assert "jo@example.org" not in visitor.page


def test_a_message_in_another_language_says_so(visitor: Visitor, rasa: FakeRasa) -> None:
    rasa.items = [item("مرحبا", lang="ar")]
    visitor.says("hello")
    assert '<div lang="ar" dir="rtl"><p dir="auto">مرحبا</p></div>' in visitor.page


def test_a_wrong_card_can_be_told(visitor: Visitor, rasa: FakeRasa, web_settings: Settings) -> None:
    rasa.items = [item(cards=[{"id": "shout", "why": ""}])]
    visitor.says("hello").sends("Tell us")
    assert "Choose what is wrong with it." in visitor.words
    visitor.sends("Tell us", reason="wrong_area")
    assert "Thank you. It is noted" in visitor.words
    assert "shout" in {report.support for report in Reports(web_settings.reports_db).all()}
    assert len(rasa.received) == 1


def test_leaving_deletes_the_conversation_and_opens_a_neutral_page(
    visitor: Visitor, rasa: FakeRasa, web_settings: Settings, knowledge: Knowledge
) -> None:
    visitor.says("hello")
    with closing(sqlite3.connect(web_settings.tracker_db)) as database, database:
        database.execute(
            "CREATE TABLE IF NOT EXISTS conversation (sender_id TEXT PRIMARY KEY, events TEXT, changed_at REAL)"
        )
        database.execute("INSERT INTO conversation VALUES (?, '', 0)", (rasa.received[0]["sender"],))
    visitor.sends("Clear and leave")
    assert visitor.response.status_code == 303
    assert visitor.response.headers["location"] == knowledge.page.neutral_url
    assert knowledge.page.neutral_url.startswith("https://www.bbc.co.uk")
    assert "form-action 'self' https://www.bbc.co.uk;" in visitor.response.headers["content-security-policy"]
    with closing(sqlite3.connect(web_settings.tracker_db)) as database:
        assert database.execute("SELECT count(*) FROM conversation").fetchone() == (0,)


def test_starting_again_forgets(visitor: Visitor, rasa: FakeRasa) -> None:
    visitor.says("hello").sends("Start again")
    assert "The conversation has been deleted." in visitor.words
    assert "hello" not in visitor.words
    visitor.says("hello")
    assert len({message["sender"] for message in rasa.received}) == 2


def test_the_place_of_the_site_is_noted_with_the_first_message(service: TestClient, rasa: FakeRasa) -> None:
    rasa.remembers = True
    visitor = Visitor(service, "/plain?place=dundee")
    assert "01382 200422" in visitor.words
    visitor.says("hello").says("more")
    events = rasa.events[rasa.received[0]["sender"]]
    assert [event["name"] for event in events if event["event"] == "slot"] == ["carer_home", "memory"]


def test_what_to_keep_is_one_form_away(visitor: Visitor, rasa: FakeRasa) -> None:
    assert "Keep this" not in visitor.page
    token = visitor.says("hello").form("Keep this")["session"]
    assert visitor.service.post("/keep", data={"session": token}).status_code == 200


@pytest.fixture
def strict(web_settings: Settings, rasa: FakeRasa) -> Iterator[TestClient]:
    rasa.remembers = True
    settings = Settings(**{**vars(web_settings), "messages_a_minute": 2})
    with TestClient(create_app(settings)) as client:
        yield client


def test_too_many_messages_are_told_and_kept(strict: TestClient) -> None:
    visitor = Visitor(strict)
    for text in ("one", "two", "three"):
        visitor.says(text)
    visitor.says("four")
    assert visitor.response.status_code == 429
    assert "four</textarea>" in visitor.page


def test_its_headers_allow_nothing_but_its_style(visitor: Visitor) -> None:
    for response in (visitor.response, visitor.says("hello").response):
        headers = response.headers
        assert headers["cache-control"] == "no-store"
        assert headers["content-security-policy"].startswith(
            "default-src 'none'; style-src 'self'; form-action 'self' "
        )
        assert "script-src" not in headers["content-security-policy"]
        assert "set-cookie" not in headers
    assert not re.search(r"<script|\son\w+=|style=", visitor.page)


def test_ids_are_given_once(visitor: Visitor, rasa: FakeRasa) -> None:
    rasa.items = [item(cards=[{"id": "shout", "why": ""}, {"id": "mind-support-line", "why": ""}]), asks()]
    visitor.says("hello").says("again")
    ids = Forms(visitor.page).ids
    assert len(ids) == len(set(ids))


def test_other_methods_are_refused(service: TestClient) -> None:
    response: Response = service.put("/plain")
    assert response.status_code == 405


@pytest.mark.parametrize("token", ["", "forged"])
def test_leaving_works_whatever_the_session_is(token: str, visitor: Visitor, knowledge: Knowledge) -> None:
    visitor.sends("Clear and leave", session=token)
    assert visitor.response.headers["location"] == knowledge.page.neutral_url


def test_leaving_works_though_nothing_can_be_deleted(
    visitor: Visitor, knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(*_: object) -> None:
        raise sqlite3.OperationalError("database is locked")

    monkeypatch.setattr(conversations, "forget", busy)
    visitor.says("hello").sends("Clear and leave")
    assert visitor.response.headers["location"] == knowledge.page.neutral_url


def test_a_conversation_deleted_meanwhile_is_told(visitor: Visitor, rasa: FakeRasa) -> None:
    visitor.says("I need a break")
    rasa.events.clear()
    visitor.says("and money")
    assert "What was said before has been deleted" in visitor.words
    assert "and money" in visitor.words
