"""Let the index of the desk's lists hold what a card shows of each item."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "20261126_51"
down_revision = "20261126_50"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("DELETE FROM desk_item")  # empty since the revision before: rows would need a card
    op.add_column("desk_item", sa.Column("card", sa.JSON(), nullable=False))


def downgrade() -> None:
    op.drop_column("desk_item", "card")
