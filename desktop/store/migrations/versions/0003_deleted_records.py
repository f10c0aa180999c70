"""What was deleted is found without reading everything else."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make these changes; the caller keeps the version."""
    op.create_index("revision_gone", "revision", ["at"], sqlite_where=sa.text("body IS NULL"))
