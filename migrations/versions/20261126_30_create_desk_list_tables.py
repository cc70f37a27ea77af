"""Create the index the desk's lists are read from, the full text of claims and documents, and what notes changes."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "20261126_30"
down_revision = "20261126_22"
branch_labels = None
depends_on = None

TABLES = (
    "claim_words",
    "document_words",
    "desk_stale",
    "desk_change",
    "desk_tally",
    "desk_entry",
    "desk_value",
    "desk_item",
)
TRIGGERS = (
    "CREATE TRIGGER tr_pair_added AFTER INSERT ON \"pair\" BEGIN INSERT OR IGNORE INTO desk_stale VALUES ('pair', NEW.id); END",
    "CREATE TRIGGER tr_pair_changed AFTER UPDATE ON \"pair\" BEGIN INSERT OR IGNORE INTO desk_stale VALUES ('pair', NEW.id); END",
    "CREATE TRIGGER tr_finding_added AFTER INSERT ON \"finding\" BEGIN INSERT OR IGNORE INTO desk_stale VALUES ('finding', NEW.id); END",
    "CREATE TRIGGER tr_finding_changed AFTER UPDATE ON \"finding\" BEGIN INSERT OR IGNORE INTO desk_stale VALUES ('finding', NEW.id); END",
    "CREATE TRIGGER tr_finding_part_added AFTER INSERT ON \"finding_part\" BEGIN INSERT OR IGNORE INTO desk_stale VALUES ('finding', NEW.finding_id); END",
    "CREATE TRIGGER tr_version_added AFTER INSERT ON \"claim_version\" BEGIN INSERT OR IGNORE INTO desk_stale SELECT 'claim', id FROM claim WHERE id = NEW.claim_id; INSERT OR IGNORE INTO desk_stale SELECT 'pair', id FROM pair WHERE left_id = NEW.claim_id; INSERT OR IGNORE INTO desk_stale SELECT 'pair', id FROM pair WHERE right_id = NEW.claim_id; INSERT OR IGNORE INTO desk_stale SELECT 'finding', finding_id FROM finding_part WHERE claim_id = NEW.claim_id; END",
    "CREATE TRIGGER tr_text_superseded AFTER INSERT ON \"snapshot\" BEGIN INSERT OR IGNORE INTO desk_stale SELECT 'claim', id FROM claim WHERE id IN (SELECT id FROM claim WHERE snapshot_id = NEW.supersedes_id); INSERT OR IGNORE INTO desk_stale SELECT 'pair', id FROM pair WHERE left_id IN (SELECT id FROM claim WHERE snapshot_id = NEW.supersedes_id); INSERT OR IGNORE INTO desk_stale SELECT 'pair', id FROM pair WHERE right_id IN (SELECT id FROM claim WHERE snapshot_id = NEW.supersedes_id); INSERT OR IGNORE INTO desk_stale SELECT 'finding', finding_id FROM finding_part WHERE claim_id IN (SELECT id FROM claim WHERE snapshot_id = NEW.supersedes_id); END",
    "CREATE TRIGGER tr_text_added AFTER INSERT ON \"snapshot\" BEGIN INSERT OR IGNORE INTO desk_stale VALUES ('document', NEW.document_id); END",
    "CREATE TRIGGER tr_document_changed AFTER UPDATE ON \"document\" BEGIN INSERT OR IGNORE INTO desk_stale VALUES ('document', NEW.id); END",
    "CREATE TRIGGER tr_verdict_set AFTER INSERT ON \"standing\" BEGIN INSERT OR IGNORE INTO desk_stale SELECT 'pair', id FROM pair WHERE uid = NEW.target_uid; INSERT OR IGNORE INTO desk_stale SELECT 'finding', id FROM finding WHERE uid = NEW.target_uid; INSERT OR IGNORE INTO desk_stale SELECT 'claim', id FROM claim WHERE uid = NEW.target_uid; END",
    "CREATE TRIGGER tr_verdict_lifted AFTER DELETE ON \"standing\" BEGIN INSERT OR IGNORE INTO desk_stale SELECT 'pair', id FROM pair WHERE uid = OLD.target_uid; INSERT OR IGNORE INTO desk_stale SELECT 'finding', id FROM finding WHERE uid = OLD.target_uid; INSERT OR IGNORE INTO desk_stale SELECT 'claim', id FROM claim WHERE uid = OLD.target_uid; END",
    "CREATE TRIGGER tr_taken_on AFTER INSERT ON \"assignment\" BEGIN INSERT OR IGNORE INTO desk_stale SELECT 'pair', id FROM pair WHERE uid = NEW.target_uid; INSERT OR IGNORE INTO desk_stale SELECT 'finding', id FROM finding WHERE uid = NEW.target_uid; INSERT OR IGNORE INTO desk_stale SELECT 'claim', id FROM claim WHERE uid = NEW.target_uid; END",
    "CREATE TRIGGER tr_given_up AFTER DELETE ON \"assignment\" BEGIN INSERT OR IGNORE INTO desk_stale SELECT 'pair', id FROM pair WHERE uid = OLD.target_uid; INSERT OR IGNORE INTO desk_stale SELECT 'finding', id FROM finding WHERE uid = OLD.target_uid; INSERT OR IGNORE INTO desk_stale SELECT 'claim', id FROM claim WHERE uid = OLD.target_uid; END",
    "CREATE TRIGGER tr_dispute_joined AFTER INSERT ON \"dispute_claim\" BEGIN INSERT OR IGNORE INTO desk_stale SELECT 'pair', id FROM pair WHERE left_id = NEW.claim_id; INSERT OR IGNORE INTO desk_stale SELECT 'pair', id FROM pair WHERE right_id = NEW.claim_id; END",
    "CREATE TRIGGER tr_dispute_left AFTER DELETE ON \"dispute_claim\" BEGIN INSERT OR IGNORE INTO desk_stale SELECT 'pair', id FROM pair WHERE left_id = OLD.claim_id; INSERT OR IGNORE INTO desk_stale SELECT 'pair', id FROM pair WHERE right_id = OLD.claim_id; END",
    'CREATE TRIGGER tr_decision_moves_on AFTER INSERT ON "decision" BEGIN UPDATE desk_change SET number = number + 1; END',
    'CREATE TRIGGER tr_correction_moves_on AFTER INSERT ON "correction" BEGIN UPDATE desk_change SET number = number + 1; END',
    'CREATE TRIGGER tr_saved_view_moves_on AFTER INSERT ON "saved_view" BEGIN UPDATE desk_change SET number = number + 1; END',
    'CREATE TRIGGER tr_saved_view_moves_off AFTER DELETE ON "saved_view" BEGIN UPDATE desk_change SET number = number + 1; END',
)


def upgrade() -> None:
    op.create_table(
        "desk_item",
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("target_id", sa.Integer(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("relation", sa.Text(), nullable=False),
        sa.Column("press", sa.Double(), nullable=False),
        sa.Column("age", sa.Double(), nullable=False),
        sa.Column("facets", sa.JSON(), nullable=False),
        sa.CheckConstraint("kind IN ('pair', 'finding', 'claim')", name=op.f("ck_desk_item_kind")),
        sa.PrimaryKeyConstraint("uid", name=op.f("pk_desk_item")),
    )
    op.create_index(op.f("ix_desk_item_kind_target_id"), "desk_item", ["kind", "target_id"], unique=True)
    op.create_index(op.f("ix_desk_item_state_press_uid"), "desk_item", ["state", "press", "uid"])
    op.create_index(op.f("ix_desk_item_state_age_press_uid"), "desk_item", ["state", "age", "press", "uid"])
    op.create_index(op.f("ix_desk_item_state_relation_press_uid"), "desk_item", ["state", "relation", "press", "uid"])
    op.create_table(
        "desk_value",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("facet", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_desk_value")),
    )
    op.create_index(op.f("ix_desk_value_facet_value"), "desk_value", ["facet", "value"], unique=True)
    op.create_table(
        "desk_entry",
        sa.Column("value_id", sa.Integer(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("press", sa.Double(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["value_id"], ["desk_value.id"], name=op.f("fk_desk_entry_value_id_desk_value"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("value_id", "state", "press", "uid", name=op.f("pk_desk_entry")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "desk_tally",
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("facet", sa.Text(), nullable=False),
        sa.Column("value_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("state", "facet", "value_id", name=op.f("pk_desk_tally")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_desk_tally_state_facet_number"), "desk_tally", ["state", "facet", "number"])
    op.create_table(
        "desk_change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_desk_change")),
    )
    op.create_table(
        "desk_stale",
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("target_id", sa.Integer(), nullable=False),
        sa.CheckConstraint("kind IN ('pair', 'finding', 'claim', 'document')", name=op.f("ck_desk_stale_kind")),
        sa.PrimaryKeyConstraint("kind", "target_id", name=op.f("pk_desk_stale")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_finding_part_claim_id"), "finding_part", ["claim_id"])
    tokens = "tokenize='unicode61 remove_diacritics 2'"
    op.execute(f"CREATE VIRTUAL TABLE claim_words USING fts5(words, claimant, mark, {tokens})")
    op.execute(f"CREATE VIRTUAL TABLE document_words USING fts5(title, body, {tokens})")
    for trigger in TRIGGERS:
        op.execute(trigger)


def downgrade() -> None:
    for trigger in TRIGGERS:
        op.execute(f"DROP TRIGGER {trigger.split()[2]}")
    op.drop_index(op.f("ix_finding_part_claim_id"), "finding_part")
    for name in TABLES:
        op.drop_table(name)
