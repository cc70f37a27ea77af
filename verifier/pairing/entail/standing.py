"""How a part of the hypothesis can stand to the part of the premise it is held against."""

from __future__ import annotations

from enum import StrEnum


class Standing(StrEnum):
    """FOLLOWS: the premise says as much; EXCLUDED: both cannot hold; OPEN: the hypothesis says more or other things."""

    FOLLOWS = "follows"
    EXCLUDED = "excluded"
    OPEN = "open"
