"""What a guide ends in, and what of it stays off the kept page; drawings; which guides are offered when."""

from __future__ import annotations

import dataclasses
import datetime
from pathlib import Path

import pytest

from tests.unit.folder import Folder
from tests.unit.talking import TODAY, Talking
from waymark.dialogue.answering import Known, answer
from waymark.dialogue.guides.result import Result, result_of
from waymark.dialogue.guides.running import run
from waymark.dialogue.guides.state import GuideState, read_state
from waymark.dialogue.offering import asked_for, guide_buttons
from waymark.dialogue.situation import CommonQuestion, Danger, Situation
from waymark.dialogue.words import Words
from waymark.knowledge.drawing import FOLDER, draw_all, drawing
from waymark.knowledge.homes import NOWHERE, read_home
from waymark.knowledge.knowledge import Knowledge

FILE = "guides/first_steps.yml"


def result(
    folder: Folder, answers: dict[str, object], nation: str = "wales", private: bool = True, day: datetime.date = TODAY
) -> Result:
    knowledge = folder.load()
    guide = knowledge.guides["first_steps"]
    home = read_home(nation, knowledge)
    state = GuideState(guide.id, answers)  # type: ignore[arg-type]
    return result_of(
        run(guide, state, Situation(carer_home=home, person_home=home), knowledge, day), knowledge, private
    )


@pytest.mark.parametrize(
    ("nation", "pay", "state"),
    [
        ("wales", 408.0, "likely"),
        ("wales", 409.0, "need_to_ask"),
        ("scotland", 408.0, "likely"),
        ("northern_ireland", 410.0, "need_to_ask"),
    ],
)
def test_a_limit_is_the_figure_of_the_nation(nation: str, pay: float, state: str, folder: Folder) -> None:
    """Half the pay counts, and the limit is 204 in each nation today."""
    told = result(folder, {"hours": 40.0, "job": "yes", "pay": pay}, nation).outcomes[0]
    assert told.state.value == state
    assert told.title == ("Carer Support Payment" if nation == "scotland" else "Carer's Allowance")


def test_a_limit_is_that_of_the_day(folder: Folder) -> None:
    answers: dict[str, object] = {"hours": 40.0, "job": "yes", "pay": 400.0}
    assert result(folder, answers).outcomes[0].state.value == "likely"
    assert result(folder, answers, day=datetime.date(2025, 6, 1)).outcomes[0].state.value == "need_to_ask"


def test_the_first_rule_that_holds_tells_the_reason_with_the_figure_filled_in(folder: Folder) -> None:
    told = result(folder, {"hours": 20.0, "job": "no"}).outcomes[0]
    assert (told.state.value, told.rule, told.reason) == ("not_likely", 0, "You need 35 hours or more.")


def test_an_amount_is_shown_with_an_outcome_unless_it_is_not_likely(folder: Folder) -> None:
    folder.change(FILE, "    rules:\n", "    figure: carers_allowance_weekly\n    rules:\n")
    assert result(folder, {"hours": 40.0, "job": "no"}).outcomes[0].figure == "£86.45 a week"
    assert result(folder, {"hours": 1.0, "job": "no"}).outcomes[0].figure is None


def test_points_are_in_the_carers_voice(folder: Folder) -> None:
    folder.change(FILE, "    max: 168\n", "    max: 168\n    point: I care for about {answer:hours} hours a week.\n")
    assert [line.text for line in result(folder, {"hours": 7.5, "job": "no"}).points] == [
        "I care for about 7.5 hours a week."
    ]
    assert result(folder, {"hours": "not_sure", "job": "no"}).points == []


def test_the_first_lead_that_fits_is_said(folder: Folder) -> None:
    folder.change(
        FILE,
        "lead: This is what",
        "lead:\n  - show_if: [{question: job, equals: yes}]\n    text: You work too.\n  - text: This is what",
    )
    assert result(folder, {"hours": 40.0, "job": "yes", "pay": 1.0}).lead == "You work too."
    assert result(folder, {"hours": 40.0, "job": "no"}).lead.startswith("This is what")


@pytest.fixture
def with_private(folder: Folder) -> Folder:
    """The guide with a question about safety, and a step that depends on it."""
    folder.change(
        FILE,
        "figures:\n",
        "  - id: safe\n    kind: yes_no\n    ask: Do you feel safe at home?\n    private: true\nfigures:\n",
    )
    folder.change(
        FILE,
        "steps:\n",
        "steps:\n  - id: safety\n    private: true\n    show_if: [{question: safe, equals: no}]\n    text: Ring {phone:carers-line} when nobody listens.\n",
    )
    return folder


def test_what_is_private_is_told_in_the_chat_and_stays_off_the_kept_page(with_private: Folder) -> None:
    answers: dict[str, object] = {"hours": 40.0, "job": "no", "safe": "no"}
    told, kept = result(with_private, answers), result(with_private, answers, private=False)
    assert [step.id for step in told.steps] == ["safety", "ring"]
    assert [step.id for step in kept.steps] == ["ring"]
    assert "safe" not in {line.id for line in kept.answers}
    assert next(step for step in told.steps if step.id == "safety").private
    assert [each.state for each in told.outcomes] == [each.state for each in kept.outcomes]


def test_private_parts_are_marked_in_the_api(with_private: Folder) -> None:
    knowledge = with_private.load()
    found = result(with_private, {"hours": 40.0, "job": "no", "safe": "no"}).to_dict(knowledge)
    assert [step["private"] for step in found["steps"]] == [True, False]
    assert [line["id"] for line in found["answers"] if line["private"]] == ["safe"]


def test_a_state_survives_a_slot_and_drops_what_no_longer_fits(knowledge: Knowledge) -> None:
    guide = knowledge.guides["am_i_a_carer"]
    state = GuideState(guide.id).with_answer("job", "no").with_answer("need", ["memory"]).asking("age")
    assert read_state(state.to_dict(), guide) == state
    kept = {
        "id": guide.id,
        "answers": {"job": "perhaps", "gone": "yes", "age": 400, "need": ["memory"]},
        "order": ["job", "gone", "need"],
        "current": "gone",
    }
    found = read_state(kept, guide)
    assert found is not None
    assert (dict(found.answers), found.order, found.current) == ({"need": ["memory"]}, ("need",), None)
    for broken in (None, 7, [], {}, {"id": "another"}):
        assert read_state(broken, guide) is None


# ---- drawings


def test_every_drawing_is_up_to_date(knowledge: Knowledge) -> None:
    """`make guides` draws them anew."""
    wrong = [
        guide.id
        for guide in knowledge.guides.values()
        if not (FOLDER / f"{guide.id}.md").exists()
        or (FOLDER / f"{guide.id}.md").read_text(encoding="utf-8") != drawing(guide)
    ]
    assert wrong == []
    assert {path.stem for path in FOLDER.glob("*.md")} == set(knowledge.guides)


def test_drawing_again_changes_nothing_and_removes_what_is_gone(knowledge: Knowledge, tmp_path: Path) -> None:
    assert len(draw_all(knowledge.guides, tmp_path)) == len(knowledge.guides)
    assert draw_all(knowledge.guides, tmp_path) == []
    (tmp_path / "gone.md").write_text("old", encoding="utf-8")
    assert draw_all(knowledge.guides, tmp_path) == [tmp_path / "gone.md"]
    assert not (tmp_path / "gone.md").exists()


def test_a_drawing_shows_questions_conditions_and_states(folder: Folder) -> None:
    drawn = drawing(folder.load().guides["first_steps"])
    assert "flowchart TD" in drawn
    assert 'if_pay{"job is yes?"}' in drawn
    assert "hours is less than the figure<br>carers_allowance_hours" in drawn
    assert "<b>not_likely</b>" in drawn
    assert "`half_pay`: half of pay" in drawn


# ---- offering


@pytest.fixture(scope="module")
def known(knowledge: Knowledge, words: Words) -> Known:
    return Known(knowledge, words)


def test_an_answer_offers_the_guide_of_its_topic(known: Known) -> None:
    reply = answer(Situation(topics=("identification",)), known)
    payloads = [button.payload for message in reply.said for button in message.buttons]
    assert any(payload.startswith('/guide{"guide": ') for payload in payloads)


def test_of_several_guides_the_nearest_to_the_message_is_offered(known: Known) -> None:
    for name in ("am_i_a_carer", "new_to_this"):
        situation = Situation(guides={"am_i_a_carer": 0.3, "new_to_this": 0.3, name: 0.5})
        assert name in guide_buttons(situation, "identification", NOWHERE, known.knowledge)[0].payload


@pytest.mark.parametrize(
    ("likeness", "topic", "text", "starts"),
    [
        (0.88, "identification", "do I count as a carer", True),
        (0.88, "breaks", "do I count as a carer", False),
        (0.93, "breaks", "do I count as a carer", True),
        (0.85, "identification", "do I count as a carer", False),
        (0.90, "identification", "carer check", False),
        (0.99, "identification", "carer quiz", True),
    ],
)
def test_a_guide_starts_when_it_is_asked_for(
    likeness: float, topic: str, text: str, starts: bool, knowledge: Knowledge
) -> None:
    found = asked_for(
        Situation(text, topics=(topic,), guides={"am_i_a_carer": likeness, "new_to_this": 0.2}), knowledge
    )
    assert (found is not None) is starts


def test_somebody_worn_down_is_answered_and_not_questioned(knowledge: Knowledge) -> None:
    situation = Situation(
        "I am so tired, am I even a carer", topics=("identification",), guides={"am_i_a_carer": 0.95}, strained=True
    )
    assert asked_for(situation, knowledge) is None


def test_an_answer_nearer_to_the_message_goes_first(knowledge: Knowledge) -> None:
    situation = Situation(
        topics=("identification",), guides={"am_i_a_carer": 0.85}, question=CommonQuestion("x", "identification", 0.9)
    )
    assert asked_for(situation, knowledge) is None


def test_no_guide_starts_where_danger_may_be(knowledge: Knowledge) -> None:
    situation = Situation(
        topics=("identification",), guides={"am_i_a_carer": 0.99}, danger=Danger("suicide", "possible")
    )
    assert asked_for(situation, knowledge) is None


def test_a_draft_is_neither_offered_nor_started(knowledge: Knowledge) -> None:
    drafts = {name: guide.copy(update={"status": "draft"}) for name, guide in knowledge.guides.items()}
    without = dataclasses.replace(knowledge, guides=drafts)
    situation = Situation(topics=("identification",), guides={"am_i_a_carer": 0.99})
    assert asked_for(situation, without) is None
    assert guide_buttons(situation, "identification", NOWHERE, without) == []


def test_the_words_of_the_two_homes_are_kept_apart(known: Known) -> None:
    """Carer in England, person in Dundee: the assessment goes by the person's council."""
    carer = Talking(known).lives("england/Leeds", "dundee/dundee-city").starts("new_to_this")
    for typed in ("my mum", "yes", "yes", "yes", "no"):
        carer.types(typed)
    assert "Adult Carer Support Plan" in carer.reply.said[-1].text


TWO_HOMES = """  - id: together
    kind: yes_no
    ask: Do you live together?
  - id: their_nation
    kind: nation
    home: person
    ask: Where do they live?
    ask_if: [{question: together, equals: no}]
"""


@pytest.fixture
def two_homes(folder: Folder) -> Folder:
    """The guide asks for both homes, and a step goes by the person's."""
    folder.change(FILE, "  - id: hours\n", TWO_HOMES + "  - id: hours\n")
    step = "steps:\n  - id: assess\n    home: person\n    text:\n      uk, england, wales, northern_ireland: An assessment.\n      scotland: A plan.\n"
    folder.change(FILE, "steps:\n", step)
    return folder


@pytest.mark.parametrize(
    ("together", "theirs", "text"),
    [("yes", None, "A plan."), ("no", "wales", "An assessment."), ("no", "not_sure", "An assessment.")],
)
def test_the_carers_home_stands_in_for_the_persons_where_they_live_together(
    together: str, theirs: str | None, text: str, two_homes: Folder
) -> None:
    knowledge = two_homes.load()
    guide = knowledge.guides["first_steps"]
    answers = {
        "nation": "scotland",
        "together": together,
        "hours": 40.0,
        "job": "no",
        **({"their_nation": theirs} if theirs else {}),
    }
    running = run(guide, GuideState(guide.id, answers), Situation(), knowledge, TODAY)  # type: ignore[arg-type]
    assert running.next_question is None
    assert result_of(running, knowledge).steps[0].text == text


def test_a_bare_town_is_the_home_that_was_asked_for(two_homes: Folder, words: Words) -> None:
    """The pipeline takes a bare town for both homes."""
    carer = Talking(Known(two_homes.load(), words)).lives("scotland", None).starts("first_steps")
    carer.slots["person_home"] = None
    carer.types("no")
    assert carer.asks == "their_nation"
    carer.types("cardiff", "say_where", home="wales/Cardiff")
    assert carer.answers["their_nation"] == "wales"
    assert carer.slots["carer_home"] == "scotland", "the carer has not moved"
