"""What a chat shows before the first message, and a place that the site takes for granted."""

from __future__ import annotations

from typing import Any, Dict, List

import pytest
from starlette.testclient import TestClient

from tests.unit.fake_rasa import FakeRasa
from waymark.dialogue.keeping.kept import told_so_far
from waymark.dialogue.words import Words
from waymark.knowledge.knowledge import Knowledge


def start(service: TestClient, place: str = "") -> Dict[str, Any]:
    response = service.get(f"/api/start?place={place}" if place else "/api/start")
    assert response.status_code == 200
    assert response.headers["cache-control"] == "public, max-age=300"
    return response.json()  # type: ignore[no-any-return]


def test_it_has_all_that_the_first_screen_shows(service: TestClient, words: Words) -> None:
    found = start(service)
    assert list(found) == ["version", "privacy", "about_url", "plain_url", "neutral_url", "welcome", "person", "danger", "place"]  # fmt: skip
    assert len(found["privacy"].split()) <= 40
    welcome = found["welcome"]["messages"][0]
    assert welcome["text"] == words.response("utter_welcome").text
    assert [button["title"] for button in welcome["buttons"]][:2] == ["A break", "Money"]
    assert found["neutral_url"].startswith("https://")
    assert found["place"] is None
    assert service.get(found["about_url"]).status_code == service.get(found["plain_url"]).status_code == 200


def test_a_button_of_the_welcome_works(service: TestClient, rasa: FakeRasa) -> None:
    button = start(service)["welcome"]["messages"][0]["buttons"][0]
    service.post("/api/messages", json={"payload": button["payload"]})
    assert rasa.said == '/ask{"topic": "breaks"}'


@pytest.mark.parametrize(
    ("place", "name", "nation", "council", "support"),
    [
        ("dundee", "Dundee", "scotland", "Dundee City Council", "dundee-carers-centre"),
        ("bcp", "Dorset", "england", "BCP Council", "bcp-carer-support"),
        ("dorset-council", "Dorset", "england", "Dorset Council", "carer-support-dorset"),
        ("dorset", "Dorset", "england", None, "carers-uk-helpline"),
        ("stockport", "Stockport", "england", "Stockport Council", "signpost-for-carers"),
        ("scotland", "Scotland", "scotland", None, "care-information-scotland"),
        ("wales", "Wales", "wales", None, "carers-uk-helpline"),
    ],
)
def test_the_person_to_ring_is_the_places_own(
    place: str, name: str, nation: str, council: str | None, support: str, service: TestClient, knowledge: Knowledge
) -> None:
    found = start(service, place)
    assert found["place"]["name"] == name
    assert found["place"]["nation"] == nation
    assert (found["place"]["council"] is None) == (council is None)
    assert found["person"]["phone"] == knowledge.supports[support].contact.phone
    assert sorted(found["person"]) == ["hours", "name", "open_now", "phone", "web"]
    assert found["person"]["open_now"] is None or found["person"]["open_now"].startswith("open")


@pytest.mark.parametrize(
    "place", ["nowhere", "uk", "england/leeds", "shared/DD2", "outside_uk", "<script>", "x" * 3000]
)
def test_a_place_that_is_not_known_is_none(place: str, service: TestClient) -> None:
    assert start(service, place) == start(service)


def numbers(danger: List[Dict[str, str]]) -> List[str]:
    return [each.get("phone") or each.get("sms") or "" for each in danger]


def test_whom_to_reach_in_danger_is_for_the_nation_and_the_council(service: TestClient) -> None:
    unknown = start(service)["danger"]
    assert numbers(unknown)[:3] == ["999", "116 123", "85258"]
    assert "111" not in numbers(unknown), "it does not serve Northern Ireland"
    assert unknown[2]["sms_body"] == "SHOUT"
    dundee = start(service, "dundee")["danger"]
    assert numbers(dundee)[:3] == ["999", "116 123", "85258"]
    assert any("First Contact" in each["text"] for each in dundee)
    assert any("Lifeline" in each["text"] for each in start(service, "northern_ireland")["danger"])
    for each in [*unknown, *dundee]:
        assert "{" not in each["text"]


def test_a_place_is_noted_before_the_first_message_and_only_then(service: TestClient, rasa: FakeRasa) -> None:
    first = service.post("/api/messages", json={"text": "I need a break", "place": "dundee"}).json()
    conversation = rasa.received[0]["sender"]
    noted = [event for event in rasa.events[conversation] if event["event"] == "slot"]
    assert {event["name"]: event["value"] for event in noted} == {
        "carer_home": "dundee/dundee-city",
        "memory": {"preset": {"carer_home": "dundee/dundee-city"}},
    }
    assert rasa.events[conversation].index(noted[0]) == 0, "before the message"
    service.post("/api/messages", json={"text": "more", "session": first["session"], "place": "camden"})
    assert [event for event in rasa.events[conversation] if event["event"] == "slot"] == noted


@pytest.mark.parametrize("place", [None, "nowhere", ""])
def test_without_a_known_place_nothing_is_noted(place: str | None, service: TestClient, rasa: FakeRasa) -> None:
    service.post("/api/messages", json={"text": "I need a break", "place": place})
    assert all(event["event"] != "slot" for events in rasa.events.values() for event in events)


def test_a_place_that_is_no_text_is_refused(service: TestClient) -> None:
    assert service.post("/api/messages", json={"text": "hello", "place": 1}).status_code == 422


def test_what_a_site_takes_for_granted_was_not_told_by_the_carer(knowledge: Knowledge) -> None:
    """'What I told you' is read out to the next person: it holds nothing that the carer never said."""
    home = "dundee/dundee-city"
    slots: Dict[str, Any] = {"carer_home": home, "relationship": "parent", "memory": {"preset": {"carer_home": home}}}
    assert "Dundee" not in told_so_far(slots, knowledge)
    person = told_so_far({**slots, "person_home": "camden/camden"}, knowledge)
    assert "Camden" in person
    assert "Dundee" not in person
    assert "I live in Camden" in told_so_far({**slots, "carer_home": "camden/camden"}, knowledge)
    assert "I live in Dundee" in told_so_far({**slots, "memory": {"preset": {}}}, knowledge), (
        "said by the carer as well"
    )
