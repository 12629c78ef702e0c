"""How far a share that was measured on a few sentences can be trusted."""

from __future__ import annotations

import math
from typing import Tuple

#: Standard deviations that hold 95 % of a normal distribution.
_Z = 1.959964


def wilson(hits: int, cases: int) -> Tuple[float, float]:
    """The 95 % confidence interval of a share, after Wilson (1927): sound for few cases and near 0 and 1.

    Of no case at all nothing is known: 0 to 1.
    """
    if not cases:
        return 0.0, 1.0
    share, square = hits / cases, _Z * _Z
    middle = share + square / (2 * cases)
    reach = _Z * math.sqrt(share * (1 - share) / cases + square / (4 * cases * cases))
    whole = 1 + square / cases
    return max(0.0, (middle - reach) / whole), min(1.0, (middle + reach) / whole)
