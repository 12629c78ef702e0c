"""Guides that start because somebody types that they want one, in words of their own."""

from __future__ import annotations

from pathlib import Path
from typing import Dict, List, Optional, Tuple

import pytest
import yaml

from waymark.dialogue.offering import asked_for, guide_buttons
from waymark.dialogue.situation import CommonQuestion, Situation
from waymark.dialogue.wishes import asks_to_do_it_together, wish_in
from waymark.knowledge.homes import NOWHERE
from waymark.knowledge.knowledge import Knowledge
from waymark.language.encoder import load_encoder
from waymark.language.nearest_guides import NearestGuides
from waymark.operations.paths import DATA, ROOT

WISHES = ROOT / "tests" / "data" / "guide_wishes.yml"
#: Of the wishes, so many start their guide at least; all others are to be offered it.
STARTED_AT_LEAST = 0.80
OFFERED_AT_LEAST = 0.95
#: Messages of the training data which wish for a guide, though they were written for another purpose.
WISHES_IN_DATA = {
    "check whether I count as a carer",
    "am i a carer quiz",
    "am i a caregiver quiz",
    "help me get ready for mum coming home Friday",
    "Checklist for bringing someone home from hospital",
    "help me plan a few days away without mum",
    "check if I can claim Carer's Allowance and work part time",
}


@pytest.fixture(scope="module")
def nearest(knowledge: Knowledge) -> NearestGuides:
    return NearestGuides(load_encoder(), knowledge)


def wishes() -> List[Tuple[str, str]]:
    by_guide: Dict[str, List[str]] = yaml.safe_load(WISHES.read_text(encoding="utf-8"))
    return [(guide, text) for guide, texts in by_guide.items() for text in texts]


def utterances(folder: Path) -> List[Tuple[str, str]]:
    """(topic, text) of all that the topics are learnt from."""
    found = []
    for path in sorted(folder.rglob("*.yml")):
        for block in yaml.safe_load(path.read_text(encoding="utf-8")).get("nlu") or []:
            if str(block.get("intent")).startswith("topic_"):
                lines = block["examples"].splitlines()
                found += [(block["intent"].removeprefix("topic_"), line.removeprefix("- ").strip()) for line in lines]
    return list(dict.fromkeys(found))


def heard(topic: str, text: str, nearest: NearestGuides, **more: object) -> Situation:
    likeness = nearest.likeness(load_encoder().encode([text])[0], wish_in(text))
    return Situation(text, topics=(topic,), guides=likeness, **more)  # type: ignore[arg-type]


def started(topic: str, text: str, nearest: NearestGuides, knowledge: Knowledge) -> Optional[str]:
    guide = asked_for(heard(topic, text, nearest), knowledge)
    return guide.id if guide else None


def test_most_wishes_start_their_guide_and_nearly_all_others_are_offered_it(
    nearest: NearestGuides, knowledge: Knowledge
) -> None:
    live = {guide.id: guide for guide in knowledge.live_guides()}
    said = [(guide, text) for guide, text in wishes() if guide in live]
    begun, offered = 0, 0
    for guide, text in said:
        topic = live[guide].topic
        first = started(topic, text, nearest, knowledge)
        assert first in (guide, None), f"{text!r} started {first}"
        buttons = guide_buttons(heard(topic, text, nearest), topic, NOWHERE, knowledge)
        begun += first == guide
        offered += first == guide or any(f'"{guide}"' in button.payload for button in buttons)
    assert begun >= STARTED_AT_LEAST * len(said), f"{begun} of {len(said)} start"
    assert offered >= OFFERED_AT_LEAST * len(said), f"{offered} of {len(said)} start or are offered"


def test_hardly_anything_else_starts_a_guide(nearest: NearestGuides, knowledge: Knowledge) -> None:
    """Over what the topics are learnt from: everything in the form of a wish, and a fifth of the rest."""
    said = utterances(DATA / "nlu")
    tried = [
        (topic, text) for index, (topic, text) in enumerate(said) if asks_to_do_it_together(text) or index % 5 == 0
    ]
    begun = [text for topic, text in tried if started(topic, text, nearest, knowledge)]
    false = [text for text in begun if text not in WISHES_IN_DATA]
    assert len(false) <= len(tried) / 300, false


@pytest.mark.parametrize(
    ("text", "is_wish"),
    [
        ("help me plan for an emergency", True),
        ("can you check what money I can get", True),
        ("ask me how I'm coping", True),
        ("what do I ask the ward, help me make a list", True),
        ("what goes in an emergency plan", False),
        ("can you tell me what a carer is", False),
        ("who can help me with money", False),
        ("can I bring somebody with me to my assessment", False),
        ("how much is carer's allowance", False),
    ],
)
def test_a_wish_is_told_from_a_question(text: str, is_wish: bool) -> None:
    assert asks_to_do_it_together(text) is is_wish


def test_what_is_told_with_a_wish_does_not_hide_it(nearest: NearestGuides, knowledge: Knowledge) -> None:
    text = "find me a break, my husband has parkinsons and we live in Stockport"
    assert wish_in(text) == "find me a break"
    assert started("breaks", text, nearest, knowledge) == "find_a_break"
    assert wish_in("find me a break") is None


def test_a_wish_goes_before_the_answer_to_a_question_like_it(nearest: NearestGuides, knowledge: Knowledge) -> None:
    question = CommonQuestion("how-to-prepare", "carer_assessment", 0.9)
    situation = heard("carer_assessment", "help me get ready for my assessment", nearest, question=question)
    guide = asked_for(situation, knowledge)
    assert guide is not None
    assert guide.id == "prepare_assessment"


def test_the_topic_does_not_weigh_more_than_the_very_words(nearest: NearestGuides, knowledge: Knowledge) -> None:
    assert started("mental_health", "check what money I can get as a carer", nearest, knowledge) == "money_check"


def test_between_two_guides_that_are_as_near_none_starts(knowledge: Knowledge) -> None:
    situation = Situation(
        "help me with caring", topics=("identification",), guides={"am_i_a_carer": 0.70, "new_to_this": 0.69}
    )
    assert asked_for(situation, knowledge) is None


def test_somebody_worn_down_is_asked_questions_only_where_they_clearly_wish_for_them(knowledge: Knowledge) -> None:
    for likeness, starts in ((0.70, False), (0.85, True)):
        situation = Situation(
            "help me find a break, I'm done in", topics=("breaks",), guides={"find_a_break": likeness}, strained=True
        )
        assert (asked_for(situation, knowledge) is not None) is starts


def test_a_long_story_is_answered(knowledge: Knowledge) -> None:
    text = "help me plan " + "and my mum has dementia and I have no idea what happens when I am ill myself " * 2
    assert (
        asked_for(Situation(text, topics=("emergency_planning",), guides={"emergency_plan": 0.75}), knowledge) is None
    )
