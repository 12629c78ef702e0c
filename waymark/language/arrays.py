"""The one kind of array that embeddings and scores come in."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

#: Numbers in rows; docstrings give the shape.
Array = npt.NDArray[np.floating[Any]]
