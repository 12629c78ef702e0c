"""The chat on other sites: who may, what browsers are told, and that a conversation stays with the site it began on."""

from __future__ import annotations

import gzip
import json
from typing import Any, Dict, Iterator

import pytest
from starlette.testclient import TestClient

from tests.unit.fake_rasa import FakeRasa
from waymark.operations.settings import Settings
from waymark.web.app import create_app
from waymark.web.origins import OWN, site_of

HOST, STRANGER = "https://carers.example", "https://stranger.example"
ADDRESSES = ["/api/start", "/api/messages", "/api/clear", "/api/wrong"]


@pytest.fixture(scope="module")
def embedded(web_settings: Settings) -> Iterator[TestClient]:
    """The service with one site on its list."""
    settings = Settings(**{**vars(web_settings), "origins": f"{HOST}, https://second.example"})
    with TestClient(create_app(settings), raise_server_exceptions=False) as client:
        yield client


def says(client: TestClient, text: str, session: str | None = None, **headers: str) -> Any:
    return client.post("/api/messages", json={"text": text, "session": session}, headers=headers)


def test_a_browser_is_told_before_it_asks(embedded: TestClient) -> None:
    for address in ADDRESSES:
        asked = {"Origin": HOST, "Access-Control-Request-Method": "POST"}
        response = embedded.options(address, headers=asked)
        assert response.status_code == 204
        assert response.headers["access-control-allow-origin"] == HOST
        assert "POST" in response.headers["access-control-allow-methods"]
        assert response.headers["access-control-allow-headers"].lower() == "content-type"


def test_answers_and_problems_can_be_read_by_a_site_on_the_list_alone(embedded: TestClient, rasa: FakeRasa) -> None:
    for response in (
        says(embedded, "hello", Origin=HOST),
        says(embedded, "", Origin=HOST),
        embedded.get("/api/start", headers={"Origin": HOST}),
        embedded.get("/api/nothing", headers={"Origin": HOST}),
    ):
        assert response.headers["access-control-allow-origin"] == HOST
        assert "Origin" in response.headers["vary"], "or a cache gives one site's answer to another"
        assert "access-control-allow-credentials" not in response.headers
        assert "set-cookie" not in response.headers


@pytest.mark.parametrize(
    "site", [STRANGER, "null", "https://carers.example.evil.example", "http://carers.example", "x"]
)
def test_a_site_that_is_not_on_the_list_is_refused(site: str, embedded: TestClient, rasa: FakeRasa) -> None:
    for response in (says(embedded, "hello", Origin=site), embedded.options("/api/messages", headers={"Origin": site})):
        assert response.status_code == 403
        assert "access-control-allow-origin" not in response.headers
        assert response.json()["title"] == "Site not allowed"
    assert rasa.received == []


def test_a_conversation_stays_with_the_site_it_began_on(embedded: TestClient, rasa: FakeRasa) -> None:
    theirs = says(embedded, "hello", Origin=HOST).json()["session"]
    ours = says(embedded, "hello").json()["session"]
    assert says(embedded, "and more", theirs, Origin=HOST).status_code == 200
    assert says(embedded, "and more", ours).status_code == 200
    rasa.received.clear()
    for token, headers in ((theirs, {}), (ours, {"Origin": HOST}), (theirs, {"Origin": "https://second.example"})):
        response = says(embedded, "and more", token, **headers)
        assert (response.status_code, response.json()["title"]) == (403, "Wrong site")
    assert rasa.received == []


def test_the_token_of_a_later_answer_is_bound_too(embedded: TestClient, rasa: FakeRasa) -> None:
    first = says(embedded, "hello", Origin=HOST).json()["session"]
    later = says(embedded, "more", first, Origin=HOST).json()["session"]
    assert says(embedded, "more", later).status_code == 403
    assert rasa.received[0]["sender"] == rasa.received[1]["sender"]


@pytest.mark.parametrize(
    ("headers", "site"),
    [
        ({}, OWN),
        ({"origin": "https://chat.example", "host": "chat.example"}, OWN),
        ({"origin": "http://127.0.0.1:5005", "host": "127.0.0.1:5005"}, OWN),
        ({"origin": "https://chat.example", "host": "127.0.0.1:5005", "sec-fetch-site": "same-origin"}, OWN),
        ({"origin": "https://chat.example", "host": "127.0.0.1:5005", "sec-fetch-site": "cross-site"}, "https://chat.example"),
        ({"origin": "https://chat.example:8443", "host": "chat.example"}, "https://chat.example:8443"),
        ({"origin": "HTTPS://Carers.Example", "host": "chat.example"}, HOST),
        ({"origin": "null", "host": "chat.example"}, "null"),
        ({"origin": "https://[bad", "host": "chat.example"}, "https://[bad"),
    ],
)  # fmt: skip
def test_our_own_pages_are_known(headers: Dict[str, str], site: str) -> None:
    assert site_of(headers) == site


def test_our_own_page_needs_no_list(service: TestClient) -> None:
    assert says(service, "hello", Origin="http://testserver").status_code == 200


@pytest.mark.parametrize("address", ["/widget.js", "/widget.css", "/labels/en.json"])
def test_the_widgets_files_may_be_used_by_every_site(address: str, service: TestClient) -> None:
    headers = service.get(address, headers={"Origin": STRANGER}).headers
    assert headers["cross-origin-resource-policy"] == "cross-origin"
    assert headers["access-control-allow-origin"] == "*"


@pytest.mark.parametrize(
    "address", ["/", "/plain", "/about", "/keep", "/api/start", "/nothing", "/plain.css", "/keep.js"]
)
def test_nothing_else_may(address: str, service: TestClient) -> None:
    headers = service.get(address).headers
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert "access-control-allow-origin" not in headers


def test_the_page_to_keep_opens_from_the_site_that_has_the_token(embedded: TestClient, rasa: FakeRasa) -> None:
    token = says(embedded, "hello", Origin=HOST).json()["session"]
    rasa.health = b'{"latest_message": {"text": "hello"}, "slots": {}}'
    for origin, status in ((HOST, 200), ("null", 200), ("http://testserver", 200), (STRANGER, 404)):
        response = embedded.post("/keep", data={"session": token}, headers={"Origin": origin})
        assert response.status_code == status, origin
        assert "access-control-allow-origin" not in response.headers


def test_a_file_is_packed_and_fetched_again_only_when_it_has_changed(service: TestClient) -> None:
    first = service.get("/widget.js", headers={"Accept-Encoding": "gzip"})
    assert first.headers["content-encoding"] == "gzip"
    assert int(first.headers["content-length"]) < len(first.content) / 2
    again = service.get("/widget.js", headers={"Accept-Encoding": "gzip", "If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    unpacked = service.get("/widget.js", headers={"Accept-Encoding": "identity"})
    assert "content-encoding" not in unpacked.headers
    assert unpacked.content == first.content
    assert unpacked.headers["etag"] != first.headers["etag"]
    assert gzip.compress(first.content)


def test_a_file_is_kept_for_ever_only_under_its_own_version(service: TestClient) -> None:
    version = service.get("/api/start").json()["version"]
    for address in ("/widget.js", "/widget.css", "/labels/en.json"):
        assert "immutable" in service.get(f"{address}?v={version}").headers["cache-control"]
        assert service.get(f"{address}?v=older").headers["cache-control"] == "no-cache"
        assert service.get(address).headers["cache-control"] == "no-cache"


def test_the_script_knows_its_version(service: TestClient) -> None:
    script = service.get("/widget.js").text
    assert "__WAYMARK_VERSION__" not in script
    assert service.get("/api/start").json()["version"] in script


def test_labels_are_json_of_one_language(service: TestClient) -> None:
    response = service.get("/labels/en.json")
    assert response.headers["content-type"] == "application/json"
    assert json.loads(response.text)
    for missing in ("/labels/xx.json", "/labels/EN.json", "/labels/..%2f..%2fpage.json", "/labels/.json"):
        assert service.get(missing).status_code == 404
