"""Occurrences by CAMEO code, and by whether any report tells them itself."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Add the columns; those linked before are of no code and not claimed, until linked again."""
    op.add_column("occurrences", sa.Column("cameo", TEXT, nullable=True))
    op.add_column(
        "occurrences",
        sa.Column("claimed", sa.Boolean(), nullable=False, server_default=sa.false()),
    )
    op.create_index("ix_occurrences_cameo", "occurrences", ["cameo"])
