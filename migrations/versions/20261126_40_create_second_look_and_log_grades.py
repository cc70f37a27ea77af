"""Create the table of second looks, keep why a claimant got its grade, and let the log hold grades."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "20261126_40"
down_revision = "20261126_31"
branch_labels = None
depends_on = None

ACTIONS = (
    "decide", "undo", "correct", "user_add", "user_role", "user_password", "user_disable", "user_enable", "token_add",
    "token_revoke", "erase_decision", "erase_user",
)  # fmt: skip
AUDIT_TRIGGERS = (
    "CREATE TRIGGER tr_audit_entry_no_update BEFORE UPDATE ON \"audit_entry\" BEGIN SELECT RAISE(ABORT, 'rows of audit_entry cannot be changed'); END",
    "CREATE TRIGGER tr_audit_entry_no_delete BEFORE DELETE ON \"audit_entry\" BEGIN SELECT RAISE(ABORT, 'rows of audit_entry cannot be changed'); END",
    'CREATE TRIGGER tr_audit_entry_no_replace BEFORE INSERT ON "audit_entry" WHEN EXISTS (SELECT 1 FROM "audit_entry" WHERE ("seq" = NEW."seq") OR ("decision_seq" = NEW."decision_seq") OR ("sha256" = NEW."sha256")) BEGIN SELECT RAISE(ABORT, \'rows of audit_entry cannot be changed\'); END',
)


def upgrade() -> None:
    _allow(ACTIONS, (*ACTIONS, "grade"))
    op.add_column("actor", sa.Column("reliability_basis", sa.Text(), nullable=True))
    op.create_table(
        "second_look",
        sa.Column("target_uid", sa.Text(), nullable=False),
        sa.Column("target_kind", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.CheckConstraint("target_kind IN ('pair', 'finding')", name=op.f("ck_second_look_target_kind")),
        sa.CheckConstraint("state IN ('asked', 'differ', 'done')", name=op.f("ck_second_look_state")),
        sa.PrimaryKeyConstraint("target_uid", name=op.f("pk_second_look")),
    )
    op.create_index(op.f("ix_second_look_state_made_at"), "second_look", ["state", "made_at"], unique=False)


def downgrade() -> None:
    op.drop_table("second_look")
    op.drop_column("actor", "reliability_basis")
    _allow((*ACTIONS, "grade"), ACTIONS)


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
