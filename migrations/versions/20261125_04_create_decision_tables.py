"""Create the tables of decisions, their evidence and reports."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "20261125_04"
down_revision = "20261125_03"
branch_labels = None
depends_on = None

TRIGGERS = (
    "CREATE TRIGGER tr_report_no_update BEFORE UPDATE ON \"report\" BEGIN SELECT RAISE(ABORT, 'rows of report cannot be changed'); END",
    "CREATE TRIGGER tr_report_no_delete BEFORE DELETE ON \"report\" BEGIN SELECT RAISE(ABORT, 'rows of report cannot be changed'); END",
    'CREATE TRIGGER tr_report_no_replace BEFORE INSERT ON "report" WHEN EXISTS (SELECT 1 FROM "report" WHERE ("id" = NEW."id") OR ("supersedes_id" = NEW."supersedes_id") OR ("uid" = NEW."uid")) BEGIN SELECT RAISE(ABORT, \'rows of report cannot be changed\'); END',
    "CREATE TRIGGER tr_decision_no_update BEFORE UPDATE ON \"decision\" BEGIN SELECT RAISE(ABORT, 'rows of decision cannot be changed'); END",
    "CREATE TRIGGER tr_decision_no_delete BEFORE DELETE ON \"decision\" BEGIN SELECT RAISE(ABORT, 'rows of decision cannot be changed'); END",
    'CREATE TRIGGER tr_decision_no_replace BEFORE INSERT ON "decision" WHEN EXISTS (SELECT 1 FROM "decision" WHERE ("seq" = NEW."seq") OR ("cancels_seq" = NEW."cancels_seq") OR ("sha256" = NEW."sha256") OR ("uid" = NEW."uid")) BEGIN SELECT RAISE(ABORT, \'rows of decision cannot be changed\'); END',
    "CREATE TRIGGER tr_evidence_no_update BEFORE UPDATE ON \"evidence\" BEGIN SELECT RAISE(ABORT, 'rows of evidence cannot be changed'); END",
    "CREATE TRIGGER tr_evidence_no_delete BEFORE DELETE ON \"evidence\" BEGIN SELECT RAISE(ABORT, 'rows of evidence cannot be changed'); END",
    'CREATE TRIGGER tr_evidence_no_replace BEFORE INSERT ON "evidence" WHEN EXISTS (SELECT 1 FROM "evidence" WHERE ("decision_seq" = NEW."decision_seq" AND "ordinal" = NEW."ordinal")) BEGIN SELECT RAISE(ABORT, \'rows of evidence cannot be changed\'); END',
)


def upgrade() -> None:
    op.create_table(
        "report",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("as_of_seq", sa.Integer(), nullable=False),
        sa.Column("inputs", sa.JSON(), nullable=False),
        sa.Column("body_json", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("supersedes_id", sa.Integer(), nullable=True),
        sa.CheckConstraint("kind IN ('dispute', 'collection')", name=op.f("ck_report_kind")),
        sa.ForeignKeyConstraint(
            ["supersedes_id"], ["report.id"], name=op.f("fk_report_supersedes_id_report"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name=op.f("fk_report_user_id_user"), ondelete="RESTRICT"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report")),
        sa.UniqueConstraint("supersedes_id", name=op.f("uq_report_supersedes_id")),
        sa.UniqueConstraint("uid", name=op.f("uq_report_uid")),
        info={"immutable": True},
    )
    op.create_table(
        "decision",
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("pair_id", sa.Integer(), nullable=True),
        sa.Column("finding_id", sa.Integer(), nullable=True),
        sa.Column("claim_id", sa.Integer(), nullable=True),
        sa.Column("dispute_id", sa.Integer(), nullable=True),
        sa.Column("report_id", sa.Integer(), nullable=True),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("reason_codes", sa.JSON(), nullable=False),
        sa.Column("corrected_relation", sa.Text(), nullable=True),
        sa.Column("shown", sa.JSON(), nullable=False),
        sa.Column("decided_at", sa.DateTime(), nullable=False),
        sa.Column("cancels_seq", sa.Integer(), nullable=True),
        sa.Column("prev_sha256", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
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
            "CASE WHEN pair_id IS NULL THEN 0 ELSE 1 END + CASE WHEN finding_id IS NULL THEN 0 ELSE 1 END + CASE WHEN claim_id IS NULL THEN 0 ELSE 1 END + CASE WHEN dispute_id IS NULL THEN 0 ELSE 1 END + CASE WHEN report_id IS NULL THEN 0 ELSE 1 END = 1",
            name=op.f("ck_decision_target"),
        ),
        sa.CheckConstraint("seq >= 1", name=op.f("ck_decision_seq")),
        sa.ForeignKeyConstraint(
            ["cancels_seq"], ["decision.seq"], name=op.f("fk_decision_cancels_seq_decision"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["claim_id"], ["claim.id"], name=op.f("fk_decision_claim_id_claim"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["dispute_id"], ["dispute.id"], name=op.f("fk_decision_dispute_id_dispute"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["finding_id"], ["finding.id"], name=op.f("fk_decision_finding_id_finding"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(["pair_id"], ["pair.id"], name=op.f("fk_decision_pair_id_pair"), ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(
            ["report_id"], ["report.id"], name=op.f("fk_decision_report_id_report"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name=op.f("fk_decision_user_id_user"), ondelete="RESTRICT"),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_decision")),
        sa.UniqueConstraint("cancels_seq", name=op.f("uq_decision_cancels_seq")),
        sa.UniqueConstraint("sha256", name=op.f("uq_decision_sha256")),
        sa.UniqueConstraint("uid", name=op.f("uq_decision_uid")),
        info={"immutable": True},
    )
    op.create_index(op.f("ix_decision_claim_id"), "decision", ["claim_id"], unique=False)
    op.create_index(op.f("ix_decision_dispute_id"), "decision", ["dispute_id"], unique=False)
    op.create_index(op.f("ix_decision_finding_id"), "decision", ["finding_id"], unique=False)
    op.create_index(op.f("ix_decision_pair_id"), "decision", ["pair_id"], unique=False)
    op.create_index(op.f("ix_decision_user_id"), "decision", ["user_id"], unique=False)
    op.create_table(
        "evidence",
        sa.Column("decision_seq", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("ref", sa.Text(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=True),
        sa.Column("sha256", sa.Text(), nullable=True),
        sa.Column("retrieved_at", sa.DateTime(), nullable=True),
        sa.CheckConstraint("kind IN ('url', 'claim', 'document', 'file')", name=op.f("ck_evidence_kind")),
        sa.ForeignKeyConstraint(
            ["decision_seq"], ["decision.seq"], name=op.f("fk_evidence_decision_seq_decision"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("decision_seq", "ordinal", name=op.f("pk_evidence")),
        info={"immutable": True},
    )
    op.create_table(
        "standing",
        sa.Column("target_uid", sa.Text(), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("decision_seq", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["decision_seq"], ["decision.seq"], name=op.f("fk_standing_decision_seq_decision"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("target_uid", "question", name=op.f("pk_standing")),
    )
    for trigger in TRIGGERS:
        op.execute(trigger)


def downgrade() -> None:
    op.drop_table("standing")
    op.drop_table("evidence")
    op.drop_index(op.f("ix_decision_user_id"), table_name="decision")
    op.drop_index(op.f("ix_decision_pair_id"), table_name="decision")
    op.drop_index(op.f("ix_decision_finding_id"), table_name="decision")
    op.drop_index(op.f("ix_decision_dispute_id"), table_name="decision")
    op.drop_index(op.f("ix_decision_claim_id"), table_name="decision")
    op.drop_table("decision")
    op.drop_table("report")
