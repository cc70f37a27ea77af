"""Lawful erasure: texts of a person are blanked, what was decided stays, and so does the chain of the log."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Table, select, update

from verifier.config import Settings
from verifier.errors import NotFound
from verifier.services.desk_stores import kept_store
from verifier.services.open_store import now
from verifier.store.audit import append_entry
from verifier.store.audit_proof import ERASING, ERASING_USER
from verifier.store.corrections import target_of
from verifier.store.engine import Store
from verifier.store.tables import api_token, comment, contact, correction, decision, evidence, report
from verifier.store.users import change_user, read_user, user_id

_WRITTEN: Mapping[Table, Mapping[str, str]] = {
    correction: {"reason": "", "salt": ""},
    comment: {"words": ""},
    contact: {"who": "", "outcome": ""},
}
"""What people write beside decisions, and how it is blanked."""


@dataclass(frozen=True, slots=True)
class Erased:
    """How many decisions lost their texts, and the frozen reports that may still quote them."""

    decisions: int
    reports: tuple[str, ...]


def erase_decision(settings: Settings, seq: int, by: str | None = None) -> Erased:
    """Blank note and evidence of one decision. Raises NotFound."""
    store = kept_store(settings)
    with store.write() as connection:
        actor = user_id(connection, by or settings.user, now())
        quoting = _quoting(connection, [seq])
        _blank(connection, seq, actor)
    _forget(store)
    return Erased(1, quoting)


def erase_correction(settings: Settings, seq: int, by: str | None = None) -> None:
    """Blank the reason of one correction; what it changed stays. Raises NotFound."""
    store = kept_store(settings)
    with store.write() as connection:
        actor = user_id(connection, by or settings.user, now())
        target = target_of(connection, seq)
        blank = update(correction).where(correction.c.seq == seq)
        connection.execute(blank.values(_WRITTEN[correction]))
        append_entry(connection, actor, ERASING, target, {"correction": seq}, now())
    _forget(store)


def erase_user(settings: Settings, name: str, by: str | None = None) -> Erased:
    """Blank the name of an account and every text its owner wrote, and let it in no longer.

    Raises NotFound, Conflict for the last admin.
    """
    store = kept_store(settings)
    with store.write() as connection:
        moment = now()
        row = read_user(connection, name)
        actor = user_id(connection, by or settings.user, moment)
        own = connection.execute(select(decision.c.seq).where(decision.c.user_id == row.id)).scalars().all()
        quoting = _quoting(connection, own, name)
        for seq in own:
            _blank(connection, seq, actor)
        for table, blank in _WRITTEN.items():
            connection.execute(update(table).where(table.c.user_id == row.id).values(blank))
        values = {"name": f"erased {row.id}", "password_hash": None, "disabled": True}
        change_user(connection, row, ERASING_USER, values, actor, moment)
        tokens = update(api_token).where(api_token.c.user_id == row.id)
        connection.execute(tokens.values(name="", revoked_at=moment))
    _forget(store)
    return Erased(len(own), quoting)


def _blank(connection: Connection, seq: int, actor: int) -> None:
    uid = connection.execute(select(decision.c.uid).where(decision.c.seq == seq)).scalar()
    if uid is None:
        raise NotFound(f"There is no decision {seq}.")
    connection.execute(update(decision).where(decision.c.seq == seq).values(note="", salt=""))
    connection.execute(update(evidence).where(evidence.c.decision_seq == seq).values(ref="", quote=None))
    append_entry(connection, actor, ERASING, uid, {"decision": seq}, now())


def _quoting(connection: Connection, seqs: Sequence[int], *texts: str) -> tuple[str, ...]:
    """Frozen reports that hold one of the texts or notes; they keep what they printed until they are withdrawn."""
    notes = connection.execute(select(decision.c.note).where(decision.c.seq.in_(seqs), decision.c.note != "")).scalars()
    words = [json.dumps(text, ensure_ascii=False) for text in (*texts, *notes)]
    bodies = connection.execute(select(report.c.uid, report.c.body_json).order_by(report.c.id))
    return tuple(row.uid for row in bodies if any(each in row.body_json for each in words))


def _forget(store: Store) -> None:
    """Overwrite what the file still holds of the blanked texts."""
    with store.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
