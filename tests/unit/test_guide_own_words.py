"""A guide's questions answered in the carer's own words, plain information without a state, and lines that hang on no answer."""

from __future__ import annotations

import datetime
from typing import List

import pytest

from tests.unit.folder import Folder
from tests.unit.talking import Talking
from waymark.dialogue.answering import Known
from waymark.dialogue.keeping.kept import kept
from waymark.dialogue.situation import CommonQuestion, Danger
from waymark.dialogue.words import Words
from waymark.knowledge.guides.answers import MOST_WORDS, NOT_SURE, own_words
from waymark.knowledge.knowledge import Knowledge
from waymark.web.keep_page import KeepPage
from waymark.web.keep_text import as_text

PLAN, GUIDE = "emergency_plan", "guides/first_steps.yml"
TYPED = "He loves the radio. What calms him is tea."


@pytest.fixture(scope="module")
def known(knowledge: Knowledge, words: Words) -> Known:
    return Known(knowledge, words)


@pytest.fixture
def carer(known: Known) -> Talking:
    """At the last question of the emergency plan, which asks for own words."""
    carer = Talking(known).lives("wales").starts(PLAN)
    for answer in ("my sister", "never", "yes", "yes", "yes", "yes", "no"):
        carer.types(answer)
    assert carer.asks == "know"
    return carer


def points(carer: Talking) -> List[str]:
    assert carer.reply.result is not None
    return [point["text"] for point in carer.reply.result["points"]]


def test_it_says_how_and_what_to_leave_out(carer: Talking) -> None:
    assert carer.titles == ["Leave it out", "Go back", "Stop the questions"]
    assert "don't type names, addresses or phone numbers" in carer.text
    assert carer.reply.said[0].question is not None
    assert carer.reply.said[0].question["kind"] == "words"


def test_what_is_typed_stands_in_the_result_as_it_is(carer: Talking) -> None:
    carer.types(TYPED, intent="ask", topics=("mental_health",), confidence=0.9)
    assert carer.status == "guide_result"
    assert f"**Good to know:** {TYPED}" in points(carer)


@pytest.mark.parametrize("typed", ["leave it out", "no", "nothing else", "skip this one", "dunno"])
def test_it_is_never_needed(carer: Talking, typed: str) -> None:
    carer.types(typed)
    assert carer.answers["know"] == NOT_SURE
    assert "**Good to know:** ____________________" in points(carer), "a line to fill in by hand"


def test_the_button_leaves_it_out_too(carer: Talking) -> None:
    assert carer.presses("Leave it out").status == "guide_result"


@pytest.mark.parametrize(
    "typed",
    [
        "actually change nothing about his tea",
        "no sugar in his tea, never",
        "he is 84 and up 3 hours a night",
        "Leeds is where he grew up",
    ],
)
def test_nothing_in_it_is_read_as_anything_else(carer: Talking, typed: str) -> None:
    before = {name: answer for name, answer in carer.answers.items() if name != "know"}
    carer.types(typed, intent="say_where" if "Leeds" in typed else "nlu_fallback")
    assert carer.answers == {**before, "know": typed}


def test_a_common_question_in_it_is_answered_and_the_guide_waits(carer: Talking) -> None:
    question = CommonQuestion("how-much-is-carers-allowance", "money", 0.95)
    carer.types("how much is carer's allowance?", intent="ask", topics=("money",), confidence=0.9, question=question)
    assert carer.titles[0].startswith("Carry on with")
    assert "know" not in carer.answers


def test_danger_in_it_is_danger(carer: Talking) -> None:
    carer.types("I could kill him some days", danger=Danger("harm_by_carer", "possible"))
    assert "know" not in carer.answers
    assert carer.titles[0].startswith("Carry on with")


def test_our_own_words_typed_instead_of_pressed_are_no_sign_of_danger(carer: Talking) -> None:
    carer.types("Leave it out", danger=Danger("self_harm", "possible"))
    assert carer.status == "guide_result"


def test_what_is_certain_stays_danger_whatever_the_words(carer: Talking) -> None:
    carer.types("Leave it out", danger=Danger("self_harm", "certain"))
    assert "know" not in carer.answers


def test_going_back_asks_again(carer: Talking) -> None:
    carer.types("go back")
    assert carer.asks == "lost"


def test_why_is_explained(carer: Talking) -> None:
    assert carer.types("why").asks == "know"


@pytest.mark.parametrize(
    ("typed", "is_kept"),
    [
        ("Tea {figure:carers_allowance_weekly} at four", "Tea figure:carers_allowance_weekly at four"),
        ("**Loud**\n\n- and   clear", "Loud - and clear"),
        ("sign here ________", "sign here"),
    ],
)
def test_marks_of_ours_are_no_marks_in_it(typed: str, is_kept: str) -> None:
    assert own_words(typed) == is_kept


def test_a_long_story_is_cut_at_a_word() -> None:
    told = own_words("word " * 500)
    assert MOST_WORDS - 5 <= len(told) <= MOST_WORDS
    assert told.endswith("word")


def test_the_kept_page_holds_it_escaped_and_only_there(carer: Talking, known: Known) -> None:
    typed = "<b>Never</b> rush him & smile"
    carer.types(typed)
    found = kept({**carer.slots, "memory": carer.memory}, known.knowledge, known.words)
    page = KeepPage("1").html(found, known.knowledge, "key", False, False)
    assert "&lt;b&gt;Never&lt;/b&gt; rush him &amp; smile" in page
    assert typed in as_text(found, known.knowledge, datetime.date(2026, 11, 27))
    assert typed not in found.told, "not read out to the next person unasked"


def test_the_page_has_its_own_heading_and_the_line_that_hangs_on_no_answer(carer: Talking, known: Known) -> None:
    carer.presses("Leave it out")
    assert "**Your page for emergencies:**" in carer.text
    assert any(point.startswith("**If nobody can come,**") for point in points(carer))
    found = kept({**carer.slots, "memory": carer.memory}, known.knowledge, known.words)
    assert "Your page for emergencies" in KeepPage("1").html(found, known.knowledge, "key", False, False)


def test_what_is_only_told_has_no_state(known: Known) -> None:
    carer = Talking(known, relationship="partner").lives("england").starts("prepare_assessment")
    while carer.status != "guide_result":
        carer.sends(next(button.payload for button in carer.buttons if '"not_sure"' in button.payload))
    assert "**What must happen next.** The council must decide" in carer.text
    assert "good to know" not in carer.text.lower()
    found = kept({**carer.slots, "memory": carer.memory}, known.knowledge, known.words)
    assert "- What must happen next. The council" in as_text(found, known.knowledge, datetime.date(2026, 11, 27))


# ---- the check

WORDS = "  - id: day\n    kind: words\n    ask: What is a bad day like?\n    point: 'A bad day: {answer:day}'\n"


def broken(folder: Folder, old: str, new: str) -> str:
    folder.change(GUIDE, old, new)
    return "\n".join(folder.problems())


def test_a_sound_question_in_own_words_passes(folder: Folder) -> None:
    assert broken(folder, "figures:\n", WORDS + "figures:\n") == ""


@pytest.mark.parametrize(
    ("given", "what"),
    [
        (WORDS.replace("    point: 'A bad day: {answer:day}'\n", ""), "says what becomes of the words"),
        (WORDS + "    cues: [bad day]\n", "only taken when it is their turn"),
        (WORDS + "    options: [{id: a, label: A}, {id: b, label: B}]\n", "has no options"),
        (
            WORDS
            + "  - id: more\n    kind: words\n    ask: More?\n    point: '{answer:more}'\n    ask_if: [{question: day, answered: true}]\n",
            "nothing can depend on it",
        ),
    ],
)
def test_a_wrong_one_is_told(folder: Folder, given: str, what: str) -> None:
    assert what in broken(folder, "figures:\n", given + "figures:\n")


def test_told_goes_with_no_other_state(folder: Folder) -> None:
    assert "'told' goes with no other state" in broken(folder, "state: need_to_ask", "state: told")


def test_a_bare_on_is_read_as_on(folder: Folder) -> None:
    """YAML reads the bare word `on` as true."""
    told = broken(
        folder,
        "at_most: {figure: limit}",
        "at_most: {figure: limit, on: {question: hours}}",
    )
    assert "must be a number, a day, today" not in told
