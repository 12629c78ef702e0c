"""The contestants of the comparison: what each one's output counts as, and how Rasa's default comes to be."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any, Dict, List

import pytest

from bench.heard import DangerScores, Guess
from bench.measures import ANY
from bench.rasa_training import Trained
from bench.side_by_side import default_rasa, waymark_pipeline
from bench.side_by_side.contestant import NotThere
from bench.side_by_side.default_rasa import Effort, learn
from bench.side_by_side.full_text import FullText, pages
from bench.side_by_side.memory import Growth
from bench.side_by_side.rasa_model import titles
from bench.stopping_rasa import LastEpoch
from tests.unit.folder import Folder
from waymark.knowledge.loading import load_knowledge


def parsed(intent: str, *topics: str, ranking: Dict[str, float] | None = None, **more: Any) -> Dict[str, Any]:
    entities: List[Dict[str, Any]] = [{"entity": "topic", "value": topic} for topic in topics]
    return {
        "intent": {"name": intent, "confidence": 0.9},
        "entities": [*entities, *more.pop("entities", [])],
        "intent_ranking": [{"name": name, "confidence": chance} for name, chance in (ranking or {}).items()],
        **more,
    }


def test_a_topic_after_the_gate_is_answered_and_the_second_need_noted() -> None:
    ranking = {"topic_breaks": 0.6, "say_where": 0.3, "topic_money": 0.1}
    found = waymark_pipeline.heard(parsed("ask", "breaks", "money", ranking=ranking))
    assert (found.topic, found.noted, found.offered) == ("breaks", ("breaks", "money"), ())
    assert found.ranked == ("breaks", "money")
    assert found.guess == Guess("topic_breaks", 0.6)
    assert not found.held_back


def test_topics_of_a_clarify_are_offered_and_not_answered() -> None:
    found = waymark_pipeline.heard(parsed("clarify", "breaks", "money"))
    assert (found.topic, found.offered, found.held_back) == (None, ("breaks", "money"), True)


@pytest.mark.parametrize("intent", ["nlu_fallback", "out_of_scope_medicine", "greet"])
def test_everything_else_is_held_back(intent: str) -> None:
    found = waymark_pipeline.heard(parsed(intent, "breaks"))
    assert (found.topic, found.noted, found.held_back) == (None, (), True)


def test_certain_danger_takes_over_and_possible_danger_is_noted() -> None:
    certain = waymark_pipeline.heard(parsed("risk", risk={"kind": "suicide", "level": "certain"}))
    possible = waymark_pipeline.heard(parsed("ask", "money", risk={"kind": "suicide", "level": "possible"}))
    assert (certain.kind, certain.certain) == ("suicide", True)
    assert (possible.kind, possible.certain, possible.topic) == ("suicide", False, "money")


def test_homes_and_facts_are_told() -> None:
    entities = [
        {"entity": "home", "role": "carer", "value": "dundee"},
        {"entity": "home", "role": "carer", "value": "dorset"},
        {"entity": "condition", "value": "ms"},
        {"entity": "condition", "value": "stroke"},
    ]
    found = waymark_pipeline.heard(parsed("ask", "money", entities=entities))
    assert found.facts == {"home:carer": ("dundee", "dorset"), "condition": ("ms", "stroke")}


def test_rasas_default_answers_its_likeliest_intent() -> None:
    found = default_rasa.heard(parsed("topic_breaks", ranking={"topic_breaks": 0.7, "topic_crisis": 0.2}))
    assert (found.topic, found.held_back, found.kind) == ("breaks", False, None)
    assert found.scores == DangerScores(0.2, 0.2)


def test_rasas_default_unsure_holds_back_but_its_ranking_counts() -> None:
    ranking = {"nlu_fallback": 0.3, "topic_breaks": 0.25}
    found = default_rasa.heard(parsed("nlu_fallback", ranking=ranking))
    assert (found.topic, found.held_back, found.ranked) == (None, True, ("breaks",))
    assert found.guess == Guess("topic_breaks", 0.25)


@pytest.mark.parametrize("intent", ["topic_crisis", "topic_safeguarding"])
def test_rasas_intents_of_danger_count_as_danger_of_any_kind(intent: str) -> None:
    found = default_rasa.heard(parsed(intent, ranking={intent: 0.7}))
    assert (found.kind, found.certain) == (ANY, True)


class Training:
    """In place of Rasa's: counts, and leaves a file."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self, folder: Path, within_s: float, stop_after_s: float) -> Trained:
        self.times += 1
        assert within_s > stop_after_s
        (folder / "model.tar.gz").write_text("a model", encoding="utf-8")
        return Trained(folder / "model.tar.gz", 12, 0.8)


def test_rasas_default_is_trained_once_for_the_same_texts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    training = Training()
    monkeypatch.setattr(default_rasa, "train", training)
    monkeypatch.setattr(default_rasa, "write", lambda *_: None)
    first = learn(["a break"], ["topic_breaks"], Effort(100, 60), tmp_path)
    again = learn(["a break"], ["topic_breaks"], Effort(100, 60), tmp_path)
    assert first == again
    assert first.model.exists()
    assert training.times == 1
    assert "12 epochs of 100, stopped by the time limit" in first.told
    learn(["a break", "money"], ["topic_breaks", "topic_money"], Effort(100, 60), tmp_path)
    assert training.times == 2
    learn(["a break"], ["topic_breaks"], Effort(12, 60), tmp_path)
    assert training.times == 3


@pytest.mark.parametrize(
    "error", [subprocess.TimeoutExpired("rasa", 7), RuntimeError("rasa train nlu failed:\nno room")]
)
def test_a_training_that_fails_is_told_and_not_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def fail(*_: object, **__: object) -> Trained:
        raise error

    monkeypatch.setattr(default_rasa, "train", fail)
    monkeypatch.setattr(default_rasa, "write", lambda *_: None)
    with pytest.raises(NotThere, match=r"within 7 s|no room"):
        learn(["a break"], ["topic_breaks"], Effort(), tmp_path)
    assert not list(tmp_path.iterdir())


def test_learning_ends_before_an_epoch_that_would_take_too_long() -> None:
    last = LastEpoch(until=100.0)
    last.begins(0.0)
    assert not last.is_over(40.0)
    last.begins(40.0)
    assert last.is_over(65.0)  # the longest took 40, and 35 are left


@pytest.fixture
def search(folder: Folder) -> FullText:
    return FullText(load_knowledge(folder.root))


def test_a_search_finds_the_topic_of_the_best_page(search: FullText) -> None:
    found = search.hear("Can someone be SITTING with him while I go out?")
    assert found.topic == "breaks"
    assert not found.held_back


@pytest.mark.parametrize("text", ['"', "AND OR NOT NEAR(", "*", "xyzzy", ""])
def test_a_search_without_a_hit_holds_back_and_signs_break_nothing(search: FullText, text: str) -> None:
    found = search.hear(text)
    assert found.held_back is (found.topic is None)


def test_pages_hold_what_carers_read_without_placeholders(folder: Folder) -> None:
    knowledge = load_knowledge(folder.root)
    found = list(pages(knowledge))
    assert {topic for topic, _ in found} <= set(knowledge.topics)
    assert not any("{" in words for _, words in found)


def test_parts_that_stand_in_a_pipeline_twice_are_told_apart() -> None:
    parts = {"run_A0": "rasa.words.Counts", "run_B1": "rasa.words.Counts", "run_C2": "waymark.Gate"}
    assert titles(parts) == {"run_A0": "Counts 1", "run_B1": "Counts 2", "run_C2": "Gate"}


def test_growth_is_counted_for_what_came_last(monkeypatch: pytest.MonkeyPatch) -> None:
    sizes = iter([10.0, 15.0, 22.0])
    monkeypatch.setattr("bench.side_by_side.memory.resident", lambda: next(sizes))
    growth = Growth()
    for part in ("Python", "model", "Python"):
        growth.since(part)
    assert growth.rows == {"Python": 17.0, "model": 5.0}
