"""Rasa's command line, tuned and quiet: python -m waymark.rasa run …"""

from __future__ import annotations

import os
import sys

if "run" in sys.argv[1:2]:
    os.environ.setdefault("OMP_NUM_THREADS", "1")  # one message is too little work to share between threads
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ.setdefault("RASA_TELEMETRY_ENABLED", "false")
os.environ.setdefault("SQLALCHEMY_SILENCE_UBER_WARNING", "1")


def stop_without_store() -> None:
    """Import the store that endpoints.yml names as Rasa does.

    Rasa only warns when it cannot, and keeps conversations in its memory, where nothing deletes them.

    Raises:
        ImportError, AttributeError, KeyError: there is no such store, or none is named.
    """
    import yaml
    from rasa.shared.utils.common import class_from_module_path

    from waymark.operations.paths import ROOT

    endpoints = yaml.safe_load((ROOT / "endpoints.yml").read_text(encoding="utf-8"))
    class_from_module_path(endpoints["tracker_store"]["type"])


def main() -> None:
    from waymark.operations.settings import read_settings
    from waymark.rasa.tracker_store import prepare
    from waymark.rasa.tune import silence_rasa, tune_rasa

    settings = read_settings()
    for name, value in settings.for_rasa().items():
        os.environ.setdefault(name, value)
    if "run" in sys.argv[1:2]:
        stop_without_store()
        prepare(settings.tracker_db)
    silence_rasa()
    tune_rasa(settings.action_timeout_s)
    from rasa.__main__ import main as rasa_main

    rasa_main()


if __name__ == "__main__":
    main()
