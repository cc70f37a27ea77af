"""Let the counts of the desk's lists tell how many items have a value beside another one; all is to be read anew."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "20261127_10"
down_revision = "20261126_60"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _make_anew("beside")


def downgrade() -> None:
    _make_anew()


def _make_anew(*beside: str) -> None:
    """Make the table of counts anew, since its key changes; empty the index, and note all that is stored."""
    op.drop_table("desk_tally")
    op.create_table(
        "desk_tally",
        *(sa.Column(name, sa.Integer(), nullable=False) for name in beside),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("facet", sa.Text(), nullable=False),
        sa.Column("value_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint(*beside, "state", "facet", "value_id", name=op.f("pk_desk_tally")),
        sqlite_with_rowid=False,
    )
    order = [*beside, "state", "facet", "number"]
    op.create_index(op.f(f"ix_desk_tally_{'_'.join(order)}"), "desk_tally", order)
    for name in ("desk_entry", "desk_value", "desk_item", "desk_stale", "claim_words", "document_words"):
        op.execute(f"DELETE FROM {name}")  # noqa: S608 - our names
    for kind in ("pair", "finding", "claim", "document"):
        op.execute(f"INSERT INTO desk_stale SELECT '{kind}', id FROM {kind}")  # noqa: S608 - our names
