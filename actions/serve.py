"""The action server, ready before its first call: python -m actions.serve."""

from __future__ import annotations

import logging
import os

os.environ.setdefault("SANIC_HOST", "127.0.0.1")
os.environ.setdefault("OMP_NUM_THREADS", "1")  # one message is too little work to share between threads


def main() -> None:
    from rasa_sdk.endpoint import run

    from actions.base import desk
    from waymark.operations.settings import read_settings

    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(name)s: %(message)s")
    logging.getLogger("rasa_sdk").setLevel(logging.WARNING)
    desk()
    run("actions", port=read_settings().actions_port)


if __name__ == "__main__":
    main()
