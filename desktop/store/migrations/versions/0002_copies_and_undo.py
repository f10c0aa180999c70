"""Copied files can be merged, and undo knows what a change found."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make these changes; the caller keeps the version."""
    # The constraint has no name, so the table is made again without it.
    op.execute("ALTER TABLE change RENAME TO change_0001")
    op.execute(
        "CREATE TABLE change (id VARCHAR NOT NULL, device VARCHAR NOT NULL, seq INTEGER NOT NULL, "
        "at INTEGER NOT NULL, clock VARCHAR NOT NULL, author VARCHAR NOT NULL, "
        "label VARCHAR NOT NULL, undoes VARCHAR, PRIMARY KEY (id))"
    )
    columns = "id, device, seq, at, clock, author, label, undoes"
    op.execute(f"INSERT INTO change ({columns}) SELECT {columns} FROM change_0001")
    op.drop_table("change_0001")
    op.create_index("change_device", "change", ["device", "seq"])
    op.create_index("revision_at", "revision", ["at"])
    op.create_table(
        "found",
        sa.Column("change", sa.String, primary_key=True),
        sa.Column("rev", sa.String, primary_key=True),
        sqlite_with_rowid=False,
    )
