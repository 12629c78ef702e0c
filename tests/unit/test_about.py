"""The page about this guide."""

from __future__ import annotations

import re
from typing import Iterator

import pytest
from starlette.testclient import TestClient

from tests.unit.fake_rasa import FakeRasa
from waymark.knowledge.knowledge import Knowledge
from waymark.knowledge.schema.about import NEEDED
from waymark.operations.settings import Settings
from waymark.web.app import create_app


@pytest.fixture
def named(web_settings: Settings, rasa: FakeRasa) -> Iterator[TestClient]:
    own = {
        "organisation": "Dundee <Carers> Centre",
        "organisation_contact": "guide@example.org",
        "keep_conversations_hours": 0.5,
    }
    with TestClient(create_app(Settings(**{**vars(web_settings), **own}))) as client:
        yield client


def test_it_tells_all_that_it_must(service: TestClient, knowledge: Knowledge) -> None:
    response = service.get("/about")
    assert response.status_code == 200
    for name in (*NEEDED, "ring", "danger"):
        assert f'<h2 id="{name}">' in response.text
    assert str(knowledge.supports["carers-uk-helpline"].contact.phone) in response.text
    assert 'href="tel:999"' in response.text
    assert "Known faults" in response.text
    assert not re.search(r"\{|\}|\bNone\b|\*\*", response.text)


def test_what_it_says_of_the_knowledge_is_counted(service: TestClient, knowledge: Knowledge) -> None:
    text = service.get("/about").text
    assert f"{len(knowledge.live_supports())} services" in text
    assert "Camden, Dorset, Dundee and Stockport" in text
    assert "21 November 2026" in text


def test_without_settings_it_is_run_by_the_site(service: TestClient) -> None:
    text = service.get("/about").text
    assert "run by the organisation whose site you are on" in text
    assert "Use the contact details on the site" in text
    assert "deleted 24 hours after" in text


def test_the_settings_name_who_runs_it(named: TestClient) -> None:
    text = named.get("/about").text
    assert "run by Dundee &lt;Carers&gt; Centre" in text
    assert 'href="mailto:guide@example.org"' in text
    assert "deleted 30 minutes after" in text


def test_it_gives_the_person_of_the_place(service: TestClient) -> None:
    assert "01382 200422" in service.get("/about?place=dundee").text


def test_it_runs_no_script(service: TestClient) -> None:
    response = service.get("/about")
    assert "script-src" not in response.headers["content-security-policy"]
    assert not re.search(r"<script|\son\w+=|style=", response.text)
