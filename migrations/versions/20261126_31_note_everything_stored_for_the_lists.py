"""Note all that is stored as not yet in the index of the desk's lists; the next command or page reads it in."""

from __future__ import annotations

from alembic import op

revision = "20261126_31"
down_revision = "20261126_30"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute("INSERT INTO desk_change (id, number) VALUES (1, 0)")
    for kind in ("pair", "finding", "claim", "document"):
        op.execute(f"INSERT INTO desk_stale SELECT '{kind}', id FROM {kind}")  # noqa: S608 - our names


def downgrade() -> None:
    op.execute("DELETE FROM desk_change")
    for name in ("desk_stale", "desk_tally", "desk_entry", "desk_value", "desk_item", "claim_words", "document_words"):
        op.execute(f"DELETE FROM {name}")  # noqa: S608 - our names
