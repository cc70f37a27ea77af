"""Pictures in letters, for formats that carry no drawing: one line of equal letters for each row of the picture."""

from __future__ import annotations

from collections.abc import Sequence

WIDTH = 36
NONE, THIN, THICK, POINT, RING, STROKE = "·", "─", "█", "●", "○", "│"
"""Letters that every font of equal widths has."""

Part = tuple[float, float, str]


def strip(parts: Sequence[Part]) -> str:
    """``WIDTH`` letters; each part is drawn from one share of the width to another, the later over the earlier."""
    letters = [NONE] * WIDTH
    for left, right, letter in parts:
        first, last = (min(int(share * WIDTH), WIDTH - 1) for share in (left, right))
        letters[first : last + 1] = letter * (last - first + 1)
    return "".join(letters)
