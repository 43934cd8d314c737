"""Statements by their form and by what they are for or against."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Add them; statements linked before have neither until they are linked again."""
    op.add_column("statements", sa.Column("form", TEXT, nullable=True))
    op.create_index("ix_statements_form", "statements", ["form"])
    op.create_table(
        "row_stances",
        sa.Column("row", TEXT, nullable=False),
        sa.Column("toward", TEXT, nullable=False),
        sa.Column("polarity", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("row", "toward", "polarity", name="pk_row_stances"),
    )
    op.create_index("ix_row_stances_polarity", "row_stances", ["polarity"])
