"""Meetings by their level."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Add the column; meetings linked before have no level until they are linked again."""
    op.add_column("occurrences", sa.Column("level", TEXT, nullable=True))
    op.create_index("ix_occurrences_level", "occurrences", ["level"])
