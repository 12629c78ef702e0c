"""The page to keep: what is on it, what is left off until it is added, who gets it, and in which forms."""

from __future__ import annotations

import json
import re
from typing import Any, Dict, List, Optional
from urllib.parse import unquote

import pytest
from httpx import Response
from starlette.testclient import TestClient

from tests.unit.fake_rasa import FakeRasa
from waymark.knowledge.knowledge import Knowledge
from waymark.operations.settings import Settings
from waymark.web.keep_text import MOST_OF_MAIL
from waymark.web.sessions import Sessions

BREAK = ["topic:breaks", "support:dcc-short-breaks", "support:carers-uk-helpline"]
DUNDEE = {"person_home": "dundee/dundee-city", "carer_home": "dundee/dundee-city"}
MUM: Dict[str, Any] = {**DUNDEE, "relationship": "parent", "condition": "dementia"}
MY_MUM = {"relationship": ["parent"], "word": "mum", "condition": ["dementia"]}
GUIDE = {
    "guide": "find_a_break",
    "answers": {"nation": "scotland", "who": "adult", "length": "weekly", "soon": "weeks", "benefit": "carer"},
    "date": "2026-11-25",
}


def holds(rasa: FakeRasa, seen: List[str], said: Optional[str] = "hello", **slots: Any) -> None:
    """Rasa holds this conversation. `said` is the last message; None: it holds none."""
    memory = {"seen": seen, **slots.pop("memory", {})}
    tracker = {"latest_message": {"text": said}, "slots": {"memory": memory, **slots}}
    rasa.health = json.dumps(tracker).encode()


@pytest.fixture
def token(service: TestClient) -> str:
    return str(service.post("/api/messages", json={"text": "hello"}).json()["session"])


def page(service: TestClient, token: str, path: str = "/keep", **fields: str) -> Response:
    return service.post(path, data={"session": token, **fields})


def key_in(html: str) -> str:
    found = re.search(r'name="key" value="([^"]+)"', html)
    assert found is not None
    return found[1]


def test_supports_have_their_numbers_hours_and_the_day_they_were_checked(
    service: TestClient, rasa: FakeRasa, token: str, knowledge: Knowledge
) -> None:
    holds(rasa, BREAK, **MUM)
    html = page(service, token).text
    line = knowledge.supports["carers-uk-helpline"]
    assert line.contact.hours is not None
    for words in ("01382 200422", str(line.contact.phone), line.contact.hours.words, "Checked 21 November 2026"):
        assert words in html
    assert "https://dundeecarerscentre.org.uk/services/short-breaks</a>" in html, "the address is written out"
    assert not re.search(r"\{\w*\}|\bNone\b|\*\*", html)


def test_what_i_told_stands_on_it_in_words_to_read_out(service: TestClient, rasa: FakeRasa, token: str) -> None:
    holds(rasa, [*BREAK, "asked:money"], memory={"told": MY_MUM}, **MUM)
    told = "I look after my mum, who has dementia. We both live in Dundee. I asked about a break and money."
    assert told in page(service, token).text


def test_a_guides_result_has_its_day_its_reasons_and_its_steps(
    service: TestClient, rasa: FakeRasa, token: str, knowledge: Knowledge
) -> None:
    holds(rasa, [], memory={"kept": [GUIDE]}, **MUM)
    html = page(service, token).text
    assert "Find a break" in html
    assert "Your answers of 25 November 2026" in html
    assert re.search(r"Next steps, in order</h2>\s*<ol>\s*<li>", html)
    assert re.search(r"<li><strong>[^<]+: (likely|ask about it|not likely)\.</strong> \w+", html), "a reason"


def test_steps_stand_in_the_order_in_which_things_were_asked(service: TestClient, rasa: FakeRasa, token: str) -> None:
    holds(rasa, ["topic:money", "topic:breaks"], **DUNDEE)
    text = page(service, token, "/keep.txt").text
    assert text.index("1. ") < text.index("2. ")
    holds(rasa, ["topic:breaks", "topic:money"], **DUNDEE)
    other = page(service, token, "/keep.txt").text

    def first(words: str) -> str:
        return words.split("1. ")[1].split("2. ")[0]

    assert first(text) != first(other)


@pytest.mark.parametrize(
    ("seen", "slots"),
    [
        (["support:national-domestic-abuse-helpline"], {}),
        (["topic:safeguarding:apart", "support:hourglass:apart"], {}),
        (["topic:safeguarding"], {}),
        (["answer:report-harm-to-an-adult"], {}),
        (["danger:abuse_of_carer:apart"], {}),
        ([], {"danger": "abuse_of_carer"}),
        (["support:samaritans:apart"], {"danger": "suicide"}),
    ],
    ids=["a helpline", "apart", "the topic", "an answer", "told before", "told just now", "suicide"],
)
def test_nothing_about_abuse_is_on_it_until_it_is_added(
    seen: List[str], slots: Dict[str, Any], service: TestClient, rasa: FakeRasa, token: str
) -> None:
    holds(rasa, [*BREAK, *seen], **{**DUNDEE, **slots})
    alone = page(service, token)
    for form in (alone, page(service, token, "/keep.txt"), page(service, token, form="large")):
        assert not re.search("abuse|harm|safeguard|suicid|samaritans|violen", form.text, re.IGNORECASE)
    assert "someone else might read this page" in alone.text
    added = page(service, token, **{"with": "everything"}).text
    assert re.search("abuse|harm|safeguard|suicid|samaritans|violen", added, re.IGNORECASE)
    assert "Leave it off again" in added


def test_nothing_is_said_to_be_left_off_where_nothing_is(service: TestClient, rasa: FakeRasa, token: str) -> None:
    holds(rasa, BREAK, **MUM)
    assert "left off" not in page(service, token).text


@pytest.mark.parametrize("session", ["", "a forged token", "é", "x" * 5000], ids=["none", "forged", "odd", "long"])
@pytest.mark.parametrize("path", ["/keep", "/keep.txt"])
def test_without_the_conversations_token_there_is_only_a_kind_word(
    session: str, path: str, service: TestClient, rasa: FakeRasa
) -> None:
    holds(rasa, BREAK, **MUM)
    response = page(service, session, path)
    assert response.status_code == 404
    assert "belongs to one conversation" in response.text
    assert "dementia" not in response.text
    assert rasa.asked == []


def test_a_token_of_another_service_opens_nothing(service: TestClient, rasa: FakeRasa) -> None:
    foreign = Sessions("another secret")
    holds(rasa, BREAK, **MUM)
    assert page(service, foreign.token("x")).status_code == 404
    assert service.post("/keep", data={"key": foreign.page_key("x")}).status_code == 404


def test_a_token_in_an_address_opens_nothing(service: TestClient, rasa: FakeRasa, token: str) -> None:
    holds(rasa, BREAK, **MUM)
    assert service.get("/keep", params={"session": token}).status_code == 404
    assert service.get("/keep", headers={"Authorization": f"Bearer {token}"}).status_code == 200


def test_a_token_too_old_opens_nothing(
    service: TestClient, rasa: FakeRasa, token: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    holds(rasa, BREAK, **MUM)
    monkeypatch.setattr("waymark.web.sessions.LONGEST_S", -1)
    assert page(service, token).status_code == 404


def test_it_is_gone_when_the_conversation_is(service: TestClient, rasa: FakeRasa, token: str) -> None:
    holds(rasa, [], said=None)
    response = page(service, token)
    assert response.status_code == 410
    assert "has been deleted" in response.text


@pytest.mark.parametrize("body", [b"oh no", b"[]", b"{}", b'{"latest_message": 7, "slots": {}}'])
def test_it_says_so_when_rasa_is_away(body: bytes, service: TestClient, rasa: FakeRasa, token: str) -> None:
    rasa.health = body
    response = page(service, token)
    assert response.status_code == 503
    assert "try again" in response.text


@pytest.mark.parametrize(
    "memory",
    [
        None,
        7,
        [],
        {"seen": 7, "kept": 7, "told": 7},
        {"seen": [7, ":", "support:"], "kept": [7, {}, {"guide": "find_a_break"}]},
    ],
)
def test_an_odd_memory_is_an_empty_page(memory: Any, service: TestClient, rasa: FakeRasa, token: str) -> None:
    rasa.health = json.dumps({"latest_message": {"text": "hi"}, "slots": {"memory": memory}}).encode()
    response = page(service, token)
    assert response.status_code == 200
    assert "There is nothing here yet" in response.text


def test_looking_at_it_sends_no_message_and_keeps_the_token_out_of_the_page(
    service: TestClient, rasa: FakeRasa, token: str
) -> None:
    holds(rasa, BREAK, **MUM)
    before = len(rasa.received)
    html = page(service, token).text
    assert len(rasa.received) == before
    assert token not in html
    assert service.post("/api/messages", json={"text": "hi", "session": key_in(html)}).json()["session"] != token


def test_the_pages_own_key_opens_its_other_forms(service: TestClient, rasa: FakeRasa, token: str) -> None:
    holds(rasa, BREAK, **MUM)
    key = key_in(page(service, token).text)
    large = service.post("/keep", data={"key": key, "form": "large"})
    assert 'class="large"' in large.text
    assert 'class="large"' in service.post("/keep?form=large", data={"key": key}).text
    plain = service.post("/keep.txt", data={"key": key})
    assert plain.headers["content-type"].startswith("text/plain")
    assert service.post("/keep", data={"key": key, "form": "text"}).text == plain.text
    assert "<" not in plain.text
    assert "**" not in plain.text


def test_nothing_of_it_stays_behind(service: TestClient, rasa: FakeRasa, token: str) -> None:
    holds(rasa, BREAK, **MUM)
    for response in (page(service, token), page(service, token, "/keep.txt"), page(service, "forged")):
        assert response.headers["cache-control"] == "no-store"
        assert response.headers["referrer-policy"] == "no-referrer"
        assert "default-src 'none'" in response.headers["content-security-policy"]
        assert "unsafe" not in response.headers["content-security-policy"]
    html = page(service, token).text
    assert not re.search(r"<script(?![^>]*\bsrc=./keep)|\son\w+=|\sstyle=", html)
    assert not re.search(r"<(?:script|link|img)[^>]*(?:src|href)=.https?:", html)


def test_the_e_mail_fits_what_programmes_take(
    service: TestClient, rasa: FakeRasa, token: str, knowledge: Knowledge
) -> None:
    every = [f"support:{name}" for name in list(knowledge.supports)[:30]]
    for seen in (["support:carers-uk-helpline"], BREAK, [*BREAK, *every]):
        holds(rasa, seen, memory={"told": MY_MUM}, **MUM)
        found = re.search(r'href="(mailto:[^"]+)"', page(service, token).text)
        assert found is not None
        link = found[1].replace("&amp;", "&")
        assert len(link) <= MOST_OF_MAIL
        assert "my mum" in unquote(link)
        assert re.search(r"\d{4} \d{3} \d{4}|\d{5} \d{6}", unquote(link)), "a number to ring"


def test_markup_in_what_was_told_is_shown_as_text(service: TestClient, rasa: FakeRasa, token: str) -> None:
    holds(rasa, ["topic:money"], person_home="england/<script>alert(1)</script>", carer_home=None)
    html = page(service, token).text
    assert "<script>alert" not in html
    assert "&lt;script&gt;alert" in html


def test_too_many_pages_at_once_are_refused_kindly(web_settings: Settings, rasa: FakeRasa) -> None:
    from waymark.web.app import create_app

    holds(rasa, BREAK, **MUM)
    few = Settings(**{**vars(web_settings), "messages_a_minute": 2})
    with TestClient(create_app(few)) as client:
        token = client.post("/api/messages", json={"text": "hello"}).json()["session"]
        assert [page(client, token).status_code for _ in range(3)] == [200, 200, 429]


def test_what_was_told_with_danger_is_not_read_out(service: TestClient, rasa: FakeRasa, token: str) -> None:
    """The husband who hits is not the one looked after, though the newest relationship told is his."""
    polluted = {**MUM, "relationship": "partner", "condition": "addiction", "danger": "abuse_of_carer"}
    holds(rasa, BREAK, memory={"told": MY_MUM}, **polluted)
    html = page(service, token).text
    assert "I look after my mum, who has dementia." in html
    assert "partner" not in html
    assert "drink" not in html
    holds(rasa, BREAK, **polluted)
    assert "look after my" not in page(service, token).text
