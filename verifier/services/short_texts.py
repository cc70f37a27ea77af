"""The records of ``extract --jsonl`` and ``compare``: a short text and what is known about it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from verifier.errors import InputRefused
from verifier.services.ingest_documents import Hints


def short_text(record: Any, name: str) -> tuple[str, Hints]:
    """The text of ``{"text", "lang"?, "published"?, "outlet"?}``, empty where there is none, and its hints.

    Raises InputRefused, beginning with ``name``, for a value of another kind.
    """
    if not isinstance(record, Mapping):
        raise InputRefused(f"{name}: it is no object with a “text”.")
    text, lang, published, outlet = (_words(record, key, name) for key in ("text", "lang", "published", "outlet"))
    try:
        day = date.fromisoformat(published[:10]) if published else None
    except ValueError as error:
        raise InputRefused(f"{name}: “{published}” is no date like 2024-05-07.") from error
    return text or "", Hints(outlet, day, lang)


def _words(record: Mapping[str, Any], key: str, name: str) -> str | None:
    value = record.get(key)
    if value is not None and not isinstance(value, str):
        raise InputRefused(f"{name}: its “{key}” is no text.")
    return value
