"""Create the table of what the network said of two statements."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "20261126_60"
down_revision = "20261126_51"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "exclusion",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("model_version_id", sa.Integer(), nullable=False),
        sa.Column("likelihood", sa.Double(), nullable=False),
        sa.ForeignKeyConstraint(
            ["model_version_id"],
            ["model_version.id"],
            name=op.f("fk_exclusion_model_version_id_model_version"),
            ondelete="RESTRICT",
        ),
        sa.PrimaryKeyConstraint("key", "model_version_id", name=op.f("pk_exclusion")),
    )


def downgrade() -> None:
    op.drop_table("exclusion")
