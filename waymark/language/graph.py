"""What every component of the pipeline needs from a message, in one place."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Iterable, Optional

from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from waymark.language.reading import Reading
from waymark.language.words import has_words
from waymark.operations.paths import ROOT

#: Message key under which the first component leaves what it read. It stays inside the pipeline.
READING = "reading"
#: Message key of the whole message's embedding as text, for the action server; dropped when the turn is stored.
EMBEDDING = "embedding"
#: Entity names, used in domain.yml and rules alike.
TOPIC, HOME, CONDITION, RELATIONSHIP = "topic", "home", "condition", "relationship"
CARER_AGE, PERSON_AGE, STRAIN, DANGER = "carer_age", "person_age", "strain", "danger"
VOICE, NATION = "voice", "nation"
#: Entity, and message key, of a language other than English that the message is in.
LANGUAGE = "language"


def text_of(message: Message) -> Optional[str]:
    """What the carer typed; None for a pressed button (a payload) and for text without a letter or digit."""
    text = message.get(TEXT) or ""
    return text if has_words(text) and not text.lstrip().startswith("/") else None


def reading_of(message: Message) -> Optional[Reading]:
    """What was read of a typed message; None for buttons and for text without words."""
    reading: Optional[Reading] = message.get(READING)
    return reading


def labelled(training_data: TrainingData) -> tuple[list[str], list[str]]:
    """Texts and their intents; examples that rules add carry no text and are left out."""
    pairs = [
        (example.get(TEXT), example.get("intent")) for example in training_data.intent_examples if example.get(TEXT)
    ]
    return [text for text, _ in pairs], [intent for _, intent in pairs]


def fingerprint(paths: Iterable[Path]) -> str:
    """A hash of files and of all of waymark/language, so that a change of either retrains."""
    digest = hashlib.sha256()
    for path in sorted({*paths, *(ROOT / "waymark" / "language").rglob("*.py")}):
        digest.update(str(path.relative_to(ROOT)).encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()
