"""What the assistant is for: a tired carer writes, and gets a kind, correct answer for where they are."""

from __future__ import annotations

from tests.support.servers import Talk


def test_lochee_and_worn_out_gets_dundees_help_first(carer: Talk) -> None:
    carer.says("my mum has dementia and i am worn out, i live in lochee")
    assert carer.status == "answered"
    assert (carer.place, carer.nation) == ("dundee", "scotland")
    assert "dundee" in carer.cards[0]["areas"]
    assert any("dundee" not in card["areas"] for card in carer.cards), "national help follows the local"
    assert "**Next step:**" in carer.text
    assert "a carer's assessment" not in carer.text
    for card in carer.cards:
        assert card["checked_on"] == "2026-11-21"
        assert card["why"]
        assert card["phone"] or card["web"]


def test_being_heard_comes_before_being_told(carer: Talk) -> None:
    carer.says("I'm exhausted, I never get a minute off from looking after my husband")
    assert carer.first.startswith("That is a lot to carry")


def test_the_answer_never_waits_for_the_place(carer: Talk) -> None:
    carer.says("can u get carers allowance if ur on a pension")
    assert carer.status == "answered"
    assert carer.topic == "money"
    assert "£86.45" in carer.text
    assert "6 April 2026" in carer.text
    assert "Where do you live?" in carer.text
    assert "Skip" in carer.titles
    assert all("uk" in card["areas"] for card in carer.cards), "nation unknown: only what serves the whole UK"
    carer.says("bramhall")
    assert (carer.status, carer.topic, carer.place) == ("answered", "money", "stockport")
    assert "stockport" in carer.cards[0]["areas"]
    assert "Where do" not in carer.text, "asked once only"


def test_the_condition_chooses_the_helpline(carer: Talk) -> None:
    carer.says("My dad was diagnosed with Parkinson's and I want to understand it, we live in Poole")
    assert carer.topic == "condition_support"
    assert any("Parkinson" in card["name"] for card in carer.cards)


def test_it_remembers_the_condition_and_the_place(carer: Talk) -> None:
    carer.says("my wife has alzheimers, we live in Camden Town")
    carer.says("I need a break")
    assert (carer.topic, carer.place) == ("breaks", "camden")
    assert "camden" in carer.cards[0]["areas"]


def test_a_young_carer_gets_young_carers_help(carer: Talk) -> None:
    carer.says("i'm 13 and i look after my mum cos she has ms and i miss school sometimes is that normal")
    assert carer.topic == "young_carers"
    assert "Childline" in carer.text or any("Childline" in card["name"] for card in carer.cards)


def test_a_child_is_never_sent_to_adults_services(carer: Talk) -> None:
    carer.says("I am 13 and I live in Camden and look after my mum")
    for words in ("what if something happens to me", "i need a break", "what about money"):
        carer.says(words)
        assert carer.topic == "young_carers", words
        assert all("power of attorney" not in card["name"].lower() for card in carer.cards)


def test_what_is_said_not_to_be_is_not_shown(carer: Talk) -> None:
    carer.says("not dementia, its parkinsons, I need information about it")
    assert all("ementia" not in card["name"] for card in carer.cards)


def test_a_professional_is_told_how_to_refer(carer: Talk) -> None:
    carer.says("GP receptionist here, how do I refer a patient who cares for her husband to the carers service")
    assert carer.topic == "professionals"


def test_more_gives_the_next_three_and_then_a_person(carer: Talk) -> None:
    carer.says("I need a break from looking after my husband, we live in Dundee")
    seen = [card["id"] for card in carer.cards]
    for _ in range(12):
        carer.says("show me more")
        fresh = [card["id"] for card in carer.cards]
        assert not set(fresh) & set(seen)
        seen += fresh
        if not fresh:
            break
    assert not carer.cards, "it comes to an end"
    assert "Talk to a person" in carer.titles


def test_say_it_again(carer: Talk) -> None:
    carer.says("how do I get a carers assessment in Stockport")
    before = carer.text
    carer.says("can you say that again please")
    assert carer.topic == "carer_assessment"
    assert before.split("\n\n")[0] in carer.text


def test_start_again_forgets(carer: Talk) -> None:
    carer.says("I need a break, I live in Lochee")
    carer.says("start again please")
    assert carer.place is None
    carer.says("I need a break")
    assert carer.place is None


def test_two_carers_at_once_are_kept_apart(carer: Talk, another) -> None:  # type: ignore[no-untyped-def]
    second = another()
    carer.says("I live in Lochee and need a break")
    second.says("I live in Cheadle and need a break")
    carer.says("what about money")
    second.says("what about money")
    assert (carer.place, second.place) == ("dundee", "stockport")
