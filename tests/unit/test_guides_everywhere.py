"""Every guide, in every home, with whatever answers: it ends in a result without holes, on at most eight buttons a message."""

from __future__ import annotations

import random
import re
from typing import Any, Dict, List, Optional

import pytest

from tests.unit.homes import HOMES, called
from tests.unit.replies import NUMBER
from tests.unit.talking import Talking
from waymark.dialogue.answering import Known
from waymark.dialogue.choose import serves
from waymark.dialogue.guides.asking import MOST_BUTTONS
from waymark.dialogue.words import Words
from waymark.knowledge.guides.answers import NOT_SURE
from waymark.knowledge.homes import read_home
from waymark.knowledge.knowledge import Knowledge
from waymark.knowledge.schema import Kind, Question
from waymark.operations.paths import KNOWLEDGE

#: A name that was not filled in. ("None" may be an option.)
HOLES = re.compile(r"[{}]|\bnull\b")
GUIDES = sorted(path.stem for path in (KNOWLEDGE / "guides").glob("*.yml"))
#: Ways through each guide and home; answers are drawn from a fixed seed.
WAYS = 6
#: More turns than any guide has questions.
MOST_TURNS = 80
TYPED: Dict[Kind, List[str]] = {
    Kind.number: ["0", "about 20", "36", "a hundred", "dunno"],
    Kind.money: ["nothing", "£90 a week", "1200 a month", "30k a year", "not sure"],
    Kind.age: ["12", "17", "45", "70", "rather not say"],
    Kind.date: ["last week", "since march", "3/4/1960", "two years ago", "no idea"],
}


@pytest.fixture(scope="module")
def known(knowledge: Knowledge, words: Words) -> Known:
    return Known(knowledge, words)


def answered(carer: Talking, question: Question, draw: random.Random) -> None:
    """Press or type one answer to the question asked."""
    if question.kind in TYPED and not any("/week" in button.payload for button in carer.buttons):
        carer.types(draw.choice(TYPED[question.kind]))
        return
    buttons = [button for button in carer.buttons if button.payload.startswith("/guide_answer")]
    carer.sends(draw.choice(buttons).payload)


def check_message(carer: Talking) -> None:
    for message in carer.reply.said:
        assert message.text.strip()
        assert not HOLES.search(message.text), HOLES.search(message.text)
        assert len(message.buttons) <= MOST_BUTTONS
        assert len({button.title for button in message.buttons}) == len(message.buttons)
        assert all(button.title.strip() and not HOLES.search(button.title) for button in message.buttons)
    assert carer.reply.turn.guide in GUIDES


@pytest.mark.parametrize("key", HOMES, ids=called)
@pytest.mark.parametrize("name", GUIDES)
def test_a_guide_ends_in_a_whole_result(name: str, key: Optional[str], known: Known) -> None:
    guide = known.knowledge.guides[name]
    for way in range(WAYS):
        draw = random.Random(f"{name} {key} {way}")
        carer = Talking(known).lives(key).starts(name)
        for _ in range(MOST_TURNS):
            check_message(carer)
            if carer.status == "guide_result":
                break
            question = guide.question(str(carer.asks))
            assert question is not None
            answered(carer, question, draw)
        assert carer.status == "guide_result", carer.answers
        check_result(carer, key, known)


def check_result(carer: Talking, key: Optional[str], known: Known) -> None:
    result: Dict[str, Any] = carer.reply.result or {}
    assert result["steps"]
    assert result["title"]
    assert all(line["text"].strip() for name in ("steps", "points") for line in result[name])
    assert all(told["title"] and told["reason"] for told in result["outcomes"]), "a text could not be filled"
    assert NUMBER.search(carer.reply.said[-1].text), "nobody to ring"
    shown = [card.id for message in carer.reply.said for card in message.cards]
    assert shown == [support["id"] for support in result["supports"]]
    nation = next(
        (answer for answer in carer.answers.values() if answer in ("england", "wales", "scotland", "northern_ireland")),
        None,
    )
    home = read_home(key, known.knowledge)
    homes = [home, read_home(str(nation), known.knowledge)] if nation else [home]
    assert all(any(serves(known.knowledge.supports[name], each) for each in homes) for name in shown), shown


@pytest.mark.parametrize("name", GUIDES)
def test_not_sure_of_anything_still_ends_in_a_step_and_a_person(name: str, known: Known) -> None:
    carer = Talking(known).starts(name)
    for _ in range(MOST_TURNS):
        if carer.status == "guide_result":
            break
        carer.types("not sure")
    assert carer.status == "guide_result"
    assert set(carer.answers.values()) == {NOT_SURE}
    check_result(carer, None, known)


@pytest.mark.parametrize("name", GUIDES)
def test_a_guide_is_offered_somewhere_and_by_words(name: str, known: Known) -> None:
    guide = known.knowledge.guides[name]
    assert guide.offered_on or not guide.is_live
    assert len(guide.says) >= 3
