"""What all tests share: a browser, and that a busy machine fails no property test."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

# Rules are tested alone; what the network says has tests of its own.
os.environ["VERIFIER_NETWORK"] = "none"
# Hypothesis judges what is generated, not how fast.
settings.register_profile("project", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("project")

CHROMIUM = next(
    (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None
)
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """One browser for all tests: a second one cannot be driven while the first is open."""
    from playwright.sync_api import sync_playwright

    if CHROMIUM is None and os.environ.get("VERIFIER_REQUIRE_BROWSER") != "1":
        pytest.skip("no Chromium is installed here")
    assert CHROMIUM is not None, "VERIFIER_REQUIRE_BROWSER is set and there is no Chromium"
    with sync_playwright() as play:
        opened = play.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield opened
        opened.close()
