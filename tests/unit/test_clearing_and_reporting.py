"""'Clear and leave', and 'tell us that this is wrong'."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any, Dict, Iterator

import pytest
from starlette.testclient import TestClient

from tests.unit.fake_rasa import FakeRasa
from waymark.operations import reports as command
from waymark.operations.reports import Reports, table
from waymark.operations.settings import Settings
from waymark.web.app import create_app

#: As Rasa's store has it; importing that takes Rasa's five seconds.
TABLE = "CREATE TABLE conversation (sender_id TEXT PRIMARY KEY, events TEXT NOT NULL, changed_at REAL NOT NULL)"
REASONS = ["closed", "wrong_contact", "wrong_area", "unclear"]


@pytest.fixture
def settings(web_settings: Settings, tmp_path: Path) -> Settings:
    found = Settings(**{**vars(web_settings), "run_folder": tmp_path, "origins": "https://carers.example"})
    with closing(sqlite3.connect(found.tracker_db)) as database:
        database.execute(TABLE)
    return found


@pytest.fixture
def client(settings: Settings, rasa: FakeRasa) -> Iterator[TestClient]:
    with TestClient(create_app(settings), raise_server_exceptions=False) as client:
        yield client


@pytest.fixture
def session(client: TestClient) -> str:
    return str(client.post("/api/messages", json={"text": "hello"}).json()["session"])


def held(settings: Settings) -> Dict[str, str]:
    with closing(sqlite3.connect(settings.tracker_db)) as database:
        return dict(database.execute("SELECT sender_id, events FROM conversation"))


def hold(settings: Settings, *conversations: str) -> None:
    with closing(sqlite3.connect(settings.tracker_db)) as database, database:
        database.executemany("INSERT INTO conversation VALUES (?, 'a secret told', 0)", [(c,) for c in conversations])


def test_clearing_deletes_this_conversation_alone(
    client: TestClient, settings: Settings, rasa: FakeRasa, session: str
) -> None:
    hold(settings, rasa.received[0]["sender"], "another")
    assert client.post("/api/clear", json={"session": session}).status_code == 204
    assert list(held(settings)) == ["another"]


def test_nothing_of_it_can_be_read_from_the_files(
    client: TestClient, settings: Settings, rasa: FakeRasa, session: str
) -> None:
    hold(settings, rasa.received[0]["sender"])
    client.post("/api/clear", json={"session": session})
    for path in settings.run_folder.glob("conversations.db*"):
        assert b"a secret told" not in path.read_bytes()


def test_a_beacon_of_a_page_that_closes_clears_too(client: TestClient, settings: Settings, rasa: FakeRasa) -> None:
    """`navigator.sendBeacon` sends plain text, and from some pages without naming the site."""
    site = {"Origin": "https://carers.example"}
    for origin in ("https://carers.example", "null"):
        token = client.post("/api/messages", json={"text": "hello"}, headers=site).json()["session"]
        hold(settings, rasa.received[-1]["sender"])
        headers = {"Origin": origin, "Content-Type": "text/plain;charset=UTF-8"}
        response = client.post("/api/clear", content=json.dumps({"session": token}), headers=headers)
        assert response.status_code == 204
        assert held(settings) == {}


def test_another_site_cannot_clear(client: TestClient, settings: Settings, rasa: FakeRasa, session: str) -> None:
    hold(settings, rasa.received[0]["sender"])
    response = client.post("/api/clear", json={"session": session}, headers={"Origin": "https://carers.example"})
    assert response.status_code == 403
    assert len(held(settings)) == 1


@pytest.mark.parametrize("body", [{}, {"session": None}, {"session": "forged"}])
def test_whether_there_was_a_conversation_is_not_told(body: Dict[str, Any], client: TestClient) -> None:
    assert client.post("/api/clear", json=body).status_code == 204


@pytest.mark.parametrize(("content", "status"), [("", 400), ("[]", 400), ('{"session": 5}', 422)])
def test_a_body_that_cannot_be_read_is_a_problem(content: str, status: int, client: TestClient) -> None:
    for address in ("/api/clear", "/api/wrong"):
        response = client.post(address, content=content)
        assert response.status_code == status
        assert response.headers["content-type"] == "application/problem+json"


def test_a_report_is_stored_without_anything_about_the_person(
    client: TestClient, settings: Settings, rasa: FakeRasa, session: str
) -> None:
    for reason in REASONS:
        body = {"session": session, "support": "shout", "reason": reason}
        assert client.post("/api/wrong", json=body).status_code == 204
    stored = Reports(settings.reports_db).all()
    assert [report.reason for report in stored] == REASONS[::-1], "newest first"
    assert {report.support for report in stored} == {"shout"}
    file = settings.reports_db.read_bytes()
    assert rasa.received[0]["sender"].encode() not in file
    assert session.encode() not in file


def test_one_conversation_tells_the_same_once(client: TestClient, settings: Settings, session: str) -> None:
    other = client.post("/api/messages", json={"text": "hello"}).json()["session"]
    for token in (session, session, other):
        client.post("/api/wrong", json={"session": token, "support": "shout", "reason": "closed"})
    assert len(Reports(settings.reports_db).all()) == 2


@pytest.mark.parametrize(
    ("support", "reason"),
    [("nobody", "closed"), ("shout", "boring"), ("shout", None), (None, "closed"), ("<b>", "<b>")],
)
def test_only_known_supports_and_reasons_are_taken(
    support: str | None, reason: str | None, client: TestClient, settings: Settings, session: str
) -> None:
    response = client.post("/api/wrong", json={"session": session, "support": support, "reason": reason})
    assert response.status_code == 422
    assert "wrong_contact" in response.json()["detail"]
    assert Reports(settings.reports_db).all() == []


def test_without_a_conversation_nothing_is_taken(client: TestClient, settings: Settings) -> None:
    for token in (None, "forged"):
        body = {"session": token, "support": "shout", "reason": "closed"}
        assert client.post("/api/wrong", json=body).status_code == 422
    assert Reports(settings.reports_db).all() == []


def test_many_reports_at_once_are_too_many(client: TestClient, session: str) -> None:
    body = {"session": session, "support": "shout", "reason": "closed"}
    assert {client.post("/api/wrong", json=body).status_code for _ in range(20)} == {204, 429}


def test_when_it_cannot_be_noted_it_is_said(web_settings: Settings, rasa: FakeRasa, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with TestClient(create_app(Settings(**{**vars(web_settings), "reports": str(tmp_path / "folder")}))) as client:
        token = client.post("/api/messages", json={"text": "hello"}).json()["session"]
        response = client.post("/api/wrong", json={"session": token, "support": "shout", "reason": "closed"})
        assert response.status_code == 503


def test_editors_see_them_as_a_table_and_settle_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WAYMARK_REPORTS", str(tmp_path / "reports.db"))
    assert command.main([]) == 0
    assert "Nothing is reported" in capsys.readouterr().out
    store = Reports(tmp_path / "reports.db")
    for support, reason, teller in (("shout", "closed", "a"), ("shout", "closed", "b"), ("mind", "unclear", "a")):
        assert store.add(support, reason, teller, "0123456789ab")
    assert not store.add("shout", "closed", "a", "0123456789ab")
    lines = list(table(store.all()))
    assert len(lines) == 3
    assert lines[1].split()[:3] == ["shout", "closed", "2"], "the most told first"
    assert command.main(["settle", "shout"]) == 0
    assert capsys.readouterr().out == "2 settled\n"
    assert [report.support for report in store.all()] == ["mind"]
    assert len(store.all(settled=True)) == 3
    assert command.main(["remove"]) == 2
