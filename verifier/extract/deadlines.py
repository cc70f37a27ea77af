"""What is planned without a word of planning: "is to be finished", "soll bis Juni abgeschlossen sein"."""

from __future__ import annotations

from collections.abc import Sequence

from verifier.text.tokens import Form, Token

_OVER = {"gewesen", "worden", "haben"}


def is_due(token: Token) -> bool:
    """Whether "to" behind an English verb makes a plan: "is to", "are to"; not "was to", which may tell a fate."""
    return token.lower in {"is", "are", "'s", "'re"}


def is_deadline(words: Sequence[Token]) -> bool:
    """Whether a German clause with "sollen" says by when something is to be so: "soll bis Juni abgeschlossen sein".

    With "gewesen", "worden" or "haben" it tells what others say has happened: "soll bis Mai krank gewesen sein".
    """
    told = {token.lower for token in words}
    wanted = "bis" in told and not told.isdisjoint({"soll", "sollen"}) and told.isdisjoint(_OVER)
    return wanted and any(token.lower == "sein" and token.form is Form.INFINITIVE for token in words)
