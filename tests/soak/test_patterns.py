"""Every regular expression on a hostile text of a megabyte."""

from __future__ import annotations

import time

from tests.soak.conftest import Say, size
from tests.text.patterns import patterns, pumps

LONGEST_SECONDS = 5.0


def test_every_pattern_is_done_with_a_long_text_soon(say: Say) -> None:
    length, tried, slowest = size(10_000, 1_000_000), 0, (0.0, "")
    for used in patterns():
        for before, pump in pumps(used.pattern):
            text = (before + pump * (length // len(pump)))[: used.window] + "\x00"
            began = time.process_time()
            used.run(text)
            slowest, tried = max(slowest, (time.process_time() - began, used.where)), tried + 1
    say(
        f"regular expressions: {len(patterns())} on {tried} hostile texts of {length:,} characters; "
        f"slowest {slowest[0]:.1f} CPU s ({slowest[1]})"
    )
    assert slowest[0] < LONGEST_SECONDS
