"""How the two halves of the danger detector are put together, and that either works alone."""

from __future__ import annotations

from typing import List, Optional, Sequence

import numpy as np
import pytest

from waymark.language.encoder import load_encoder
from waymark.language.encoder.kept import encode_training_texts
from waymark.language.reading import Reading
from waymark.language.risk.detector import CERTAIN, POSSIBLE, Detector, Finding
from waymark.language.risk.examples import NONE, hands, read_examples
from waymark.language.risk.model import Options, RiskModel, Seen
from waymark.language.risk.patterns import PatternFinding
from waymark.operations.paths import DATA


class Patterns:
    """Reviewed patterns that find what they are told to."""

    def __init__(self, found: Optional[PatternFinding] = None) -> None:
        self._found = found

    def look(self, text: str) -> Optional[PatternFinding]:
        return self._found


class Model:
    """A learnt half that sees in each text what it is told to."""

    def __init__(self, *seen: Seen) -> None:
        self._seen = list(seen)

    def look(self, texts: Sequence[str], vectors: object) -> List[Seen]:
        return self._seen


class Broken:
    def look(self, texts: Sequence[str], vectors: object) -> List[Seen]:
        raise RuntimeError("the model file is broken")


def found(
    pattern: Optional[PatternFinding],
    model: object,
    *texts: str,
    text: str = "a message of quite enough words to be no fragment",
) -> Optional[Finding]:
    detector = Detector(Patterns(pattern), model)  # type: ignore[arg-type]
    every = [text, *texts]
    return detector.look(Reading(every, np.zeros((len(every), 384), dtype=np.float32)))


SUICIDE = PatternFinding("suicide", CERTAIN, "a pattern")
HARMLESS = Seen(0.02, 0.01, "suicide")
OPEN = Seen(0.99, 0.95, "harm_by_carer")
HINT = Seen(0.82, 0.20, "self_harm")


def test_a_certain_pattern_is_certain_when_the_model_sees_some_danger_too() -> None:
    assert found(SUICIDE, Model(HINT)) == Finding("suicide", CERTAIN)


def test_a_certain_pattern_alone_is_only_possible_because_words_can_mean_something_else() -> None:
    assert found(SUICIDE, Model(HARMLESS)) == Finding("suicide", POSSIBLE)


def test_danger_said_openly_is_certain_without_any_pattern() -> None:
    assert found(None, Model(OPEN)) == Finding("harm_by_carer", CERTAIN)


def test_a_hint_is_possible() -> None:
    assert found(None, Model(HINT)) == Finding("self_harm", POSSIBLE)


def test_one_dark_sentence_in_a_long_story_is_heard() -> None:
    assert found(None, Model(HARMLESS, HARMLESS, OPEN), "The ramp came.", "I can't go on living like this.") is not None


def test_a_few_words_without_context_need_more() -> None:
    assert found(None, Model(Seen(0.55, 0.2, "suicide")), text="it is all over") is None


def test_nothing_is_found_in_harmless_words() -> None:
    assert found(None, Model(HARMLESS)) is None


@pytest.mark.parametrize("model", [None, Broken()])
def test_patterns_stand_when_there_is_no_model_or_it_fails(model: object) -> None:
    assert found(SUICIDE, model) == Finding("suicide", CERTAIN)


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("he locks me in my room with no dinner again", "child_in_danger"),
        ("I'm 44 and he locks me in my room with no dinner", "abuse_of_carer"),
        ("my husband locks me in my room with no dinner", "abuse_of_carer"),
    ],
)
def test_nobody_is_taken_for_a_child_who_shows_to_be_grown_up(said: str, kind: str) -> None:
    assert found(None, Model(Seen(0.99, 0.95, "child_in_danger")), text=said) == Finding(kind, CERTAIN)


def test_who_shows_to_be_a_child_is_answered_as_one() -> None:
    abuse = Model(Seen(0.99, 0.95, "abuse_of_carer"))
    assert found(None, abuse, text="I'm 12 and he locks me in with no dinner") == Finding("child_in_danger", CERTAIN)


@pytest.fixture(scope="module")
def learnt() -> RiskModel:
    """Taught with every sixth reviewed expression: enough to tell danger from its words, quick enough for a unit test."""
    examples = read_examples(DATA / "risk")[::6]
    return RiskModel(Options(rounds=10)).fit(examples, encode_training_texts([example.text for example in examples]))


@pytest.mark.parametrize(
    ("danger", "harmless"),
    [
        ("I keep thinking about ending my life", "I keep thinking about ending my phone contract"),
        ("My husband punched me in the face again", "My husband punched a hole in the ticket for me"),
        ("I slapped my mother because she would not stop shouting", "I slapped some paint on the fence this morning"),
        ("He has chest pain and his arm has gone numb", "He has a pain in the neck of a landlord"),
        (
            "My dad with dementia has wandered off and we cannot find him",
            "My dad with dementia finds crosswords hard now",
        ),
    ],
)
def test_danger_weighs_more_than_the_same_words_without_it(learnt: RiskModel, danger: str, harmless: str) -> None:
    texts = [danger, harmless]
    seen = learnt.look(texts, load_encoder().encode(texts))
    assert seen[0].danger > seen[1].danger


def test_several_hands_wrote_and_each_wrote_danger_and_harmless_twins() -> None:
    examples = read_examples(DATA / "risk")
    writers = hands(examples)
    assert len(writers) >= 4
    for writer in writers:
        levels = {example.level for example in examples if example.hand == writer}
        assert {NONE, "explicit", "quiet"} <= levels, writer
