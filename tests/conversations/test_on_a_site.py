"""What a site adds to a conversation: its place; and what the carer can do: clear, keep, go on after a part was away."""

from __future__ import annotations

import httpx

from tests.support.servers import Assistant, Talk


def begins(assistant: Assistant, place: str, **body: str) -> Talk:
    """A carer's first message on the site of a place."""
    carer = Talk(assistant.url)
    carer.reply = httpx.post(f"{assistant.url}/api/messages", json={"place": place, **body}, timeout=20).json()
    carer.session = carer.reply["session"]
    return carer


def test_the_place_of_the_site_counts_from_the_first_answer(assistant: Assistant) -> None:
    carer = begins(assistant, "dundee", text="I need a break")
    assert (carer.place, carer.nation) == ("dundee", "scotland")
    assert any("dundee" in card["areas"] for card in carer.cards)


def test_it_counts_for_a_pressed_button_too(assistant: Assistant) -> None:
    assert begins(assistant, "camden", payload='/ask{"topic": "money"}').place == "camden"


def test_it_counts_in_danger(assistant: Assistant) -> None:
    carer = begins(assistant, "dundee", text="I want to kill myself")
    assert carer.status == "crisis"
    assert "Breathing Space" in carer.text


def test_where_the_carer_says_they_live_counts_for_more(assistant: Assistant) -> None:
    carer = begins(assistant, "dundee", text="I live in Bramhall and need a break")
    assert carer.place == "stockport"
    carer = begins(assistant, "dundee", text="my mum lives in Bramhall and needs help at home")
    assert carer.place == "stockport"
    assert carer.says("can I get carers allowance").nation == "scotland"


def test_what_the_site_took_for_granted_is_not_what_the_carer_told(assistant: Assistant) -> None:
    carer = begins(assistant, "dundee", text="I need a break")
    assert "Dundee" not in carer.says("What have I told you?").text
    carer = begins(assistant, "dundee", text="I live in Dundee and I need a break")
    assert "I live in Dundee" in carer.says("What have I told you?").text


def test_clearing_forgets_what_was_told(assistant: Assistant) -> None:
    carer = Talk(assistant.url).says("I live in Lochee and need a break")
    assert httpx.post(f"{assistant.url}/api/clear", json={"session": carer.session}).status_code == 204
    assert httpx.post(f"{assistant.url}/keep", data={"session": carer.session or ""}).status_code == 410
    assert carer.says("I need a break").place is None


def test_a_message_in_another_language_is_marked_so(carer: Talk) -> None:
    carer.says("jestem opiekunem mojej mamy i potrzebuję pomocy")
    assert [message["lang"] for message in carer.reply["messages"]] == ["pl", None]


def test_the_topic_of_a_message_of_danger_is_gone_on_with(carer: Talk) -> None:
    assert carer.says("how much is carers allowance. i want to kill myself").topic == "money"
    assert carer.presses("Carry on").topic == "money"


def test_a_guide_waits_for_a_danger_told_while_rasa_was_away(assistant: Assistant) -> None:
    carer = Talk(assistant.url).says("I live in Dundee and need a break").presses("Find a break")
    asked = carer.reply["messages"][-1]["question"]["id"]
    assistant.stop("rasa")
    try:
        assert carer.says("I want to kill myself").status == "crisis"
    finally:
        assistant.start_again("rasa")
    carer.says("about 40 hours")
    assert carer.status == "guide_question"
    assert any("Carry on" in title for title in carer.titles), "it is no answer"
    carer.presses(next(title for title in carer.titles if "Carry on" in title))
    assert carer.reply["messages"][-1]["question"]["id"] == asked
