"""How the danger detector does on everyday messages of two hands, and which limits suit them: python -m bench.everyday.

`tests/data/everyday` was written to look like what people send, by two hands that read nothing of the project: danger,
harmless words that alarm, and needs. Nothing is learnt from it. The detector's limits are set on its danger and harmless
messages; how topics and what is outside do on it was only ever measured.
"""

from __future__ import annotations

import itertools
import json
import tarfile
import tempfile
from pathlib import Path
from typing import Dict, Iterator, List, Tuple

import joblib

from bench.danger_limits import Asked, Judged, judge
from waymark.knowledge.loading import load_knowledge
from waymark.language.encoder import load_encoder
from waymark.language.reading import read
from waymark.language.risk.detector import Detector, Limits
from waymark.language.risk.examples import EXPLICIT, NONE, QUIET
from waymark.language.risk.model import RiskModel
from waymark.language.risk.patterns import RiskPatterns
from waymark.operations.model import model_path
from waymark.operations.paths import KNOWLEDGE, ROOT

SETS = {
    "first": ROOT / "tests/data/everyday/first",
    "second": ROOT / "tests/data/everyday/second",
    "understanding": ROOT / "tests/data/understanding",
}
#: Topics whose messages may speak of danger themselves.
_MAY_BE_DANGER = frozenset({"crisis", "safeguarding"})
_TRIED = {
    "agrees": (0.45, 0.5, 0.55, 0.6),
    "certain": (0.8, 0.85, 0.9, 0.95, 0.97),
    "openly": (0.6, 0.65, 0.7, 0.75),
    "possible": (0.45, 0.5, 0.525, 0.55, 0.6),
    "sentence": (0.85, 0.9, 0.95),
}
#: Most harmless messages sent to `crisis` and led by a kind line: those that sound alarming, and ordinary needs.
_MOST = {"crisis": 0.02, "led": 0.10, "ordinary_crisis": 0.02, "ordinary_led": 0.11}


def main() -> None:
    patterns = RiskPatterns(load_knowledge(KNOWLEDGE).risk_patterns)
    seen = {name: list(_asked(folder, patterns, Detector(patterns, _trained()))) for name, folder in SETS.items()}
    _show("with the limits as they are", Limits(), seen)
    best = max(_allowed([*seen["first"], *seen["second"]]), key=lambda found: _worth(found[1]))[0]
    _show(f"chosen on first and second: {best}", best, seen)


def _trained() -> RiskModel:
    """The model in use, out of its archive.

    Raises:
        FileNotFoundError: nothing is trained; `make train` first.
    """
    with tempfile.TemporaryDirectory() as folder, tarfile.open(model_path()) as archive:
        name = next(name for name in archive.getnames() if name.endswith("/risk.joblib"))
        archive.extract(name, folder)
        model: RiskModel = joblib.load(Path(folder) / name)
    return model


def _asked(folder: Path, patterns: RiskPatterns, detector: Detector) -> Iterator[Asked]:
    encoder = load_encoder(2)
    for name in ("crisis", "not_crisis", "topics"):
        for line in (folder / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if row.get("topic") in _MAY_BE_DANGER:
                continue
            is_open = row.get("level") == EXPLICIT or bool(row.get("explicit"))
            level = NONE if name != "crisis" else EXPLICIT if is_open else QUIET
            reading = read(row["text"], encoder)
            pattern, learnt = patterns.look(reading.text), detector.scores(reading)
            kind = pattern.kind if pattern else learnt.kind
            yield Asked(
                level, name == "topics", len(reading.text.split()), pattern.level if pattern else "", kind, learnt
            )


def _allowed(messages: List[Asked]) -> Iterator[Tuple[Limits, Judged]]:
    for values in itertools.product(*_TRIED.values()):
        limits = Limits(**dict(zip(_TRIED, values)))
        judged = judge(messages, limits)
        if all(getattr(judged, name) <= most for name, most in _MOST.items()):
            yield limits, judged


def _worth(judged: Judged) -> float:
    """Danger that is missed weighs twice as much as open danger that is not met with the fixed reply."""
    return 2 * judged.caught + judged.openly


def _show(title: str, limits: Limits, seen: Dict[str, List[Asked]]) -> None:
    print(title)
    for name, messages in seen.items():
        print(f"  {name:14}", "  ".join(f"{key} {value:.3f}" for key, value in vars(judge(messages, limits)).items()))


if __name__ == "__main__":
    main()
