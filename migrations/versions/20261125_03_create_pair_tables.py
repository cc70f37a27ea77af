"""Create the tables of pairs, findings and disputes."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "20261125_03"
down_revision = "20261125_02"
branch_labels = None
depends_on = None

TRIGGERS = (
    "CREATE TRIGGER tr_finding_reading_no_update BEFORE UPDATE ON \"finding_reading\" BEGIN SELECT RAISE(ABORT, 'rows of finding_reading cannot be changed'); END",
    "CREATE TRIGGER tr_finding_reading_no_delete BEFORE DELETE ON \"finding_reading\" BEGIN SELECT RAISE(ABORT, 'rows of finding_reading cannot be changed'); END",
    'CREATE TRIGGER tr_finding_reading_no_replace BEFORE INSERT ON "finding_reading" WHEN EXISTS (SELECT 1 FROM "finding_reading" WHERE ("id" = NEW."id") OR ("finding_id" = NEW."finding_id" AND "seq" = NEW."seq")) BEGIN SELECT RAISE(ABORT, \'rows of finding_reading cannot be changed\'); END',
    "CREATE TRIGGER tr_comparison_no_update BEFORE UPDATE ON \"comparison\" BEGIN SELECT RAISE(ABORT, 'rows of comparison cannot be changed'); END",
    "CREATE TRIGGER tr_comparison_no_delete BEFORE DELETE ON \"comparison\" BEGIN SELECT RAISE(ABORT, 'rows of comparison cannot be changed'); END",
    'CREATE TRIGGER tr_comparison_no_replace BEFORE INSERT ON "comparison" WHEN EXISTS (SELECT 1 FROM "comparison" WHERE ("id" = NEW."id") OR ("pair_id" = NEW."pair_id" AND "seq" = NEW."seq")) BEGIN SELECT RAISE(ABORT, \'rows of comparison cannot be changed\'); END',
)


def upgrade() -> None:
    op.create_table(
        "dispute",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("merged_into_id", sa.Integer(), nullable=True),
        sa.Column("live", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["merged_into_id"], ["dispute.id"], name=op.f("fk_dispute_merged_into_id_dispute"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dispute")),
        sa.UniqueConstraint("uid", name=op.f("uq_dispute_uid")),
    )
    op.create_table(
        "finding",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("snapshot_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("strength", sa.Text(), nullable=True),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("aspects", sa.JSON(), nullable=False),
        sa.Column("explanation", sa.Text(), nullable=False),
        sa.Column("queued", sa.Boolean(), nullable=False),
        sa.Column("priority", sa.Double(), nullable=False),
        sa.Column("live", sa.Boolean(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('HEADLINE_BODY', 'PART_EXCEEDS_WHOLE', 'SUM_MISMATCH', 'COPY_CHANGED')",
            name=op.f("ck_finding_kind"),
        ),
        sa.CheckConstraint("strength IN ('hard', 'soft')", name=op.f("ck_finding_strength")),
        sa.ForeignKeyConstraint(
            ["snapshot_id"], ["snapshot.id"], name=op.f("fk_finding_snapshot_id_snapshot"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_finding")),
        sa.UniqueConstraint("uid", name=op.f("uq_finding_uid")),
    )
    op.create_index(op.f("ix_finding_priority_uid"), "finding", ["priority", "uid"], unique=False)
    op.create_index(op.f("ix_finding_snapshot_id"), "finding", ["snapshot_id"], unique=False)
    op.create_table(
        "finding_reading",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("finding_id", sa.Integer(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("ruleset", sa.Text(), nullable=False),
        sa.Column("strength", sa.Text(), nullable=True),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("aspects", sa.JSON(), nullable=False),
        sa.Column("explanation", sa.Text(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.CheckConstraint("strength IN ('hard', 'soft')", name=op.f("ck_finding_reading_strength")),
        sa.ForeignKeyConstraint(
            ["finding_id"], ["finding.id"], name=op.f("fk_finding_reading_finding_id_finding"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_finding_reading")),
        sa.UniqueConstraint("finding_id", "seq", name=op.f("uq_finding_reading_finding_id_seq")),
        info={"immutable": True},
    )
    op.create_table(
        "dispute_claim",
        sa.Column("dispute_id", sa.Integer(), nullable=False),
        sa.Column("claim_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("stance", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "stance IN ('asserts', 'denies', 'bounds', 'context')", name=op.f("ck_dispute_claim_stance")
        ),
        sa.ForeignKeyConstraint(
            ["claim_id"], ["claim.id"], name=op.f("fk_dispute_claim_claim_id_claim"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["dispute_id"], ["dispute.id"], name=op.f("fk_dispute_claim_dispute_id_dispute"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("dispute_id", "claim_id", name=op.f("pk_dispute_claim")),
    )
    op.create_index(op.f("ix_dispute_claim_claim_id"), "dispute_claim", ["claim_id"], unique=False)
    op.create_table(
        "finding_part",
        sa.Column("finding_id", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("claim_id", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.CheckConstraint('0 <= start AND start <= "end"', name=op.f("ck_finding_part_span")),
        sa.ForeignKeyConstraint(
            ["claim_id"], ["claim.id"], name=op.f("fk_finding_part_claim_id_claim"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["finding_id"], ["finding.id"], name=op.f("fk_finding_part_finding_id_finding"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("finding_id", "ordinal", name=op.f("pk_finding_part")),
    )
    op.create_table(
        "pair",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("left_id", sa.Integer(), nullable=False),
        sa.Column("right_id", sa.Integer(), nullable=False),
        sa.Column("locus", sa.Text(), nullable=False),
        sa.Column("relation", sa.Text(), nullable=False),
        sa.Column("strength", sa.Text(), nullable=True),
        sa.Column("aspect", sa.Text(), nullable=True),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("direction", sa.Text(), nullable=True),
        sa.Column("independent", sa.Boolean(), nullable=False),
        sa.Column("queued", sa.Boolean(), nullable=False),
        sa.Column("priority", sa.Double(), nullable=False),
        sa.Column("probability", sa.Double(), nullable=True),
        sa.Column("similarity", sa.Double(), nullable=True),
        sa.Column("explanation", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("live", sa.Boolean(), nullable=False),
        sa.CheckConstraint("direction IN ('left', 'right')", name=op.f("ck_pair_direction")),
        sa.CheckConstraint(
            "locus IN ('same_section', 'same_document', 'same_outlet', 'cross')", name=op.f("ck_pair_locus")
        ),
        sa.CheckConstraint(
            "relation IN ('CONTRADICTS', 'DISPUTES', 'REVISES', 'UNDETERMINED', 'DIFFERS', 'UPDATES', 'REFINES', 'CORROBORATES', 'DUPLICATE', 'DIFFERENT_SCOPE', 'UNRELATED')",
            name=op.f("ck_pair_relation"),
        ),
        sa.CheckConstraint("state IN ('new', 'decided', 'stale')", name=op.f("ck_pair_state")),
        sa.CheckConstraint("strength IN ('hard', 'soft')", name=op.f("ck_pair_strength")),
        sa.ForeignKeyConstraint(["left_id"], ["claim.id"], name=op.f("fk_pair_left_id_claim"), ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(["right_id"], ["claim.id"], name=op.f("fk_pair_right_id_claim"), ondelete="RESTRICT"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pair")),
        sa.UniqueConstraint("left_id", "right_id", name=op.f("uq_pair_left_id_right_id")),
        sa.UniqueConstraint("uid", name=op.f("uq_pair_uid")),
    )
    op.create_index(op.f("ix_pair_priority_uid"), "pair", ["priority", "uid"], unique=False)
    op.create_index(op.f("ix_pair_right_id"), "pair", ["right_id"], unique=False)
    op.create_table(
        "comparison",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("pair_id", sa.Integer(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("left_version_id", sa.Integer(), nullable=False),
        sa.Column("right_version_id", sa.Integer(), nullable=False),
        sa.Column("ruleset", sa.Text(), nullable=False),
        sa.Column("model_version_id", sa.Integer(), nullable=True),
        sa.Column("relation", sa.Text(), nullable=False),
        sa.Column("strength", sa.Text(), nullable=True),
        sa.Column("aspect", sa.Text(), nullable=True),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("direction", sa.Text(), nullable=True),
        sa.Column("independent", sa.Boolean(), nullable=False),
        sa.Column("explanation", sa.Text(), nullable=False),
        sa.Column("would_change", sa.Text(), nullable=False),
        sa.Column("slots", sa.JSON(), nullable=False),
        sa.Column("features", sa.JSON(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.CheckConstraint(
            "relation IN ('CONTRADICTS', 'DISPUTES', 'REVISES', 'UNDETERMINED', 'DIFFERS', 'UPDATES', 'REFINES', 'CORROBORATES', 'DUPLICATE', 'DIFFERENT_SCOPE', 'UNRELATED')",
            name=op.f("ck_comparison_relation"),
        ),
        sa.CheckConstraint("strength IN ('hard', 'soft')", name=op.f("ck_comparison_strength")),
        sa.ForeignKeyConstraint(
            ["left_version_id"],
            ["claim_version.id"],
            name=op.f("fk_comparison_left_version_id_claim_version"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["model_version_id"],
            ["model_version.id"],
            name=op.f("fk_comparison_model_version_id_model_version"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(["pair_id"], ["pair.id"], name=op.f("fk_comparison_pair_id_pair"), ondelete="RESTRICT"),
        sa.ForeignKeyConstraint(
            ["right_version_id"],
            ["claim_version.id"],
            name=op.f("fk_comparison_right_version_id_claim_version"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_comparison")),
        sa.UniqueConstraint("pair_id", "seq", name=op.f("uq_comparison_pair_id_seq")),
        info={"immutable": True},
    )
    for trigger in TRIGGERS:
        op.execute(trigger)


def downgrade() -> None:
    op.drop_table("comparison")
    op.drop_index(op.f("ix_pair_right_id"), table_name="pair")
    op.drop_index(op.f("ix_pair_priority_uid"), table_name="pair")
    op.drop_table("pair")
    op.drop_table("finding_part")
    op.drop_index(op.f("ix_dispute_claim_claim_id"), table_name="dispute_claim")
    op.drop_table("dispute_claim")
    op.drop_table("finding_reading")
    op.drop_index(op.f("ix_finding_snapshot_id"), table_name="finding")
    op.drop_index(op.f("ix_finding_priority_uid"), table_name="finding")
    op.drop_table("finding")
    op.drop_table("dispute")
