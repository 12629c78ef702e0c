"""What the danger detector learns from: the reviewed expressions of data/risk."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import List, Sequence

import yaml

NONE, QUIET, EXPLICIT = "none", "quiet", "explicit"
_LEVELS = {"explicit": EXPLICIT, "quiet": QUIET, "alarming": NONE}
#: Files of data/risk whose name begins so hold harmless utterances of the dialogue; all others are hands that wrote alone.
_NOT_A_HAND = "follow_ups"


@dataclass(frozen=True)
class Example:
    """A labelled sentence. `kind` is `none` for a harmless one; `hand` names the file, and so who wrote it."""

    text: str
    kind: str
    level: str
    hand: str = ""


def read_examples(folder: Path) -> List[Example]:
    """The reviewed expressions of data/risk, every file.

    Raises:
        ValueError: an entry has an unknown field; the message names file and kind.
    """
    examples: List[Example] = []
    for path in sorted(folder.glob("*.yml")):
        for entry in yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader):
            for field, texts in entry.items():
                if field == "kind":
                    continue
                if field not in _LEVELS:
                    raise ValueError(f"{path.name}: {entry.get('kind')}: unknown field '{field}'")
                examples += [Example(str(text), entry["kind"], _LEVELS[field], path.stem) for text in texts]
    return examples


def hands(examples: Sequence[Example]) -> List[str]:
    """Who wrote: the names by which examples can be held back for judging."""
    return sorted({example.hand for example in examples if example.hand and example.hand != _NOT_A_HAND})
