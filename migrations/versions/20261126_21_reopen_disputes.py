"""Keep after which decision a claim joined its dispute."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "20261126_21"
down_revision = "20261125_20"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("dispute_claim", sa.Column("joined_after", sa.Integer(), nullable=False, server_default="0"))


def downgrade() -> None:
    op.drop_column("dispute_claim", "joined_after")
