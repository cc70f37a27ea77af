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
    for name in ("desk_entry", "desk_tally", "desk_value", "desk_item", "desk_stale", "claim_words", "document_words"):
        op.execute(f"DELETE FROM {name}")  # noqa: S608 - our names; what was read with cards is to be read anew
    for kind in ("pair", "finding", "claim", "document"):
        op.execute(f"INSERT INTO desk_stale SELECT '{kind}', id FROM {kind}")  # noqa: S608 - our names
