"""Train if anything the model learns from has changed: python -m waymark.operations.train."""

from __future__ import annotations

import sys

from waymark.operations.model import TrainingFailed, model_path, train
from waymark.operations.settings import read_settings


def main() -> int:
    if model_path().exists():
        print(f"{model_path().name} is current: nothing it learns from has changed.")
        return 0
    try:
        train(read_settings())
    except TrainingFailed as error:
        print(error)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
