"""Create the tables of corrections, comments, assignments, contacts, saved views and what hangs on a decision."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "20261125_20"
down_revision = "20261125_05"
branch_labels = None
depends_on = None

TABLES = ("claim_check", "contact", "comment", "decision_batch", "correction")
TRIGGERS = (
    'CREATE TRIGGER tr_correction_no_update BEFORE UPDATE ON "correction" WHEN NOT (coalesce(NEW."reason", \'\') = \'\' AND coalesce(NEW."salt", \'\') = \'\' AND NEW."seq" IS OLD."seq" AND NEW."kind" IS OLD."kind" AND NEW."claim_id" IS OLD."claim_id" AND NEW."pair_id" IS OLD."pair_id" AND NEW."version_id" IS OLD."version_id" AND NEW."user_id" IS OLD."user_id" AND NEW."made_at" IS OLD."made_at" AND NEW."told" IS OLD."told" AND NEW."cancels_seq" IS OLD."cancels_seq") BEGIN SELECT RAISE(ABORT, \'rows of correction cannot be changed\'); END',
    "CREATE TRIGGER tr_correction_no_delete BEFORE DELETE ON \"correction\" BEGIN SELECT RAISE(ABORT, 'rows of correction cannot be changed'); END",
    'CREATE TRIGGER tr_correction_no_replace BEFORE INSERT ON "correction" WHEN EXISTS (SELECT 1 FROM "correction" WHERE ("seq" = NEW."seq") OR ("cancels_seq" = NEW."cancels_seq")) BEGIN SELECT RAISE(ABORT, \'rows of correction cannot be changed\'); END',
    "CREATE TRIGGER tr_decision_batch_no_update BEFORE UPDATE ON \"decision_batch\" BEGIN SELECT RAISE(ABORT, 'rows of decision_batch cannot be changed'); END",
    "CREATE TRIGGER tr_decision_batch_no_delete BEFORE DELETE ON \"decision_batch\" BEGIN SELECT RAISE(ABORT, 'rows of decision_batch cannot be changed'); END",
    'CREATE TRIGGER tr_decision_batch_no_replace BEFORE INSERT ON "decision_batch" WHEN EXISTS (SELECT 1 FROM "decision_batch" WHERE ("decision_seq" = NEW."decision_seq")) BEGIN SELECT RAISE(ABORT, \'rows of decision_batch cannot be changed\'); END',
    "CREATE TRIGGER tr_claim_check_no_update BEFORE UPDATE ON \"claim_check\" BEGIN SELECT RAISE(ABORT, 'rows of claim_check cannot be changed'); END",
    "CREATE TRIGGER tr_claim_check_no_delete BEFORE DELETE ON \"claim_check\" BEGIN SELECT RAISE(ABORT, 'rows of claim_check cannot be changed'); END",
    'CREATE TRIGGER tr_claim_check_no_replace BEFORE INSERT ON "claim_check" WHEN EXISTS (SELECT 1 FROM "claim_check" WHERE ("decision_seq" = NEW."decision_seq")) BEGIN SELECT RAISE(ABORT, \'rows of claim_check cannot be changed\'); END',
    'CREATE TRIGGER tr_comment_no_update BEFORE UPDATE ON "comment" WHEN NOT (coalesce(NEW."words", \'\') = \'\' AND NEW."id" IS OLD."id" AND NEW."uid" IS OLD."uid" AND NEW."target_kind" IS OLD."target_kind" AND NEW."target_uid" IS OLD."target_uid" AND NEW."user_id" IS OLD."user_id" AND NEW."made_at" IS OLD."made_at") BEGIN SELECT RAISE(ABORT, \'rows of comment cannot be changed\'); END',
    "CREATE TRIGGER tr_comment_no_delete BEFORE DELETE ON \"comment\" BEGIN SELECT RAISE(ABORT, 'rows of comment cannot be changed'); END",
    'CREATE TRIGGER tr_comment_no_replace BEFORE INSERT ON "comment" WHEN EXISTS (SELECT 1 FROM "comment" WHERE ("id" = NEW."id") OR ("uid" = NEW."uid")) BEGIN SELECT RAISE(ABORT, \'rows of comment cannot be changed\'); END',
    'CREATE TRIGGER tr_contact_no_update BEFORE UPDATE ON "contact" WHEN NOT (coalesce(NEW."who", \'\') = \'\' AND coalesce(NEW."outcome", \'\') = \'\' AND NEW."id" IS OLD."id" AND NEW."claim_id" IS OLD."claim_id" AND NEW."user_id" IS OLD."user_id" AND NEW."made_at" IS OLD."made_at" AND NEW."contacted_on" IS OLD."contacted_on") BEGIN SELECT RAISE(ABORT, \'rows of contact cannot be changed\'); END',
    "CREATE TRIGGER tr_contact_no_delete BEFORE DELETE ON \"contact\" BEGIN SELECT RAISE(ABORT, 'rows of contact cannot be changed'); END",
    'CREATE TRIGGER tr_contact_no_replace BEFORE INSERT ON "contact" WHEN EXISTS (SELECT 1 FROM "contact" WHERE ("id" = NEW."id")) BEGIN SELECT RAISE(ABORT, \'rows of contact cannot be changed\'); END',
)


ACTIONS = (
    "decide", "undo", "user_add", "user_role", "user_password", "user_disable", "user_enable", "token_add",
    "token_revoke", "erase_decision", "erase_user",
)  # fmt: skip
AUDIT_TRIGGERS = (
    "CREATE TRIGGER tr_audit_entry_no_update BEFORE UPDATE ON \"audit_entry\" BEGIN SELECT RAISE(ABORT, 'rows of audit_entry cannot be changed'); END",
    "CREATE TRIGGER tr_audit_entry_no_delete BEFORE DELETE ON \"audit_entry\" BEGIN SELECT RAISE(ABORT, 'rows of audit_entry cannot be changed'); END",
    'CREATE TRIGGER tr_audit_entry_no_replace BEFORE INSERT ON "audit_entry" WHEN EXISTS (SELECT 1 FROM "audit_entry" WHERE ("seq" = NEW."seq") OR ("decision_seq" = NEW."decision_seq") OR ("sha256" = NEW."sha256")) BEGIN SELECT RAISE(ABORT, \'rows of audit_entry cannot be changed\'); END',
)


def upgrade() -> None:
    _allow(ACTIONS, (*ACTIONS, "correct"))
    op.add_column("claim_version", sa.Column("rejected", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.create_table(
        "correction",
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("claim_id", sa.Integer(), nullable=True),
        sa.Column("pair_id", sa.Integer(), nullable=True),
        sa.Column("version_id", sa.Integer(), nullable=True),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("told", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("salt", sa.Text(), nullable=False),
        sa.Column("cancels_seq", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "kind IN ('corrected', 'added', 'rejected', 'paired', 'undone', 'redone')", name=op.f("ck_correction_kind")
        ),
        sa.CheckConstraint("(claim_id IS NULL) = (pair_id IS NOT NULL)", name=op.f("ck_correction_target")),
        sa.CheckConstraint("(claim_id IS NULL) = (version_id IS NULL)", name=op.f("ck_correction_version")),
        sa.CheckConstraint(
            "(cancels_seq IS NOT NULL) = (kind IN ('undone', 'redone'))", name=op.f("ck_correction_cancels")
        ),
        sa.ForeignKeyConstraint(
            ["claim_id"], ["claim.id"], name=op.f("fk_correction_claim_id_claim"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(["pair_id"], ["pair.id"], name=op.f("fk_correction_pair_id_pair"), ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(
            ["version_id"],
            ["claim_version.id"],
            name=op.f("fk_correction_version_id_claim_version"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name=op.f("fk_correction_user_id_user"), ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(
            ["cancels_seq"], ["correction.seq"], name=op.f("fk_correction_cancels_seq_correction"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_correction")),
        sa.UniqueConstraint("cancels_seq", name=op.f("uq_correction_cancels_seq")),
        info={"immutable": True},
    )
    for column in ("claim_id", "pair_id", "user_id"):
        op.create_index(op.f(f"ix_correction_{column}"), "correction", [column], unique=False)
    op.create_table(
        "decision_batch",
        sa.Column("decision_seq", sa.Integer(), nullable=False),
        sa.Column("batch", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["decision_seq"],
            ["decision.seq"],
            name=op.f("fk_decision_batch_decision_seq_decision"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("decision_seq", name=op.f("pk_decision_batch")),
        info={"immutable": True},
    )
    op.create_index(op.f("ix_decision_batch_batch"), "decision_batch", ["batch"], unique=False)
    op.create_table(
        "claim_check",
        sa.Column("decision_seq", sa.Integer(), nullable=False),
        sa.Column("true_as_of", sa.Date(), nullable=True),
        sa.Column("recheck_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["decision_seq"], ["decision.seq"], name=op.f("fk_claim_check_decision_seq_decision"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("decision_seq", name=op.f("pk_claim_check")),
        info={"immutable": True},
    )
    op.create_table(
        "comment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("target_kind", sa.Text(), nullable=False),
        sa.Column("target_uid", sa.Text(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "target_kind IN ('pair', 'finding', 'claim', 'dispute')", name=op.f("ck_comment_target_kind")
        ),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name=op.f("fk_comment_user_id_user"), ondelete="RESTRICT"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_comment")),
        sa.UniqueConstraint("uid", name=op.f("uq_comment_uid")),
        info={"immutable": True},
    )
    op.create_index(op.f("ix_comment_target_uid"), "comment", ["target_uid"], unique=False)
    op.create_table(
        "contact",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("claim_id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("contacted_on", sa.Date(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["claim_id"], ["claim.id"], name=op.f("fk_contact_claim_id_claim"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name=op.f("fk_contact_user_id_user"), ondelete="RESTRICT"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact")),
        info={"immutable": True},
    )
    op.create_index(op.f("ix_contact_claim_id"), "contact", ["claim_id"], unique=False)
    op.create_table(
        "assignment",
        sa.Column("target_uid", sa.Text(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name=op.f("fk_assignment_user_id_user"), ondelete="RESTRICT"),
        sa.PrimaryKeyConstraint("target_uid", name=op.f("pk_assignment")),
    )
    op.create_index(op.f("ix_assignment_user_id"), "assignment", ["user_id"], unique=False)
    op.create_table(
        "saved_view",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("filters", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name=op.f("fk_saved_view_user_id_user"), ondelete="RESTRICT"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_saved_view")),
        sa.UniqueConstraint("user_id", "name", name=op.f("uq_saved_view_user_id_name")),
    )
    for trigger in TRIGGERS:
        op.execute(trigger)


def downgrade() -> None:
    if op.get_bind().execute(sa.text("SELECT 1 FROM audit_entry WHERE action = 'correct'")).first():
        raise RuntimeError("The log tells of corrections, which the revision before cannot hold; nothing was changed.")
    _allow((*ACTIONS, "correct"), ACTIONS)
    op.drop_table("saved_view")
    op.drop_table("assignment")
    for name in TABLES:
        op.drop_table(name)
    op.drop_column("claim_version", "rejected")


def _allow(before: tuple[str, ...], after: tuple[str, ...]) -> None:
    """Let the log hold the actions ``after``; its rows stay."""
    name = op.f("ck_audit_entry_action")
    with op.batch_alter_table("audit_entry", copy_from=_audit_entry(before)) as batch:
        batch.drop_constraint(name, type_="check")
        batch.create_check_constraint(name, _one_of(after))
    for trigger in AUDIT_TRIGGERS:
        op.execute(trigger)


def _one_of(actions: tuple[str, ...]) -> str:
    return "action IN ({})".format(", ".join(f"'{action}'" for action in actions))


def _audit_entry(actions: tuple[str, ...]) -> sa.Table:
    """The table of the log as it is at this revision."""
    return sa.Table(
        "audit_entry",
        sa.MetaData(),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("target", sa.Text(), nullable=False),
        sa.Column("decision_seq", sa.Integer(), nullable=True),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.Column("prev_sha256", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "(decision_seq IS NOT NULL) = (action IN ('decide', 'undo'))", name=op.f("ck_audit_entry_decides")
        ),
        sa.CheckConstraint(_one_of(actions), name=op.f("ck_audit_entry_action")),
        sa.CheckConstraint("seq >= 1", name=op.f("ck_audit_entry_seq")),
        sa.ForeignKeyConstraint(
            ["decision_seq"], ["decision.seq"], name=op.f("fk_audit_entry_decision_seq_decision"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["user_id"], ["user.id"], name=op.f("fk_audit_entry_user_id_user"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_audit_entry")),
        sa.UniqueConstraint("decision_seq", name=op.f("uq_audit_entry_decision_seq")),
        sa.UniqueConstraint("sha256", name=op.f("uq_audit_entry_sha256")),
    )
