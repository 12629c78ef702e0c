"""The comparison on a handful of sentences: everybody is heard, mistakes are told, and the document is written."""

from __future__ import annotations

from pathlib import Path
from typing import Dict, List, Optional

import pytest

from bench import document
from bench.heard import DangerScores, Guess, Heard
from bench.labelled import Labelled, Sentence
from bench.side_by_side import confusion, run, sections, write_up
from bench.side_by_side.calibration import bins, expected_error, judged
from bench.side_by_side.comparison import Entry, hear, never_learnt
from bench.side_by_side.contestant import NotThere
from bench.side_by_side.curves import any_danger, curve, open_danger

LABELLED = Labelled(
    topics=[
        Sentence("a break please", "breaks", frozenset({"breaks"}), group="search"),
        Sentence("money for a break", "money", frozenset({"money", "breaks"}), group="search"),
        Sentence("money for work", "work", frozenset({"work"}), group="question"),
    ],
    crisis=[
        Sentence("i want to die", kind="suicide", explicit=True, group="plain"),
        Sentence("it is all dark", kind="suicide"),
    ],
    not_crisis=[Sentence("dying to meet you", group="figure of speech"), Sentence("a quiet day", group="praise")],
    out_of_scope=[Sentence("the weather"), Sentence("money exchange rates")],
)


class Words:
    """Takes the first word it knows for the topic, and 'die' or 'dying' for danger; stumbles over 'quiet'."""

    name = "Words"
    about = "Knows four words."

    def __init__(self, memory: Optional[str] = None) -> None:
        self._times: List[float] = []
        self._memory = memory

    def hear(self, text: str) -> Heard:
        if "quiet" in text:
            raise RuntimeError("stumbled")
        self._times.append(2.0)
        known = [word for word in text.split() if word in ("break", "money")]
        topic = {"break": "breaks", "money": "money"}[known[0]] if known else None
        danger = next((score for word, score in (("die", 0.9), ("dying", 0.7)) if word in text), 0.1)
        guess = Guess(f"topic_{topic}", 0.8) if topic else Guess("out_of_scope", 0.6)
        return Heard(
            topic=topic,
            ranked=(topic,) if topic else (),
            held_back=topic is None,
            kind="suicide" if danger > 0.5 else None,
            certain=danger > 0.8,
            guess=guess,
            scores=DangerScores(danger, danger / 2),
            milliseconds=2.0,
        )

    def times(self) -> Dict[str, List[float]]:
        return {"words": self._times}

    def memory_of(self) -> Optional[str]:
        return self._memory


@pytest.fixture(scope="module")
def entry() -> Entry:
    return hear(Words(), {"own": LABELLED})


def cell(rows: List[List[str]], line: str, column: int = 1) -> str:
    return next(row[column] for row in rows if row[0] == line)


def test_shares_come_with_numbers_and_interval(entry: Entry) -> None:
    rows = sections.shares([entry], "own")
    assert cell(rows, "Topic right") == "0.667 (2 of 3; 0.21 to 0.94)"
    assert cell(rows, "Out of scope, not answered").startswith("0.500 (1 of 2")
    assert cell(rows, "Danger caught").startswith("0.500 (1 of 2")
    assert cell(rows, "Harmless, any alarm").startswith("0.500 (1 of 2")


def test_a_sentence_a_contestant_stumbles_over_is_a_turn_that_failed(entry: Entry) -> None:
    assert cell(sections.shares([entry], "own"), "Turns that failed").startswith("0.111 (1 of 9")


def test_times_are_those_of_the_labelled_sentences_alone(entry: Entry) -> None:
    assert [(part.name, part.p50_ms) for part in entry.parts] == [("words", 2.0)]
    assert entry.message is not None
    assert entry.message.p95_ms == 2.0


def test_memory_is_asked_of_a_fresh_process(monkeypatch: pytest.MonkeyPatch) -> None:
    grown = {"a model": [("Python alone", 10.0), ("words", 3.5)]}
    monkeypatch.setattr("bench.side_by_side.memory.measured", grown.__getitem__)
    parts = hear(Words("a model"), {"own": LABELLED}).parts
    assert [(part.name, part.megabytes, part.p50_ms) for part in parts] == [
        ("Python alone", 10.0, None),
        ("words", 3.5, 2.0),
    ]


def test_mistakes_are_told_by_topic(entry: Entry) -> None:
    heard = entry.heard["own"]
    assert confusion.matrix(heard)["work", "money"] == 1
    assert confusion.matrix(heard)["money", "money"] == 1  # 'breaks' would have been right too
    assert confusion.frequent(heard, 5) == [("out of scope", "money", 1), ("work", "money", 1)]
    assert confusion.worst(heard, 1)[0].topic == "work"


def test_confidence_is_compared_with_being_right(entry: Entry) -> None:
    sure = judged(entry.heard["own"])
    assert sorted(sure) == [(0.6, True), (0.8, False), (0.8, False), (0.8, True), (0.8, True)]
    assert expected_error(sure) == pytest.approx((4 * 0.3 + 1 * 0.4) / 5)


def test_well_calibrated_is_no_error() -> None:
    sure = [(0.75, True)] * 3 + [(0.75, False)] + [(1.0, True)]
    assert expected_error(sure) == pytest.approx(0.0)
    assert [one.count for one in bins(sure)] == [4, 1]


def test_a_curve_knows_scores_that_tell_danger_from_those_that_guess() -> None:
    assert curve([0.9, 0.8], [0.2, 0.1]).area == 1.0
    assert curve([0.5, 0.5], [0.5, 0.5]).area == 0.5
    half = curve([0.9, 0.4], [0.6, 0.1])
    assert half.area == pytest.approx(0.75)
    assert (half.caught_at(0.0), half.caught_at(0.5)) == (0.5, 1.0)


def test_open_danger_has_a_curve_of_its_own(entry: Entry) -> None:
    whole, openly = any_danger(entry.heard["own"]), open_danger(entry.heard["own"])
    assert whole is not None
    assert openly is not None
    assert openly.points[-1] == (1.0, 1.0)
    assert whole.area < openly.area == 1.0
    assert any_danger({}) is None


def test_sentences_learnt_from_are_left_out_whatever_their_signs() -> None:
    left = never_learnt(LABELLED, ["A break, please!", "the weather", "something else"])
    assert [said.text for said in left.topics] == ["money for a break", "money for work"]
    assert [said.text for said in left.out_of_scope] == ["money exchange rates"]


def test_the_document_holds_tables_and_pictures_and_says_who_is_missing(entry: Entry, tmp_path: Path) -> None:
    missing = Entry("Rasa's default", failed="not measured: training did not end within 5 s")
    done = write_up.Run(
        [entry, missing], {"own": LABELLED}, {"own": "our own test sets"}, {"own": 3}, "model.tar.gz", "make it"
    )
    path = write_up.write(done, tmp_path)
    text = path.read_text(encoding="utf-8")
    assert "did not end within 5 s" in text
    assert "| Topic right | 0.667" in text
    pictures = [line.split("(")[-1].rstrip(")") for line in text.splitlines() if line.startswith("![")]
    assert len(pictures) == 4
    assert all((tmp_path / picture).stat().st_size < 100_000 for picture in pictures)


def test_a_section_written_anew_leaves_the_others(tmp_path: Path) -> None:
    document.write("datasets", "old sets", tmp_path)
    document.write("side-by-side", "the comparison", tmp_path)
    path = document.write("datasets", "new sets", tmp_path)
    text = path.read_text(encoding="utf-8")
    assert text.index("the comparison") < text.index("new sets")
    assert "old sets" not in text
    assert text.startswith("# Understanding, measured")


def test_a_run_measures_who_is_there_and_names_who_is_not(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def slow() -> Entry:
        raise NotThere("no time")

    def broken() -> Entry:
        raise RuntimeError("the port is taken")

    def contestants(wanted: run.Wanted, examples: object, sets: Dict[str, Labelled], say: object) -> object:
        yield from [("Words", lambda: hear(Words(), sets)), ("Slow", slow), ("Broken", broken)]

    monkeypatch.setattr(run, "_contestants", contestants)
    monkeypatch.setattr(run, "read_examples", lambda: (["a break please"], ["topic_breaks"]))
    (tmp_path / "own").mkdir()
    rows = "".join(f'{{"text": "{said.text}", "topic": "{said.topic}"}}\n' for said in LABELLED.topics)
    (tmp_path / "own" / "topics.jsonl").write_text(rows, encoding="utf-8")
    wanted = run.Wanted(Path("m.tar.gz"), "make it", own=tmp_path / "own", sample=1, served=False, folder=tmp_path)
    said: List[str] = []
    done = run.compare(wanted, said.append)
    assert [(entry.name, entry.failed) for entry in done.entries] == [
        ("Words", ""),
        ("Slow", "not measured: no time"),
        ("Broken", "not measured: RuntimeError: the port is taken"),
    ]
    assert done.left_out == {"own": 1}
    assert len(done.sets["own"].topics) == 1
    assert "a sample, no result" in (tmp_path / document.NAME).read_text(encoding="utf-8")
