"""Chain decisions in one log with administrative acts; create the tables of tokens, throttles, submissions and leases."""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "20261125_05"
down_revision = "20261125_04"
branch_labels = None
depends_on = None

TARGETS = ("pair", "finding", "claim", "dispute", "report")
GENESIS = "0" * 64
AUDIT_TRIGGERS = (
    "CREATE TRIGGER tr_audit_entry_no_update BEFORE UPDATE ON \"audit_entry\" BEGIN SELECT RAISE(ABORT, 'rows of audit_entry cannot be changed'); END",
    "CREATE TRIGGER tr_audit_entry_no_delete BEFORE DELETE ON \"audit_entry\" BEGIN SELECT RAISE(ABORT, 'rows of audit_entry cannot be changed'); END",
    'CREATE TRIGGER tr_audit_entry_no_replace BEFORE INSERT ON "audit_entry" WHEN EXISTS (SELECT 1 FROM "audit_entry" WHERE ("seq" = NEW."seq") OR ("decision_seq" = NEW."decision_seq") OR ("sha256" = NEW."sha256")) BEGIN SELECT RAISE(ABORT, \'rows of audit_entry cannot be changed\'); END',
)
EVIDENCE_NO_UPDATE = "CREATE TRIGGER tr_evidence_no_update BEFORE UPDATE ON \"evidence\" {}BEGIN SELECT RAISE(ABORT, 'rows of evidence cannot be changed'); END"
EVIDENCE_BLANKED = 'WHEN NOT (coalesce(NEW."ref", \'\') = \'\' AND coalesce(NEW."quote", \'\') = \'\' AND NEW."decision_seq" IS OLD."decision_seq" AND NEW."ordinal" IS OLD."ordinal" AND NEW."kind" IS OLD."kind" AND NEW."sha256" IS OLD."sha256" AND NEW."retrieved_at" IS OLD."retrieved_at") '
DECISION_NO_UPDATE = "CREATE TRIGGER tr_decision_no_update BEFORE UPDATE ON \"decision\" {}BEGIN SELECT RAISE(ABORT, 'rows of decision cannot be changed'); END"
DECISION_BLANKED = 'WHEN NOT (coalesce(NEW."note", \'\') = \'\' AND coalesce(NEW."salt", \'\') = \'\' AND NEW."seq" IS OLD."seq" AND NEW."uid" IS OLD."uid" AND NEW."pair_id" IS OLD."pair_id" AND NEW."finding_id" IS OLD."finding_id" AND NEW."claim_id" IS OLD."claim_id" AND NEW."dispute_id" IS OLD."dispute_id" AND NEW."report_id" IS OLD."report_id" AND NEW."question" IS OLD."question" AND NEW."user_id" IS OLD."user_id" AND NEW."verdict" IS OLD."verdict" AND NEW."reason_codes" IS OLD."reason_codes" AND NEW."corrected_relation" IS OLD."corrected_relation" AND NEW."shown" IS OLD."shown" AND NEW."decided_at" IS OLD."decided_at" AND NEW."cancels_seq" IS OLD."cancels_seq") '
DECISION_NO_DELETE = "CREATE TRIGGER tr_decision_no_delete BEFORE DELETE ON \"decision\" BEGIN SELECT RAISE(ABORT, 'rows of decision cannot be changed'); END"
DECISION_NO_REPLACE = 'CREATE TRIGGER tr_decision_no_replace BEFORE INSERT ON "decision" WHEN EXISTS (SELECT 1 FROM "decision" WHERE ("seq" = NEW."seq") OR ("cancels_seq" = NEW."cancels_seq") OR {}("uid" = NEW."uid")) BEGIN SELECT RAISE(ABORT, \'rows of decision cannot be changed\'); END'


def upgrade() -> None:
    _refuse_broken_chain()
    _create_tables()
    entries = list(_entries())
    with op.batch_alter_table("decision", copy_from=_decision()) as batch:
        batch.add_column(sa.Column("salt", sa.Text(), nullable=False, server_default=""))
        batch.drop_constraint(op.f("uq_decision_sha256"), type_="unique")
        batch.drop_column("sha256")
        batch.drop_column("prev_sha256")
    with op.batch_alter_table("decision", copy_from=_decision(chained=False)) as batch:
        batch.alter_column("salt", server_default=None)
    for salt, entry in entries:
        op.execute(sa.text("UPDATE decision SET salt = :salt WHERE seq = :seq").bindparams(salt=salt, seq=entry["seq"]))
        op.bulk_insert(_audit_entry(), [entry])
    op.execute("DROP TRIGGER tr_evidence_no_update")
    for ddl in (
        *AUDIT_TRIGGERS, EVIDENCE_NO_UPDATE.format(EVIDENCE_BLANKED), DECISION_NO_UPDATE.format(DECISION_BLANKED),
        DECISION_NO_DELETE, DECISION_NO_REPLACE.format(""),
    ):  # fmt: skip
        op.execute(ddl)


def downgrade() -> None:
    for name in ("lease", "submission", "throttle", "api_token", "audit_entry"):
        op.drop_table(name)
    with op.batch_alter_table("decision", copy_from=_decision(chained=False)) as batch:
        batch.drop_column("salt")
        batch.add_column(sa.Column("prev_sha256", sa.Text(), nullable=False, server_default=""))
        batch.add_column(sa.Column("sha256", sa.Text(), nullable=False, server_default=""))
    before = GENESIS
    for row in _decisions():
        digest = _old_hash(row, before)
        chained = {"prev": before, "own": digest, "seq": row["seq"]}
        op.execute(
            sa.text("UPDATE decision SET prev_sha256 = :prev, sha256 = :own WHERE seq = :seq").bindparams(**chained)
        )
        before = digest
    with op.batch_alter_table("decision", copy_from=_decision(unique=False)) as batch:
        batch.alter_column("prev_sha256", server_default=None)
        batch.alter_column("sha256", server_default=None)
        batch.create_unique_constraint(op.f("uq_decision_sha256"), ["sha256"])
    op.execute("DROP TRIGGER tr_evidence_no_update")
    for ddl in (
        EVIDENCE_NO_UPDATE.format(""), DECISION_NO_UPDATE.format(""), DECISION_NO_DELETE,
        DECISION_NO_REPLACE.format('("sha256" = NEW."sha256") OR '),
    ):  # fmt: skip
        op.execute(ddl)


def _create_tables() -> None:
    moment, words, number = sa.DateTime(), sa.Text(), sa.Integer()
    op.create_table(
        "audit_entry",
        sa.Column("seq", number, nullable=False),
        sa.Column("at", moment, nullable=False),
        sa.Column("user_id", number, nullable=False),
        sa.Column("action", words, nullable=False),
        sa.Column("target", words, nullable=False),
        sa.Column("decision_seq", number, nullable=True),
        sa.Column("payload", words, nullable=False),
        sa.Column("prev_sha256", words, nullable=False),
        sa.Column("sha256", words, nullable=False),
        sa.CheckConstraint(
            "(decision_seq IS NOT NULL) = (action IN ('decide', 'undo'))", name=op.f("ck_audit_entry_decides")
        ),
        sa.CheckConstraint(
            "action IN ('decide', 'undo', 'user_add', 'user_role', 'user_password', 'user_disable', 'user_enable', 'token_add', 'token_revoke', 'erase_decision', 'erase_user')",
            name=op.f("ck_audit_entry_action"),
        ),
        sa.CheckConstraint("seq >= 1", name=op.f("ck_audit_entry_seq")),
        _refers("audit_entry", "decision_seq", "decision.seq"),
        _refers("audit_entry", "user_id", "user.id"),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_audit_entry")),
        sa.UniqueConstraint("decision_seq", name=op.f("uq_audit_entry_decision_seq")),
        sa.UniqueConstraint("sha256", name=op.f("uq_audit_entry_sha256")),
    )
    op.create_table(
        "api_token",
        sa.Column("id", number, nullable=False),
        sa.Column("user_id", number, nullable=False),
        sa.Column("name", words, nullable=False),
        sa.Column("token_sha256", words, nullable=False),
        sa.Column("scope", words, nullable=False),
        sa.Column("created_at", moment, nullable=False),
        sa.Column("expires_at", moment, nullable=False),
        sa.Column("revoked_at", moment, nullable=True),
        sa.CheckConstraint("scope IN ('read', 'write')", name=op.f("ck_api_token_scope")),
        _refers("api_token", "user_id", "user.id"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_api_token")),
        sa.UniqueConstraint("token_sha256", name=op.f("uq_api_token_token_sha256")),
    )
    op.create_index(op.f("ix_api_token_user_id"), "api_token", ["user_id"], unique=False)
    op.create_table(
        "throttle",
        sa.Column("key", words, nullable=False),
        sa.Column("began_at", moment, nullable=False),
        sa.Column("hits", number, nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_throttle")),
    )
    op.create_table(
        "submission",
        sa.Column("user_id", number, nullable=False),
        sa.Column("key", words, nullable=False),
        sa.Column("content_sha256", words, nullable=False),
        sa.Column("first_seq", number, nullable=False),
        sa.Column("last_seq", number, nullable=False),
        _refers("submission", "user_id", "user.id"),
        _refers("submission", "first_seq", "decision.seq"),
        _refers("submission", "last_seq", "decision.seq"),
        sa.PrimaryKeyConstraint("user_id", "key", name=op.f("pk_submission")),
    )
    op.create_table(
        "lease",
        sa.Column("target_uid", words, nullable=False),
        sa.Column("user_id", number, nullable=False),
        sa.Column("until", moment, nullable=False),
        _refers("lease", "user_id", "user.id"),
        sa.PrimaryKeyConstraint("target_uid", name=op.f("pk_lease")),
    )


def _refers(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}_{target.split('.', maxsplit=1)[0]}")
    return sa.ForeignKeyConstraint([column], [target], name=name, ondelete="RESTRICT")


def _audit_entry() -> sa.TableClause:
    columns = ("seq", "user_id", "action", "target", "decision_seq", "payload", "prev_sha256", "sha256")
    return sa.table("audit_entry", sa.column("at", sa.DateTime()), *(sa.column(name) for name in columns))


def _decision(chained: bool = True, unique: bool = True) -> sa.Table:
    """The table of decisions as it was (chained) and as it is."""
    own: list[sa.Column[str] | sa.UniqueConstraint] = [
        sa.Column("prev_sha256", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
    ]
    if chained and unique:
        own.append(sa.UniqueConstraint("sha256", name=op.f("uq_decision_sha256")))
    return sa.Table(
        "decision",
        sa.MetaData(),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        *(sa.Column(f"{target}_id", sa.Integer(), nullable=True) for target in TARGETS),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("reason_codes", sa.JSON(), nullable=False),
        sa.Column("corrected_relation", sa.Text(), nullable=True),
        sa.Column("shown", sa.JSON(), nullable=False),
        sa.Column("decided_at", sa.DateTime(), nullable=False),
        sa.Column("cancels_seq", sa.Integer(), nullable=True),
        *(own if chained else [sa.Column("salt", sa.Text(), nullable=False)]),
        sa.CheckConstraint("(question <> '') = (claim_id IS NOT NULL)", name=op.f("ck_decision_asks")),
        sa.CheckConstraint(
            "corrected_relation IN ('CONTRADICTS', 'DISPUTES', 'REVISES', 'UNDETERMINED', 'DIFFERS', 'UPDATES', 'REFINES', 'CORROBORATES', 'DUPLICATE', 'DIFFERENT_SCOPE', 'UNRELATED')",
            name=op.f("ck_decision_corrected_relation"),
        ),
        sa.CheckConstraint("question IN ('', 'attribution', 'content')", name=op.f("ck_decision_question")),
        sa.CheckConstraint(
            "verdict IN ('dispute', 'consistent', 'not_comparable', 'duplicate', 'unsure', 'confirmed', 'dismissed', 'misattributed', 'verified', 'mostly_true', 'misleading', 'missing_context', 'outdated', 'refuted', 'unverifiable', 'withdrawn', 'open', 'resolved', 'draft', 'published', 'corrected')",
            name=op.f("ck_decision_verdict"),
        ),
        sa.CheckConstraint("(verdict IS NULL) = (cancels_seq IS NOT NULL)", name=op.f("ck_decision_cancels")),
        sa.CheckConstraint(
            " + ".join(f"CASE WHEN {target}_id IS NULL THEN 0 ELSE 1 END" for target in TARGETS) + " = 1",
            name=op.f("ck_decision_target"),
        ),
        sa.CheckConstraint("seq >= 1", name=op.f("ck_decision_seq")),
        *(_refers("decision", f"{target}_id", f"{target}.id") for target in (*TARGETS, "user")),
        _refers("decision", "cancels_seq", "decision.seq"),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_decision")),
        sa.UniqueConstraint("cancels_seq", name=op.f("uq_decision_cancels_seq")),
        sa.UniqueConstraint("uid", name=op.f("uq_decision_uid")),
        *(
            sa.Index(op.f(f"ix_decision_{name}_id"), f"{name}_id")
            for name in ("pair", "finding", "claim", "dispute", "user")
        ),
    )


def _decisions() -> Iterator[dict[str, Any]]:
    """Every decision with the uid it is about (``about``) and its evidence."""
    bind = op.get_bind()
    joins = " ".join(f"LEFT JOIN {target} ON {target}.id = d.{target}_id" for target in TARGETS)
    about = ", ".join(f"{target}.uid" for target in TARGETS)
    query = sa.text(f"SELECT d.*, coalesce({about}) AS about FROM decision d {joins} ORDER BY d.seq")  # noqa: S608 - our names
    typed = query.columns(decided_at=sa.DateTime(), shown=sa.JSON(), reason_codes=sa.JSON())
    refs = sa.text("SELECT kind, ref, quote FROM evidence WHERE decision_seq = :seq ORDER BY ordinal")
    for row in bind.execute(typed).mappings().all():
        evidence = bind.execute(refs.bindparams(seq=row["seq"])).all()
        yield {**row, "evidence": [tuple(each) for each in evidence]}


def _refuse_broken_chain() -> None:
    before = GENESIS
    for row in _decisions():
        if row["prev_sha256"] != before or row["sha256"] != _old_hash(row, before):
            raise RuntimeError(f"Decision {row['seq']} does not fit the chain; nothing was changed.")
        before = row["sha256"]


def _entries() -> Iterator[tuple[str, dict[str, Any]]]:
    """The entry of the log for each decision, and the salt of its texts."""
    before = GENESIS
    for row in _decisions():
        salt = secrets.token_hex(16)
        payload = {
            "uid": row["uid"],
            "question": row["question"],
            "verdict": row["verdict"],
            "note": _text_hash(salt, row["note"]),
            "evidence": [
                [kind, _text_hash(salt, ref), _text_hash(salt, quote)] for kind, ref, quote in row["evidence"]
            ],
            "shown": _sha256(_canonical(row["shown"])),
            "reasons": row["reason_codes"],
            "relation": row["corrected_relation"],
            "cancels": row["cancels_seq"],
        }
        entry = {
            "seq": row["seq"],
            "at": row["decided_at"],
            "user_id": row["user_id"],
            "action": "decide" if row["cancels_seq"] is None else "undo",
            "target": row["about"],
            "decision_seq": row["seq"],
            "payload": _canonical(payload),
            "prev_sha256": before,
        }
        content = {
            "seq": row["seq"], "at": _stamp(row), "user": row["user_id"], "action": entry["action"],
            "target": row["about"], "decision": row["seq"], "payload": entry["payload"], "prev": before,
        }  # fmt: skip
        before = _sha256(_canonical(content))
        yield salt, {**entry, "sha256": before}


def _old_hash(row: dict[str, Any], before: str) -> str:
    """The hash decisions carried when they were a chain of their own."""
    content = {
        "seq": row["seq"], "target": row["about"], "question": row["question"], "user": row["user_id"],
        "verdict": row["verdict"], "note": _sha256(row["note"]), "shown": row["shown"], "at": _stamp(row),
        "cancels": row["cancels_seq"], "prev": before,
    }  # fmt: skip
    return _sha256(_canonical(content))


def _stamp(row: dict[str, Any]) -> str:
    return f"{row['decided_at'].isoformat()}+00:00"


def _text_hash(salt: str, text: str | None) -> str | None:
    return _sha256(f"{salt}{text}") if text else None


def _canonical(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
