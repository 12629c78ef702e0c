"""Rasa's command line with an end to learning: python -m bench.stopping_rasa SECONDS NOTE train nlu …

DIET has no such setting. It keeps what it learnt in the epochs that fit into the time, and NOTE (a JSON file) tells
how many they were and how well it then knew the texts it learnt from.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import Any, Dict, List, Optional


class LastEpoch:
    """Tells when to stop: before the epoch that would, by the longest so far, not end by `until`."""

    def __init__(self, until: float) -> None:
        self._until = until
        self._began = 0.0
        self._longest = 0.0

    def begins(self, now: float) -> None:
        self._began = now

    def is_over(self, now: float) -> bool:
        """Whether the epoch that ends now is the last one."""
        self._longest = max(self._longest, now - self._began)
        return now + self._longest > self._until


def stop_after(seconds: float, note: Path) -> None:
    """Give every training by Keras that Rasa starts from now on a last epoch, `seconds` from now at the latest."""
    import rasa.utils.train_utils as train_utils
    import tensorflow as tf  # type: ignore[import-untyped]

    last = LastEpoch(time.monotonic() + seconds)
    common = train_utils.create_common_callbacks

    class Stopping(tf.keras.callbacks.Callback):  # type: ignore[misc]  # Keras carries no types
        """Notes each epoch, and stops after the last."""

        def on_epoch_begin(self, epoch: int, logs: Optional[Dict[str, Any]] = None) -> None:
            last.begins(time.monotonic())

        def on_epoch_end(self, epoch: int, logs: Optional[Dict[str, Any]] = None) -> None:
            accuracy = (logs or {}).get("i_acc")
            done = {"epochs": epoch + 1, "accuracy": None if accuracy is None else float(accuracy)}
            note.write_text(json.dumps(done), encoding="utf-8")
            if last.is_over(time.monotonic()):
                self.model.stop_training = True

    def with_end(*given: Any, **named: Any) -> List[Any]:
        return [*common(*given, **named), Stopping()]

    train_utils.create_common_callbacks = with_end


def main() -> None:
    stop_after(float(sys.argv[1]), Path(sys.argv[2]))
    sys.argv = ["rasa", *sys.argv[3:]]
    from rasa.__main__ import main as rasa_main

    rasa_main()


if __name__ == "__main__":
    main()
