"""Create the tables of claims, their readings and their vectors."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "20261125_02"
down_revision = "20261125_01"
branch_labels = None
depends_on = None

TRIGGERS = (
    "CREATE TRIGGER tr_claim_no_update BEFORE UPDATE ON \"claim\" BEGIN SELECT RAISE(ABORT, 'rows of claim cannot be changed'); END",
    "CREATE TRIGGER tr_claim_no_delete BEFORE DELETE ON \"claim\" BEGIN SELECT RAISE(ABORT, 'rows of claim cannot be changed'); END",
    'CREATE TRIGGER tr_claim_no_replace BEFORE INSERT ON "claim" WHEN EXISTS (SELECT 1 FROM "claim" WHERE ("id" = NEW."id") OR ("uid" = NEW."uid")) BEGIN SELECT RAISE(ABORT, \'rows of claim cannot be changed\'); END',
    "CREATE TRIGGER tr_claim_version_no_update BEFORE UPDATE ON \"claim_version\" BEGIN SELECT RAISE(ABORT, 'rows of claim_version cannot be changed'); END",
    "CREATE TRIGGER tr_claim_version_no_delete BEFORE DELETE ON \"claim_version\" BEGIN SELECT RAISE(ABORT, 'rows of claim_version cannot be changed'); END",
    'CREATE TRIGGER tr_claim_version_no_replace BEFORE INSERT ON "claim_version" WHEN EXISTS (SELECT 1 FROM "claim_version" WHERE ("id" = NEW."id") OR ("claim_id" = NEW."claim_id" AND "version_no" = NEW."version_no")) BEGIN SELECT RAISE(ABORT, \'rows of claim_version cannot be changed\'); END',
    "CREATE TRIGGER tr_attribution_no_update BEFORE UPDATE ON \"attribution\" BEGIN SELECT RAISE(ABORT, 'rows of attribution cannot be changed'); END",
    "CREATE TRIGGER tr_attribution_no_delete BEFORE DELETE ON \"attribution\" BEGIN SELECT RAISE(ABORT, 'rows of attribution cannot be changed'); END",
    'CREATE TRIGGER tr_attribution_no_replace BEFORE INSERT ON "attribution" WHEN EXISTS (SELECT 1 FROM "attribution" WHERE ("claim_version_id" = NEW."claim_version_id" AND "step" = NEW."step")) BEGIN SELECT RAISE(ABORT, \'rows of attribution cannot be changed\'); END',
    "CREATE TRIGGER tr_embedding_no_update BEFORE UPDATE ON \"embedding\" BEGIN SELECT RAISE(ABORT, 'rows of embedding cannot be changed'); END",
    "CREATE TRIGGER tr_embedding_no_delete BEFORE DELETE ON \"embedding\" BEGIN SELECT RAISE(ABORT, 'rows of embedding cannot be changed'); END",
    'CREATE TRIGGER tr_embedding_no_replace BEFORE INSERT ON "embedding" WHEN EXISTS (SELECT 1 FROM "embedding" WHERE ("claim_version_id" = NEW."claim_version_id" AND "model_version_id" = NEW."model_version_id")) BEGIN SELECT RAISE(ABORT, \'rows of embedding cannot be changed\'); END',
    "CREATE TRIGGER tr_quantity_no_update BEFORE UPDATE ON \"quantity\" BEGIN SELECT RAISE(ABORT, 'rows of quantity cannot be changed'); END",
    "CREATE TRIGGER tr_quantity_no_delete BEFORE DELETE ON \"quantity\" BEGIN SELECT RAISE(ABORT, 'rows of quantity cannot be changed'); END",
    'CREATE TRIGGER tr_quantity_no_replace BEFORE INSERT ON "quantity" WHEN EXISTS (SELECT 1 FROM "quantity" WHERE ("claim_version_id" = NEW."claim_version_id" AND "ordinal" = NEW."ordinal")) BEGIN SELECT RAISE(ABORT, \'rows of quantity cannot be changed\'); END',
)


def upgrade() -> None:
    op.create_table(
        "model_version",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("params", sa.JSON(), nullable=False),
        sa.Column("metrics", sa.JSON(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('embedder', 'extractor', 'ruleset', 'ranker')", name=op.f("ck_model_version_kind")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_model_version")),
        sa.UniqueConstraint(
            "kind", "name", "version", "sha256", name=op.f("uq_model_version_kind_name_version_sha256")
        ),
    )
    op.create_table(
        "claim",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("snapshot_id", sa.Integer(), nullable=False),
        sa.Column("section", sa.Integer(), nullable=False),
        sa.Column("section_kind", sa.Text(), nullable=False),
        sa.Column("passage", sa.Integer(), nullable=False),
        sa.Column("lang", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("exact", sa.Text(), nullable=False),
        sa.Column("prefix", sa.Text(), nullable=False),
        sa.Column("suffix", sa.Text(), nullable=False),
        sa.Column("context", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "section_kind IN ('title', 'deck', 'summary', 'heading', 'body', 'caption', 'credit', 'boilerplate')",
            name=op.f("ck_claim_section_kind"),
        ),
        sa.CheckConstraint('0 <= start AND start < "end"', name=op.f("ck_claim_span")),
        sa.ForeignKeyConstraint(
            ["snapshot_id", "section"],
            ["section.snapshot_id", "section.ordinal"],
            name=op.f("fk_claim_snapshot_id_section"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_claim")),
        sa.UniqueConstraint("uid", name=op.f("uq_claim_uid")),
        info={"immutable": True},
    )
    op.create_index(op.f("ix_claim_snapshot_id_start"), "claim", ["snapshot_id", "start"], unique=False)
    op.create_table(
        "claim_version",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("claim_id", sa.Integer(), nullable=False),
        sa.Column("version_no", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("canonical_text", sa.Text(), nullable=False),
        sa.Column("question_text", sa.Text(), nullable=False),
        sa.Column("predicate", sa.Text(), nullable=True),
        sa.Column("agent_id", sa.Integer(), nullable=True),
        sa.Column("patient_id", sa.Integer(), nullable=True),
        sa.Column("thing", sa.Text(), nullable=True),
        sa.Column("place_id", sa.Integer(), nullable=True),
        sa.Column("place_rel", sa.Text(), nullable=True),
        sa.Column("t_start", sa.DateTime(), nullable=True),
        sa.Column("t_end", sa.DateTime(), nullable=True),
        sa.Column("t_precision", sa.Text(), nullable=True),
        sa.Column("t_basis", sa.Text(), nullable=True),
        sa.Column("stated_on", sa.Date(), nullable=True),
        sa.Column("aspect", sa.Text(), nullable=True),
        sa.Column("modality", sa.Text(), nullable=False),
        sa.Column("polarity", sa.Text(), nullable=False),
        sa.Column("commitment", sa.Text(), nullable=False),
        sa.Column("denies", sa.Integer(), nullable=True),
        sa.Column("hedged", sa.Boolean(), nullable=False),
        sa.Column("against_interest", sa.Boolean(), nullable=False),
        sa.Column("caveats", sa.JSON(), nullable=False),
        sa.Column("slots", sa.JSON(), nullable=False),
        sa.Column("made_by", sa.Text(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "aspect IN ('stock', 'event_count', 'cumulative', 'rate', 'share', 'attribute', 'ordinal')",
            name=op.f("ck_claim_version_aspect"),
        ),
        sa.CheckConstraint(
            "commitment IN ('asserted', 'estimated', 'distanced', 'implied', 'found', 'denied', 'confirmed', 'quoted')",
            name=op.f("ck_claim_version_commitment"),
        ),
        sa.CheckConstraint(
            "kind IN ('quantity', 'event', 'state', 'denial', 'quote', 'superlative', 'characterisation', 'opinion')",
            name=op.f("ck_claim_version_kind"),
        ),
        sa.CheckConstraint(
            "modality IN ('actual', 'goal', 'forecast', 'capability', 'conditional', 'question')",
            name=op.f("ck_claim_version_modality"),
        ),
        sa.CheckConstraint("place_rel IN ('in', 'from', 'to', 'over')", name=op.f("ck_claim_version_place_rel")),
        sa.CheckConstraint("polarity IN ('+', '-')", name=op.f("ck_claim_version_polarity")),
        sa.CheckConstraint(
            "t_basis IN ('explicit', 'dateline', 'inferred', 'unknown')", name=op.f("ck_claim_version_t_basis")
        ),
        sa.CheckConstraint(
            "t_precision IN ('second', 'hour', 'day', 'week', 'month', 'season', 'year', 'none')",
            name=op.f("ck_claim_version_t_precision"),
        ),
        sa.CheckConstraint("version_no >= 1", name=op.f("ck_claim_version_version_no")),
        sa.ForeignKeyConstraint(
            ["agent_id"], ["actor.id"], name=op.f("fk_claim_version_agent_id_actor"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["claim_id"], ["claim.id"], name=op.f("fk_claim_version_claim_id_claim"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["patient_id"], ["actor.id"], name=op.f("fk_claim_version_patient_id_actor"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["place_id"], ["place.id"], name=op.f("fk_claim_version_place_id_place"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_claim_version")),
        sa.UniqueConstraint("claim_id", "version_no", name=op.f("uq_claim_version_claim_id_version_no")),
        info={"immutable": True},
    )
    op.create_table(
        "attribution",
        sa.Column("claim_version_id", sa.Integer(), nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("actor_id", sa.Integer(), nullable=False),
        sa.Column("actor_name", sa.Text(), nullable=False),
        sa.Column("actor_kind", sa.Text(), nullable=True),
        sa.Column("actor_side", sa.Text(), nullable=True),
        sa.Column("actor_start", sa.Integer(), nullable=True),
        sa.Column("actor_end", sa.Integer(), nullable=True),
        sa.Column("cue", sa.Text(), nullable=True),
        sa.Column("cue_start", sa.Integer(), nullable=True),
        sa.Column("cue_end", sa.Integer(), nullable=True),
        sa.Column("cue_class", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "actor_kind IN ('person', 'org', 'state', 'group', 'role', 'anonymous')",
            name=op.f("ck_attribution_actor_kind"),
        ),
        sa.CheckConstraint(
            "cue_class IN ('asserted', 'estimated', 'distanced', 'implied', 'found', 'denied', 'confirmed', 'quoted')",
            name=op.f("ck_attribution_cue_class"),
        ),
        sa.CheckConstraint(
            "role IN ('claimant', 'spokesperson', 'channel', 'agency', 'investigator', 'outlet')",
            name=op.f("ck_attribution_role"),
        ),
        sa.CheckConstraint("step >= 0", name=op.f("ck_attribution_step")),
        sa.ForeignKeyConstraint(
            ["actor_id"], ["actor.id"], name=op.f("fk_attribution_actor_id_actor"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["claim_version_id"],
            ["claim_version.id"],
            name=op.f("fk_attribution_claim_version_id_claim_version"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("claim_version_id", "step", name=op.f("pk_attribution")),
        info={"immutable": True},
    )
    op.create_index(op.f("ix_attribution_actor_id"), "attribution", ["actor_id"], unique=False)
    op.create_table(
        "embedding",
        sa.Column("claim_version_id", sa.Integer(), nullable=False),
        sa.Column("model_version_id", sa.Integer(), nullable=False),
        sa.Column("dim", sa.Integer(), nullable=False),
        sa.Column("vector", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["claim_version_id"],
            ["claim_version.id"],
            name=op.f("fk_embedding_claim_version_id_claim_version"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["model_version_id"],
            ["model_version.id"],
            name=op.f("fk_embedding_model_version_id_model_version"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("claim_version_id", "model_version_id", name=op.f("pk_embedding")),
        info={"immutable": True},
    )
    op.create_table(
        "quantity",
        sa.Column("claim_version_id", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("surface", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("qualifier", sa.Text(), nullable=False),
        sa.Column("point", sa.Double(), nullable=True),
        sa.Column("low", sa.Double(), nullable=True),
        sa.Column("high", sa.Double(), nullable=True),
        sa.Column("hard_lo", sa.Double(), nullable=True),
        sa.Column("hard_hi", sa.Double(), nullable=True),
        sa.Column("hard_lo_open", sa.Boolean(), nullable=False),
        sa.Column("hard_hi_open", sa.Boolean(), nullable=False),
        sa.Column("soft_lo", sa.Double(), nullable=True),
        sa.Column("soft_hi", sa.Double(), nullable=True),
        sa.Column("soft_lo_open", sa.Boolean(), nullable=False),
        sa.Column("soft_hi_open", sa.Boolean(), nullable=False),
        sa.Column("stance", sa.Text(), nullable=True),
        sa.Column("trend", sa.Text(), nullable=True),
        sa.Column("granularity", sa.Double(), nullable=True),
        sa.Column("unit", sa.Text(), nullable=True),
        sa.Column("unit_name", sa.Text(), nullable=True),
        sa.Column("thing", sa.Text(), nullable=True),
        sa.Column("thing_start", sa.Integer(), nullable=True),
        sa.Column("thing_end", sa.Integer(), nullable=True),
        sa.Column("part_of", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "kind IN ('number', 'ordinal', 'share', 'money', 'measure', 'age', 'temperature')",
            name=op.f("ck_quantity_kind"),
        ),
        sa.CheckConstraint(
            "qualifier IN ('bare', 'exact', 'approx', 'just_below', 'just_above', 'above', 'at_least', 'at_most', 'below', 'up_to', 'range', 'couple', 'a_few', 'several', 'tens', 'dozens', 'several_dozen', 'hundreds', 'thousands', 'tens_of_thousands', 'hundreds_of_thousands', 'millions', 'none')",
            name=op.f("ck_quantity_qualifier"),
        ),
        sa.CheckConstraint("trend IN ('up', 'down')", name=op.f("ck_quantity_trend")),
        sa.CheckConstraint("hard_lo <= hard_hi", name=op.f("ck_quantity_hard")),
        sa.CheckConstraint("hard_lo <= soft_lo", name=op.f("ck_quantity_lower")),
        sa.CheckConstraint("soft_hi <= hard_hi", name=op.f("ck_quantity_upper")),
        sa.CheckConstraint("soft_lo <= soft_hi", name=op.f("ck_quantity_soft")),
        sa.ForeignKeyConstraint(
            ["claim_version_id"],
            ["claim_version.id"],
            name=op.f("fk_quantity_claim_version_id_claim_version"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("claim_version_id", "ordinal", name=op.f("pk_quantity")),
        info={"immutable": True},
    )
    for trigger in TRIGGERS:
        op.execute(trigger)


def downgrade() -> None:
    op.drop_table("quantity")
    op.drop_table("embedding")
    op.drop_index(op.f("ix_attribution_actor_id"), table_name="attribution")
    op.drop_table("attribution")
    op.drop_table("claim_version")
    op.drop_index(op.f("ix_claim_snapshot_id_start"), table_name="claim")
    op.drop_table("claim")
    op.drop_table("model_version")
