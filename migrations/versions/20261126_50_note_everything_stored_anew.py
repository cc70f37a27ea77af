"""Empty the index of the desk's lists, and note all that is stored: it is to be read anew, with more of each item."""

from __future__ import annotations

from alembic import op

revision = "20261126_50"
down_revision = "20261126_40"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _empty()


def downgrade() -> None:
    _empty()


def _empty() -> None:
    for name in ("desk_entry", "desk_tally", "desk_value", "desk_item", "desk_stale", "claim_words", "document_words"):
        op.execute(f"DELETE FROM {name}")  # noqa: S608 - our names
    for kind in ("pair", "finding", "claim", "document"):
        op.execute(f"INSERT INTO desk_stale SELECT '{kind}', id FROM {kind}")  # noqa: S608 - our names
