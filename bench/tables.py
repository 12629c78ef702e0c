"""Tables for the screen and for documents. The first row holds the headings."""

from __future__ import annotations

from typing import List, Sequence

Cells = Sequence[Sequence[str]]


def plain(cells: Cells) -> str:
    """Columns as wide as what stands in them."""
    widths = [max(map(len, column)) for column in zip(*cells)]
    return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip() for row in cells)


def markdown(cells: Cells) -> str:
    headings, *rows = (f"| {' | '.join(row)} |" for row in cells)
    return "\n".join([headings, f"|{'---|' * len(cells[0])}", *rows])


def without_empty_columns(cells: Cells) -> List[List[str]]:
    """Without columns in which nothing stands below the heading."""
    columns = [column for column in zip(*cells) if any(column[1:])]
    return [list(row) for row in zip(*columns)]
