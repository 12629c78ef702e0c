"""What the danger detector makes of messages that it has not read, one hand held back at a time.

Kept on disk, for each hand: measuring again after only a limit has changed takes seconds.
"""

from __future__ import annotations

import hashlib
import os
import pickle
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Callable, List, Optional

import numpy as np

from waymark.knowledge.loading import load_knowledge
from waymark.language.encoder.kept import encode_training_texts
from waymark.language.reading import MOST_SENTENCES
from waymark.language.risk.examples import Example, hands
from waymark.language.risk.model import Heard, Options, RiskModel
from waymark.language.risk.patterns import PatternFinding, RiskPatterns
from waymark.language.words import sentences
from waymark.operations.paths import CACHE, KNOWLEDGE, ROOT

_FOLDER = CACHE / "hands"
#: What a change of makes the kept scores worthless.
_CODE = (
    "kernel",
    "least_squares",
    "regression",
    "features",
    "risk/model",
    "risk/word_runs",
    "risk/tidy",
    "risk/spellings",
)


@dataclass(frozen=True)
class Held:
    """A message, what the learners say of it whole and of each of its sentences, and the pattern it meets.

    `hand` is the hand held back; an utterance of the topics has none in `example` and is held back with one of them.
    """

    example: Example
    hand: str
    heard: Heard
    pattern: Optional[PatternFinding]


def held_back(examples: List[Example], options: Options, say: Callable[[str], None]) -> List[Held]:
    """Every expression of every hand, and every topic utterance, each by learners that had not read it.

    The utterances are dealt out to the hands; many have near relatives among those learnt from.
    """
    names = hands(examples)
    fold = _dealt(examples, names)
    texts = [_read(example.text) if name else [] for example, name in zip(examples, fold)]
    patterns = RiskPatterns(load_knowledge(KNOWLEDGE).risk_patterns)
    state = _fingerprint(examples, options)
    every: List[Held] = []
    for name in names:
        asked = [index for index, held in enumerate(fold) if held == name]
        heard = _kept(
            _FOLDER / f"{name}-{state}.pickle",
            partial(_heard, examples, fold, name, [texts[index] for index in asked], options),
        )
        say(f"{name}: {len(asked)} messages judged")
        every += [
            Held(examples[index], name, what, patterns.look(examples[index].text)) for index, what in zip(asked, heard)
        ]
    return every


def _dealt(examples: List[Example], names: List[str]) -> List[str]:
    """The hand with which each example is held back; '' for what is never held back."""
    turn = 0
    fold = []
    for example in examples:
        if example.hand:
            fold.append(example.hand if example.hand in names else "")
        else:
            fold.append(names[turn % len(names)])
            turn += 1
    return fold


def _read(text: str) -> List[str]:
    """A message as the detector reads it: whole, then its sentences."""
    parts = sentences(text)[-MOST_SENTENCES:]
    return [text, *parts] if len(parts) > 1 else [text]


def _heard(
    examples: List[Example], fold: List[str], name: str, texts: List[List[str]], options: Options
) -> List[Heard]:
    held = np.array([each == name for each in fold])
    learnt = [example for example, out in zip(examples, held) if not out]
    model = RiskModel(options).fit(learnt, encode_training_texts([example.text for example in learnt]))
    flat = [text for message in texts for text in message]
    heard = model.hear(flat, encode_training_texts(flat))
    ends = np.cumsum([len(message) for message in texts])
    return [_part(heard, slice(end - len(message), end)) for message, end in zip(texts, ends)]


def _part(heard: Heard, part: slice) -> Heard:
    return Heard(heard.leaning[part], heard.kernel[part], heard.openly[part], heard.kinds[part])


def _kept(path: Path, make: Callable[[], List[Heard]]) -> List[Heard]:
    if path.exists():
        kept: List[Heard] = pickle.loads(path.read_bytes())
        return kept
    made = make()
    path.parent.mkdir(parents=True, exist_ok=True)
    for old in path.parent.glob(f"{path.name.rsplit('-', 1)[0]}-*"):
        old.unlink()
    working = path.with_suffix(f".{os.getpid()}")
    working.write_bytes(pickle.dumps(made))
    working.replace(path)
    return made


def _fingerprint(examples: List[Example], options: Options) -> str:
    learning = (options.strength, options.rounds, options.machine, options.most_harmless, options.kind_share)
    code = [(ROOT / "waymark" / "language" / f"{name}.py").read_text(encoding="utf-8") for name in _CODE]
    return hashlib.sha256(repr((examples, learning, code)).encode()).hexdigest()[:16]
