"""Claims in the texts they stand in, as pages show them: all of it read at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, bindparam, select

from verifier.domain.claim import Claim
from verifier.domain.span import Span
from verifier.store.claims import MADE_BY, claims_of_rows, current_versions
from verifier.store.prepared import Prepared, among
from verifier.store.tables import claim, claim_version, document, section, snapshot, user


@dataclass(slots=True)
class PlacedClaim:
    """A claim, its row, the text around it, and which of its readings this is.

    ``title`` is that of its document, ``section`` the part of ``text`` it stands in, ``corrected_by`` the name of the
    person who made the reading if one did.
    """

    claim: Claim
    id: int
    text: str
    section: Span
    title: str
    version: int
    is_rejected: bool
    corrected_by: str | None


_PLACE = (
    snapshot.c.text, section.c.start, section.c.end, document.c.title, claim_version.c.version_no,
    claim_version.c.made_by,
)  # fmt: skip
_PLACED = Prepared(current_versions().add_columns(*_PLACE).where(among(claim.c.uid, "uids")).order_by(None))
_NAME = Prepared(select(user.c.name).where(user.c.id == bindparam("id")))


def load_placed(connection: Connection, uids: Sequence[str]) -> list[PlacedClaim]:
    """Claims with their current readings, superseded texts and rejected readings included, in any order."""
    rows = _PLACED.all(connection, uids=list(uids))
    claims = claims_of_rows(connection, [row[: -len(_PLACE)] for row in rows])
    return [_placed(connection, each, row) for each, row in zip(claims, rows, strict=True)]


def _placed(connection: Connection, each: Claim, row: Sequence[Any]) -> PlacedClaim:
    _, key, is_rejected, *_ = row
    text, start, end, title, version, made_by = row[-len(_PLACE) :]
    maker = int(made_by.removeprefix(MADE_BY)) if made_by.startswith(MADE_BY) else None
    name = None if maker is None else _NAME.scalar(connection, id=maker)
    return PlacedClaim(each, key, text, Span(start, end), title or each.document_name, version, is_rejected, name)
