"""Take one named decision back."""

from __future__ import annotations

from verifier.config import Settings
from verifier.services.decide import Decided, undo_in
from verifier.services.open_store import open_store


def undo_decision(settings: Settings, seq: int, user: str) -> Decided:
    """Append a decision that cancels number ``seq`` of ``user``. Raises NotFound."""
    store = open_store(settings)
    try:
        with store.write() as connection:
            return undo_in(connection, None, user, seq)
    finally:
        store.close()
