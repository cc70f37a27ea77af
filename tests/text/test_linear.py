"""Every regular expression of the package takes time in proportion to its text, however hostile that is."""

from __future__ import annotations

import re
import time

import pytest

from tests.text.patterns import Used, patterns, pumps

_LENGTHS = (16, 24, *(32 * 2**n for n in range(11)))
"""Characters, up to 32,768: what is worse than linear is noticed long before it would hang."""

_LONGEST = 0.3
"""CPU seconds for such a text: many times what the dearest linear pattern takes, a fraction of what another would."""


def first_slow(used: Used) -> tuple[int, str] | None:
    """The first length and text that take too long, with what makes the pattern labour."""
    for length in (each for each in _LENGTHS if each <= used.window):
        for before, pump in pumps(used.pattern):
            for ending in ("\x00", "\n"):
                text = before + pump * (length // len(pump)) + ending
                if _seconds(used, text) > _LONGEST and _seconds(used, text) > _LONGEST:
                    return length, repr((before, pump, ending))
    return None


def _seconds(used: Used, text: str) -> float:
    began = time.process_time()
    used.run(text)
    return time.process_time() - began


@pytest.mark.parametrize("used", patterns(), ids=lambda used: used.where)
def test_every_pattern_is_linear(used: Used) -> None:
    assert first_slow(used) is None, used.pattern.pattern


@pytest.mark.parametrize("bad", [r"(a+)+$", r"\s+$", r"a*a*b", r"(.*),(.*);"])
def test_what_is_not_linear_is_found(bad: str) -> None:
    assert first_slow(Used("here", re.compile(bad))) is not None
