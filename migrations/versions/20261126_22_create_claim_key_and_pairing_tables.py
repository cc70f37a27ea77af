"""Create the file of keys under which claims find each other, and the list of passes of pairing."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "20261126_22"
down_revision = "20261126_21"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "claim_key",
        sa.Column("key", sa.BigInteger(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("place", sa.BigInteger(), nullable=False),
        sa.Column("claim_id", sa.Integer(), nullable=False),
        sa.Column("is_open", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["claim_id"], ["claim.id"], name=op.f("fk_claim_key_claim_id_claim"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("key", "day", "place", "claim_id", name=op.f("pk_claim_key")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_claim_key_claim_id"), "claim_key", ["claim_id"], unique=False)
    op.create_table(
        "pairing",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("ruleset", sa.Text(), nullable=False),
        sa.Column("embedder", sa.Text(), nullable=False),
        sa.Column("version_upto", sa.Integer(), nullable=False),
        sa.Column("snapshot_upto", sa.Integer(), nullable=False),
        sa.Column("crowded", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pairing")),
    )


def downgrade() -> None:
    op.drop_table("pairing")
    op.drop_table("claim_key")
