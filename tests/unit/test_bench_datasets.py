"""Public sets: the draw anyone can repeat, and the figures beside the published ones."""

from __future__ import annotations

import random
from pathlib import Path
from types import SimpleNamespace
from typing import Any, List, Sequence

import pytest

from bench import datasets, datasets_write_up
from bench.arguments import command
from bench.datasets import OURS, Result
from bench.public_sets import read
from bench.rasa_training import Trained
from bench.side_by_side.default_rasa import Effort


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    rows = ["text,intent,split"]
    for number in range(6):
        rows += [f"pay bill {number},pay,train", f"lost card {number},lost,train"]
    rows += ["odd,oos,train", "odd one,oos,test", "pay it,pay,test", "my card is lost,lost,test", "extra,pay,val"]
    (tmp_path / "banking77.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    return tmp_path


def test_a_set_is_read_without_what_is_outside_of_it(folder: Path) -> None:
    (one,) = read(folder)
    assert one.name == "BANKING77"
    assert len(one.train[0]) == 12
    assert one.test == (["pay it", "my card is lost"], ["pay", "lost"])


def test_the_draw_is_the_one_of_the_protocol(folder: Path) -> None:
    (one,) = read(folder)
    texts, intents = one.few(3, 1)
    expected = random.Random(1).sample([f"pay bill {number}" for number in range(6)], 3)
    assert [text for text, intent in zip(texts, intents) if intent == "pay"] == expected
    assert intents.count("lost") == 3
    assert one.few(3, 1) != one.few(3, 2)
    assert len(one.few(50, 0)[0]) == 12


def test_a_folder_without_sets_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"banking77\.csv"):
        read(tmp_path)


class Encoder:
    def encode(self, texts: Sequence[str]) -> List[str]:
        return list(texts)


class Model:
    """Takes every sentence for the first intent it has learnt."""

    def fit(self, texts: Sequence[str], intents: Sequence[str], vectors: Any) -> Model:
        self._first = intents[0]
        return self

    def ranking(self, reading: Any) -> List[tuple[str, float]]:
        return [(self._first, 0.9)]


def test_every_set_is_measured_and_what_fails_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> Trained:
        raise RuntimeError("rasa train nlu failed:\nno room")

    monkeypatch.setattr(datasets, "load_encoder", lambda *_: Encoder())
    monkeypatch.setattr(datasets, "read", lambda text, _: SimpleNamespace(text=text))
    monkeypatch.setattr(datasets, "IntentModel", Model)
    monkeypatch.setattr(datasets, "train", fail)
    monkeypatch.setattr(datasets, "write", lambda *_: None)
    noted: List[int] = []
    results = datasets.measure(
        read(folder), [2, 4], [0, 1], ["BANKING77"], Effort(), lambda so_far: noted.append(len(so_far)), lambda _: None
    )
    assert noted == [1, 2, 3]
    assert [result.shares for result in results] == [[0.5, 0.5], [0.5, 0.5], []]
    rows = datasets_write_up.table(results)
    assert any("not measured: no room" in row for row in rows)


def test_the_gap_to_a_published_figure_is_told(tmp_path: Path) -> None:
    results = [
        Result("HWU64", 10, OURS, 1000, [0.82, 0.84], [3.0]),
        Result("CLINC150", 10, OURS, 1000, [0.95], [3.0]),
        Result("HWU64", 20, OURS, 1000, [0.9], [3.0]),
    ]
    text = datasets_write_up.write(results, "make it", tmp_path).read_text(encoding="utf-8")
    assert "HWU64: 2.8 points below the published figure" in text
    assert "CLINC150: 1.7 points above the published figure" in text
    assert "| HWU64 | 10 | Waymark's classifier | 0.830 (0.820 to 0.840) | 0.858 | 3 s |" in text
    assert text.count("points") == 2


@pytest.mark.parametrize(
    ("variable", "rest", "shown"),
    [
        ("BENCH", ["--data", "/home/me/eval"], "make it DATA=DIR"),
        ("BENCH", ["--data", "/home/me/eval", "--without-diet", "--sample", "5"], 'make it DATA=DIR BENCH="--without-diet --sample 5"'),
        ("", ["--data=/home/me/eval", "--diet", "HWU64"], "make it --data DIR --diet HWU64"),
    ],
)  # fmt: skip
def test_a_command_is_shown_without_the_folders_of_who_ran_it(variable: str, rest: List[str], shown: str) -> None:
    assert command("make it", variable, SimpleNamespace(data=Path("/home/me/eval")), rest) == shown
