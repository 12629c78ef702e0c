"""Rasa's default pipeline, learnt from the same texts; trained once for the same data and kept under .cache/."""

from __future__ import annotations

import hashlib
import json
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Dict, List, Sequence, Tuple

from bench.heard import DangerScores, Guess, Heard
from bench.measures import ANY
from bench.rasa_training import PACKED_WITHIN_S, Pipeline, train, write
from bench.side_by_side.contestant import NotThere
from bench.side_by_side.rasa_model import Parsed, RasaModel
from bench.side_by_side.waymark_pipeline import ranked_topics
from waymark.language.topics.gate import PREFIX
from waymark.operations.paths import CACHE

KEPT = CACHE / "default-rasa"
#: Intents that stand for danger.
DANGER = frozenset({f"{PREFIX}crisis", f"{PREFIX}safeguarding"})
FALLBACK = "nlu_fallback"


@dataclass(frozen=True)
class Effort:
    """How long DIET may learn: whichever is reached first. Rasa's own default is 100 epochs and no limit."""

    epochs: int = 100
    limit_s: int = 1500


def pipeline(epochs: int) -> Pipeline:
    """As `rasa init` of 3.6 lists it, without the ResponseSelector: there are no retrieval intents."""
    return [
        {"name": "WhitespaceTokenizer"},
        {"name": "RegexFeaturizer"},
        {"name": "LexicalSyntacticFeaturizer"},
        {"name": "CountVectorsFeaturizer"},
        {"name": "CountVectorsFeaturizer", "analyzer": "char_wb", "min_ngram": 1, "max_ngram": 4},
        {"name": "DIETClassifier", "epochs": epochs, "constrain_similarities": True, "random_seed": 42},
        {"name": "EntitySynonymMapper"},
        {"name": "FallbackClassifier", "threshold": 0.3, "ambiguity_threshold": 0.1},
    ]


@dataclass(frozen=True)
class Learnt:
    """A kept model and what it took."""

    model: Path
    epochs: int
    asked: int  # epochs
    seconds: float  # of the whole command, Rasa's own start and packing included
    accuracy: float  # on the texts learnt from

    @property
    def told(self) -> str:
        """For the report."""
        ended = "" if self.epochs >= self.asked else f" of {self.asked}, stopped by the time limit"
        return (
            f"{self.epochs} epochs{ended}; {self.seconds / 60:.0f} minutes of training; "
            f"{self.accuracy:.2f} of the texts learnt from then known."
        )


def learn(texts: Sequence[str], intents: Sequence[str], effort: Effort, kept: Path = KEPT) -> Learnt:
    """The model of these texts, trained unless it is kept from before.

    Raises:
        NotThere: it failed, or did not end in time.
    """
    folder = kept / _key(texts, intents, effort)
    if not (folder / "about.json").exists():
        kept.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix="training-", dir=kept) as working:
            _learn(Path(working), texts, intents, effort)
            folder.mkdir(exist_ok=True)
            for name in ("model.tar.gz", "about.json"):  # the last one says that all is there
                (Path(working) / name).replace(folder / name)
    about = json.loads((folder / "about.json").read_text(encoding="utf-8"))
    return Learnt(folder / "model.tar.gz", about["epochs"], effort.epochs, about["seconds"], about["accuracy"])


def _learn(folder: Path, texts: Sequence[str], intents: Sequence[str], effort: Effort) -> None:
    write(folder, pipeline(effort.epochs), texts, intents)
    started = time.perf_counter()
    try:
        trained = train(folder, effort.limit_s + PACKED_WITHIN_S, stop_after_s=effort.limit_s)
    except subprocess.TimeoutExpired as error:
        raise NotThere(f"training did not end within {error.timeout:.0f} s") from error
    except RuntimeError as error:
        raise NotThere(f"training failed: {str(error).splitlines()[-1]}") from error
    about = {
        "epochs": trained.epochs or 0,
        "accuracy": trained.accuracy or 0.0,
        "seconds": time.perf_counter() - started,
    }
    (folder / "about.json").write_text(json.dumps(about), encoding="utf-8")


def _key(texts: Sequence[str], intents: Sequence[str], effort: Effort) -> str:
    told = json.dumps([pipeline(effort.epochs), effort.limit_s, list(zip(texts, intents))])
    return hashlib.sha256(told.encode()).hexdigest()[:16]


class DefaultRasa:
    """Its likeliest intent is its answer, unless its FallbackClassifier is unsure of it."""

    name = "Rasa's default"

    def __init__(self, learnt: Learnt) -> None:
        self.about = (
            "Rasa's default pipeline (word and letter counts, DIET, FallbackClassifier) learnt from the same texts of "
            f"data/nlu, and not from data/risk: {learnt.told} The intents topic_crisis and topic_safeguarding count as "
            "danger caught, with the fixed reply."
        )
        self._learnt = learnt
        self._model = RasaModel(learnt.model)

    def hear(self, text: str) -> Heard:
        return heard(self._model.parse(text), self._model.took_ms)

    def times(self) -> Dict[str, List[float]]:
        return self._model.milliseconds

    def memory_of(self) -> str:
        return str(self._learnt.model)


def heard(parsed: Parsed, milliseconds: float = 0.0) -> Heard:
    """What Rasa's default found, in the words of the comparison."""
    intent = parsed["intent"]["name"] or FALLBACK
    ranking = [one for one in parsed.get("intent_ranking") or [] if one["name"] != FALLBACK]
    topic = intent[len(PREFIX) :] if intent.startswith(PREFIX) else None
    danger = sum(one["confidence"] for one in ranking if one["name"] in DANGER)
    topics: Tuple[str, ...] = ranked_topics(ranking)
    return Heard(
        topic=topic,
        ranked=topics,
        held_back=topic is None,
        kind=ANY if intent in DANGER else None,
        certain=intent in DANGER,
        guess=Guess(ranking[0]["name"], ranking[0]["confidence"]) if ranking else None,
        scores=DangerScores(danger, danger),
        milliseconds=milliseconds,
    )
