"""The page, its files, the health of the service, and the headers on each answer."""

from __future__ import annotations

import logging
import re
import time

import pytest
from starlette.testclient import TestClient

from tests.unit.fake_rasa import FakeRasa
from waymark.knowledge.knowledge import Knowledge
from waymark.operations.settings import Settings
from waymark.web import health
from waymark.web.app import create_app
from waymark.web.page import Page

PATHS = ["/", "/health", "/widget.js", "/widget.css", "/nothing"]


@pytest.fixture(autouse=True)
def _always_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """A good answer is not kept here, so that each test sees its own."""
    monkeypatch.setattr(health, "KEEP_S", 0.0)


def test_health_is_ok_while_rasa_has_a_model(
    service: TestClient, rasa: FakeRasa, knowledge: Knowledge, web_settings: Settings
) -> None:
    response = service.get("/health")
    assert response.status_code == 200
    body = response.json()
    assert sorted(body) == ["knowledge_date", "knowledge_version", "model", "status"]
    assert (body["status"], body["model"]) == ("ok", "waymark-test.tar.gz")
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", body["knowledge_date"])
    assert rasa.asked == [f"/status?token={web_settings.rasa_token()}"]


@pytest.mark.parametrize(
    ("status", "body"),
    [(500, b"{}"), (401, b"{}"), (409, b"{}"), (200, b"{}"), (200, b"[]"), (200, b"oh no")],
    ids=["an error", "a wrong token", "no model loaded", "no model named", "a list", "not JSON"],
)
def test_health_says_what_is_away(status: int, body: bytes, service: TestClient, rasa: FakeRasa) -> None:
    rasa.health_status, rasa.health = status, body
    response = service.get("/health")
    assert response.status_code == 503
    assert response.json()["status"] == "rasa away"
    assert response.json()["detail"]


def test_health_says_when_the_action_server_is_away(service: TestClient, rasa: FakeRasa, actions: FakeRasa) -> None:
    actions.health_status = 500
    response = service.get("/health")
    assert (response.status_code, response.json()["status"]) == (503, "actions away")
    rasa.health_status = 500
    assert service.get("/health").json()["status"] == "rasa and actions away"


def test_asking_often_costs_the_parts_nothing(
    service: TestClient, rasa: FakeRasa, actions: FakeRasa, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(health, "KEEP_S", 2.0)
    assert [service.get("/health").status_code for _ in range(5)] == [200] * 5
    assert (len(rasa.asked), actions.asked) == (1, ["/health"])
    time.sleep(2.0)
    actions.health_status = 500
    assert service.get("/health").status_code == 503


def test_health_says_so_when_nobody_listens(web_settings: Settings) -> None:
    with TestClient(create_app(Settings(**{**vars(web_settings), "port": 1025}))) as client:
        assert client.get("/health").status_code == 503


@pytest.mark.parametrize("path", PATHS)
def test_security_headers_stand_on_each_answer(path: str, service: TestClient) -> None:
    headers = service.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"


def test_security_headers_stand_on_problems_too(service: TestClient) -> None:
    assert "content-security-policy" in service.post("/api/messages", content=b"").headers


def test_security_headers_stand_on_failures_too(service: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Page, "html", lambda self: 1 / 0)
    logging.disable(logging.ERROR)
    response = service.get("/")
    logging.disable(logging.NOTSET)
    assert response.status_code == 500
    assert "content-security-policy" in response.headers
    assert "999" in response.json()["detail"]


def test_a_turn_is_never_kept_by_a_cache(service: TestClient) -> None:
    assert service.post("/api/messages", json={"text": "hello"}).headers["cache-control"] == "no-store"


def test_the_page_holds_the_welcome_and_somebody_to_ring(service: TestClient, knowledge: Knowledge) -> None:
    response = service.get("/")
    assert response.status_code == 200
    assert response.headers["content-type"].startswith("text/html")
    assert str(knowledge.supports["carers-uk-helpline"].contact.phone) in response.text
    assert "999" in response.text
    assert not re.search(r"\{\{|\{%|\bNone\b", response.text)


def test_nothing_inline_is_run_and_nothing_comes_from_elsewhere(service: TestClient) -> None:
    page = service.get("/").text
    assert not re.search(r"<script(?![^>]*\b(?:src|type=.application/json.))", page)
    assert not re.search(r"\son\w+=", page)
    assert not re.search(r"<(?:script|link|img)[^>]*(?:src|href)=.https?:", page)


def test_files_named_with_their_version_are_kept_for_ever(service: TestClient) -> None:
    found = re.findall(r"(/widget\.(?:js|css)\?v=[0-9a-f]+)", service.get("/").text)
    assert len(found) >= 2
    for address in found:
        assert "immutable" in service.get(address).headers["cache-control"]
    assert service.get("/widget.js").headers["cache-control"] == "no-cache"


def test_only_the_sites_allowed_may_embed_it(web_settings: Settings, rasa: FakeRasa) -> None:
    allowed = Settings(**{**vars(web_settings), "origins": "https://carers.example"})
    with TestClient(create_app(allowed)) as client:
        for origin, expected in (("https://carers.example", "https://carers.example"), ("https://other.example", None)):
            response = client.post("/api/messages", json={"text": "hello"}, headers={"Origin": origin})
            assert response.headers.get("access-control-allow-origin") == expected
