"""Take one named decision back."""

from __future__ import annotations

from verifier.config import Settings
from verifier.services.decide import Decided, undo_in
from verifier.services.desk_stores import kept_store


def undo_decision(settings: Settings, seq: int, user: str) -> Decided:
    """Append a decision that cancels number ``seq`` of ``user``. Raises NotFound."""
    with kept_store(settings).write() as connection:
        return undo_in(connection, None, user, seq)
