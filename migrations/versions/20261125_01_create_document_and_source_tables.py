"""Create the tables of documents, sources, places and people."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "20261125_01"
down_revision = None
branch_labels = None
depends_on = None

TRIGGERS = (
    "CREATE TRIGGER tr_snapshot_no_update BEFORE UPDATE ON \"snapshot\" BEGIN SELECT RAISE(ABORT, 'rows of snapshot cannot be changed'); END",
    "CREATE TRIGGER tr_snapshot_no_delete BEFORE DELETE ON \"snapshot\" BEGIN SELECT RAISE(ABORT, 'rows of snapshot cannot be changed'); END",
    'CREATE TRIGGER tr_snapshot_no_replace BEFORE INSERT ON "snapshot" WHEN EXISTS (SELECT 1 FROM "snapshot" WHERE ("id" = NEW."id") OR ("document_id" = NEW."document_id" AND "seq" = NEW."seq") OR ("supersedes_id" = NEW."supersedes_id") OR ("uid" = NEW."uid")) BEGIN SELECT RAISE(ABORT, \'rows of snapshot cannot be changed\'); END',
    "CREATE TRIGGER tr_section_no_update BEFORE UPDATE ON \"section\" BEGIN SELECT RAISE(ABORT, 'rows of section cannot be changed'); END",
    "CREATE TRIGGER tr_section_no_delete BEFORE DELETE ON \"section\" BEGIN SELECT RAISE(ABORT, 'rows of section cannot be changed'); END",
    'CREATE TRIGGER tr_section_no_replace BEFORE INSERT ON "section" WHEN EXISTS (SELECT 1 FROM "section" WHERE ("id" = NEW."id") OR ("snapshot_id" = NEW."snapshot_id" AND "ordinal" = NEW."ordinal")) BEGIN SELECT RAISE(ABORT, \'rows of section cannot be changed\'); END',
)


def upgrade() -> None:
    op.create_table(
        "actor",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("slug", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=True),
        sa.Column("parent_id", sa.Integer(), nullable=True),
        sa.Column("reliability", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "kind IN ('person', 'org', 'state', 'group', 'role', 'anonymous')", name=op.f("ck_actor_kind")
        ),
        sa.CheckConstraint("reliability IN ('A', 'B', 'C', 'D', 'E', 'F')", name=op.f("ck_actor_reliability")),
        sa.ForeignKeyConstraint(
            ["parent_id"], ["actor.id"], name=op.f("fk_actor_parent_id_actor"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_actor")),
        sa.UniqueConstraint("slug", name=op.f("uq_actor_slug")),
    )
    op.create_table(
        "outlet",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("slug", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("country", sa.Text(), nullable=True),
        sa.Column("reliability", sa.Text(), nullable=True),
        sa.Column("reliability_basis", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "kind IN ('agency', 'newspaper', 'broadcaster', 'state_media', 'government', 'ngo', 'platform', 'unknown')",
            name=op.f("ck_outlet_kind"),
        ),
        sa.CheckConstraint("reliability IN ('A', 'B', 'C', 'D', 'E', 'F')", name=op.f("ck_outlet_reliability")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outlet")),
        sa.UniqueConstraint("slug", name=op.f("uq_outlet_slug")),
    )
    op.create_table(
        "place",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("slug", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_place")),
        sa.UniqueConstraint("slug", name=op.f("uq_place_slug")),
    )
    op.create_table(
        "user",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("password_hash", sa.Text(), nullable=True),
        sa.Column("disabled", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.CheckConstraint("role IN ('viewer', 'reviewer', 'editor', 'admin')", name=op.f("ck_user_role")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_user")),
        sa.UniqueConstraint("name", name=op.f("uq_user_name")),
    )
    op.create_table(
        "actor_alias",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("actor_id", sa.Integer(), nullable=False),
        sa.Column("alias", sa.Text(), nullable=False),
        sa.Column("alias_norm", sa.Text(), nullable=False),
        sa.Column("lang", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["actor_id"], ["actor.id"], name=op.f("fk_actor_alias_actor_id_actor"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_actor_alias")),
        sa.UniqueConstraint("actor_id", "alias", "lang", name=op.f("uq_actor_alias_actor_id_alias_lang")),
    )
    op.create_index(op.f("ix_actor_alias_alias_norm"), "actor_alias", ["alias_norm"], unique=False)
    op.create_table(
        "actor_side",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("actor_id", sa.Integer(), nullable=False),
        sa.Column("side", sa.Text(), nullable=False),
        sa.Column("basis", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["actor_id"], ["actor.id"], name=op.f("fk_actor_side_actor_id_actor"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_actor_side")),
        sa.UniqueConstraint("actor_id", "side", name=op.f("uq_actor_side_actor_id_side")),
    )
    op.create_table(
        "document",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("outlet_id", sa.Integer(), nullable=False),
        sa.Column("canonical_url", sa.Text(), nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("lang", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["outlet_id"], ["outlet.id"], name=op.f("fk_document_outlet_id_outlet"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_document")),
        sa.UniqueConstraint("uid", name=op.f("uq_document_uid")),
    )
    op.create_index(op.f("ix_document_name"), "document", ["name"], unique=False)
    op.create_table(
        "login_token",
        sa.Column("token_sha256", sa.Text(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("expires_at", sa.DateTime(), nullable=False),
        sa.Column("used_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["user_id"], ["user.id"], name=op.f("fk_login_token_user_id_user"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("token_sha256", name=op.f("pk_login_token")),
    )
    op.create_table(
        "session",
        sa.Column("id_sha256", sa.Text(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("seen_at", sa.DateTime(), nullable=False),
        sa.Column("ended_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name=op.f("fk_session_user_id_user"), ondelete="RESTRICT"),
        sa.PrimaryKeyConstraint("id_sha256", name=op.f("pk_session")),
    )
    op.create_table(
        "snapshot",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("lang", sa.Text(), nullable=True),
        sa.Column("published_on", sa.DateTime(), nullable=True),
        sa.Column("updated_on", sa.DateTime(), nullable=True),
        sa.Column("date_precision", sa.Text(), nullable=False),
        sa.Column("credits", sa.JSON(), nullable=False),
        sa.Column("raw", sa.LargeBinary(), nullable=False),
        sa.Column("raw_sha256", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("text_sha256", sa.Text(), nullable=False),
        sa.Column("taken_at", sa.DateTime(), nullable=False),
        sa.Column("supersedes_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "date_precision IN ('second', 'hour', 'day', 'week', 'month', 'season', 'year', 'none')",
            name=op.f("ck_snapshot_date_precision"),
        ),
        sa.CheckConstraint("seq >= 1", name=op.f("ck_snapshot_seq")),
        sa.ForeignKeyConstraint(
            ["document_id"], ["document.id"], name=op.f("fk_snapshot_document_id_document"), ondelete="RESTRICT"
        ),
        sa.ForeignKeyConstraint(
            ["supersedes_id"], ["snapshot.id"], name=op.f("fk_snapshot_supersedes_id_snapshot"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_snapshot")),
        sa.UniqueConstraint("document_id", "seq", name=op.f("uq_snapshot_document_id_seq")),
        sa.UniqueConstraint("supersedes_id", name=op.f("uq_snapshot_supersedes_id")),
        sa.UniqueConstraint("uid", name=op.f("uq_snapshot_uid")),
        info={"immutable": True},
    )
    op.create_table(
        "section",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("snapshot_id", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("dated_on", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "kind IN ('title', 'deck', 'summary', 'heading', 'body', 'caption', 'credit', 'boilerplate')",
            name=op.f("ck_section_kind"),
        ),
        sa.CheckConstraint('0 <= start AND start <= "end"', name=op.f("ck_section_span")),
        sa.ForeignKeyConstraint(
            ["snapshot_id"], ["snapshot.id"], name=op.f("fk_section_snapshot_id_snapshot"), ondelete="RESTRICT"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_section")),
        sa.UniqueConstraint("snapshot_id", "ordinal", name=op.f("uq_section_snapshot_id_ordinal")),
        info={"immutable": True},
    )
    for trigger in TRIGGERS:
        op.execute(trigger)


def downgrade() -> None:
    op.drop_table("section")
    op.drop_table("snapshot")
    op.drop_table("session")
    op.drop_table("login_token")
    op.drop_index(op.f("ix_document_name"), table_name="document")
    op.drop_table("document")
    op.drop_table("actor_side")
    op.drop_index(op.f("ix_actor_alias_alias_norm"), table_name="actor_alias")
    op.drop_table("actor_alias")
    op.drop_table("user")
    op.drop_table("place")
    op.drop_table("outlet")
    op.drop_table("actor")
