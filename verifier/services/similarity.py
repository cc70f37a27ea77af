"""What to do where the similarity model is missing or damaged."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from verifier.config import Settings
from verifier.errors import ModelUnavailable

FALLBACK = "hash"
T = TypeVar("T")


def with_fallback(settings: Settings, act: Callable[[Settings], T], say: Callable[[str], None]) -> T:
    """What ``act`` makes with the similarity model; with words alone where that cannot be loaded, which is said."""
    try:
        return act(settings)
    except ModelUnavailable as missing:
        say(f"{str(missing).rstrip('.')}. Words alone are compared.")
        return act(settings.model_copy(update={"embedder": FALLBACK}))
