"""The word lists of one language, kept as data beside the code."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).parent / "lang"


@lru_cache(maxsize=32)
def load_words(topic: str, lang: str) -> dict[str, Any]:
    """The lists of ``lang/<topic>_<lang>.toml``; a language without a file of its own reads as English."""
    path = _FOLDER / f"{topic}_{lang}.toml"
    if not path.exists():
        path = _FOLDER / f"{topic}_en.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))
