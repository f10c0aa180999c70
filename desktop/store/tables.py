"""The store's own tables; Alembic migrates these and nothing else."""

from sqlalchemy import Column, Index, Integer, MetaData, String, Table, Text, text

metadata = MetaData()

change = Table(
    "change",
    metadata,
    Column("id", String, primary_key=True),
    Column("device", String, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("at", Integer, nullable=False),
    Column("clock", String, nullable=False),
    Column("author", String, nullable=False),
    Column("label", String, nullable=False),
    Column("undoes", String),
    Index("change_device", "device", "seq"),
)

revision = Table(
    "revision",
    metadata,
    Column("rev", String, primary_key=True),
    Column("entity", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("change", String, nullable=False),
    Column("at", Integer, nullable=False),
    Column("schema", Integer, nullable=False),
    Column("nonce", String, nullable=False),
    Column("body", Text),
    Index("revision_entity", "entity"),
    Index("revision_change", "change"),
    Index("revision_kind", "kind"),
    Index("revision_at", "at"),
    Index("revision_gone", "at", sqlite_where=text("body IS NULL")),
)

parent = Table(
    "parent",
    metadata,
    Column("child", String, primary_key=True),
    Column("parent", String, primary_key=True),
    Index("parent_parent", "parent"),
    sqlite_with_rowid=False,
)

head = Table(
    "head",
    metadata,
    Column("rev", String, primary_key=True),
    Column("entity", String, nullable=False),
    Index("head_entity", "entity"),
    sqlite_with_rowid=False,
)

found = Table(
    "found",
    metadata,
    Column("change", String, primary_key=True),
    Column("rev", String, primary_key=True),
    sqlite_with_rowid=False,
)
"""The heads that a change of this replica found, where its parents don't say so; for undo."""

document = Table(
    "document",
    metadata,
    Column("hash", String, primary_key=True),
    Column("kind", String, nullable=False),
    Column("body", Text, nullable=False),
    sqlite_with_rowid=False,
)

draft = Table(
    "draft",
    metadata,
    Column("key", String, primary_key=True),
    Column("body", Text, nullable=False),
    sqlite_with_rowid=False,
)

meta = Table(
    "meta",
    metadata,
    Column("key", String, primary_key=True),
    Column("value", String, nullable=False),
    sqlite_with_rowid=False,
)
