"""One JSON for one content: sorted keys, fixed numbers, nothing of the moment it was made in."""

from __future__ import annotations

import hashlib
import json
import math
from typing import Any


def canonical_json(body: Any) -> str:
    """``body`` as canonical JSON. Whole numbers are written without a fraction; NaN is refused with ValueError."""
    return json.dumps(_fixed(body), ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def sha256_of(text: str) -> str:
    """The SHA-256 of a text in UTF-8, as hex digits."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def _fixed(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key): _fixed(inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [_fixed(inner) for inner in value]
    if isinstance(value, float) and math.isfinite(value):
        value = float(f"{value:.12g}")  # what arithmetic leaves behind the twelfth digit is no content
        return int(value) if value.is_integer() else value
    return value
