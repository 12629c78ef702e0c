"""Compare classifiers of intents: on labelled sentences never learnt from, and on five folds of data/nlu.

The quick ones are judged on both; DIET, which learns for minutes, on the labelled sentences only.
"""

from __future__ import annotations

import re
import statistics
import time
from typing import Callable, Collection, Dict, FrozenSet, List, Optional, Sequence, Tuple

import numpy as np
from sklearn.model_selection import StratifiedKFold

from bench.contestants import Contestant, EmbeddingAlone, Ours
from bench.labelled import Labelled, Sentence
from bench.rasa_pipeline import rasa_pipelines
from bench.scores import Score
from waymark.language.topics.gate import OUTSIDE, PREFIX
from waymark.operations.paths import DATA

FOLDS = 5

Examples = Tuple[List[str], List[str]]


def contestants(letters: Collection[str] = "abcde") -> List[Contestant]:
    """Those asked for, quick ones first."""
    every: List[Contestant] = [Ours(), EmbeddingAlone(), *rasa_pipelines()]
    return [contestant for contestant in every if contestant.letter in letters]


def compare(
    examples: Examples, labelled: Optional[Labelled], letters: Collection[str], note: Callable[[List[Score]], None]
) -> List[Score]:
    """Judge each.

    `note` gets all scores so far after each step, so that a run cut short leaves what it had; DIET comes last.
    """
    scores: Dict[str, Score] = {}
    for contestant in contestants(letters):
        score = scores[contestant.letter] = Score(contestant.letter, contestant.name)
        try:
            score.train_s = contestant.learn(*examples)
            if labelled:
                _held_out(contestant, labelled, examples, score)
            if contestant.folds:
                note(list(scores.values()))
                _cross_validated(contestant, examples, score)
        except Exception as error:  # one that fails must not lose the others
            score.failed = f"{type(error).__name__}: {error}"
        note(list(scores.values()))
    return list(scores.values())


def read_examples() -> Examples:
    """Texts and intents of data/nlu, each text once."""
    from rasa.shared.nlu.training_data.loading import load_data

    pairs = {message.get("text"): message.get("intent") for message in load_data(str(DATA / "nlu")).intent_examples}
    return list(pairs), list(pairs.values())


def about(examples: Examples, labelled: Optional[Labelled]) -> str:
    """What the shares are shares of."""
    texts, intents = examples
    learnt = f"Learnt from {len(texts)} texts of {len(set(intents))} intents."
    if labelled is None:
        return learnt
    topics, outside = unseen(labelled.topics, texts), unseen(labelled.out_of_scope, texts)
    left = len(labelled.topics) + len(labelled.out_of_scope) - len(topics) - len(outside)
    judged = f"Judged on {len(topics)} sentences in scope and {len(outside)} out of it"
    return f"{learnt} {judged}; {left} left out, being learnt from."


def unseen(sentences: Sequence[Sentence], learnt: Sequence[str]) -> List[Sentence]:
    """Those whose words are not those of a text learnt from."""
    known = {_letters(text) for text in learnt}
    return [sentence for sentence in sentences if _letters(sentence.text) not in known]


def _held_out(contestant: Contestant, labelled: Labelled, examples: Examples, score: Score) -> None:
    topics, outside = unseen(labelled.topics, examples[0]), unseen(labelled.out_of_scope, examples[0])
    rankings, took = _ranked(contestant, [sentence.text for sentence in topics])
    wanted = [frozenset(PREFIX + topic for topic in sentence.topics) for sentence in topics]
    score.first, score.three = _share(rankings, wanted, 1), _share(rankings, wanted, 3)
    score.lost = float(np.mean([ranking[0].startswith(OUTSIDE) for ranking in rankings]))
    score.message_ms = took
    if outside:
        rankings, _ = _ranked(contestant, [sentence.text for sentence in outside])
        score.outside = float(np.mean([ranking[0].startswith(OUTSIDE) for ranking in rankings]))


def _cross_validated(contestant: Contestant, examples: Examples, score: Score) -> None:
    texts, intents = (np.asarray(column, dtype=object) for column in examples)
    first, three = [], []
    for learn, judge in StratifiedKFold(FOLDS, shuffle=True, random_state=0).split(texts, intents):
        contestant.learn(texts[learn].tolist(), intents[learn].tolist())
        rankings, _ = _ranked(contestant, texts[judge].tolist())
        wanted = [frozenset([intent]) for intent in intents[judge]]
        first.append(_share(rankings, wanted, 1))
        three.append(_share(rankings, wanted, 3))
    score.folds_first, score.folds_three = statistics.mean(first), statistics.mean(three)


def _ranked(contestant: Contestant, texts: Sequence[str]) -> Tuple[List[List[str]], float]:
    """The rankings, and the median milliseconds of one, each text asked on its own."""
    rankings, took = [], []
    for text in texts:
        started = time.perf_counter()
        rankings.append(contestant.ranking(text))
        took.append(1000 * (time.perf_counter() - started))
    return rankings, statistics.median(took)


def _share(rankings: Sequence[Sequence[str]], wanted: Sequence[FrozenSet[str]], within: int) -> float:
    return float(np.mean([bool(right & set(ranking[:within])) for ranking, right in zip(rankings, wanted)]))


def _letters(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))
