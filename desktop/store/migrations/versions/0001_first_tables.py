"""The first tables: changes, revisions, closed documents, drafts."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make these changes; the caller keeps the version."""
    op.create_table(
        "change",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("device", sa.String, nullable=False),
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("at", sa.Integer, nullable=False),
        sa.Column("clock", sa.String, nullable=False),
        sa.Column("author", sa.String, nullable=False),
        sa.Column("label", sa.String, nullable=False),
        sa.Column("undoes", sa.String),
        sa.UniqueConstraint("device", "seq"),
    )
    op.create_table(
        "revision",
        sa.Column("rev", sa.String, primary_key=True),
        sa.Column("entity", sa.String, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("change", sa.String, nullable=False),
        sa.Column("at", sa.Integer, nullable=False),
        sa.Column("schema", sa.Integer, nullable=False),
        sa.Column("nonce", sa.String, nullable=False),
        sa.Column("body", sa.Text),
    )
    for column in ("entity", "change", "kind"):
        op.create_index(f"revision_{column}", "revision", [column])
    _create_links()
    _create_small_tables()


def _create_links() -> None:
    op.create_table(
        "parent",
        sa.Column("child", sa.String, primary_key=True),
        sa.Column("parent", sa.String, primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_index("parent_parent", "parent", ["parent"])
    op.create_table(
        "head",
        sa.Column("rev", sa.String, primary_key=True),
        sa.Column("entity", sa.String, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("head_entity", "head", ["entity"])


def _create_small_tables() -> None:
    op.create_table(
        "document",
        sa.Column("hash", sa.String, primary_key=True),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "draft",
        sa.Column("key", sa.String, primary_key=True),
        sa.Column("body", sa.Text, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "meta",
        sa.Column("key", sa.String, primary_key=True),
        sa.Column("value", sa.String, nullable=False),
        sqlite_with_rowid=False,
    )
