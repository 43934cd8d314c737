"""The first record: what was received, read and decided, and what is derived from it."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def _text(name: str, *, key: bool = False, empty: bool = False) -> sa.Column[Any]:
    return sa.Column(name, TEXT, primary_key=key, nullable=empty and not key)


def _table(name: str, *columns: sa.Column[Any], index: tuple[str, ...] = ()) -> None:
    op.create_table(
        name,
        *columns,
        sa.PrimaryKeyConstraint(*(c.name for c in columns if c.primary_key), name=f"pk_{name}"),
    )
    for column in index:
        op.create_index(f"ix_{name}_{column}", name, [column])


def upgrade() -> None:
    """Make every table."""
    _table(
        "reports",
        _text("id", key=True),
        _text("source"),
        _text("digest"),
        _text("title", empty=True),
        _text("outlet", empty=True),
        _text("language", empty=True),
        _text("published", empty=True),
        _text("folded"),
        _text("body"),
        index=("outlet", "published"),
    )
    _table("sources", _text("source", key=True), _text("report", key=True), index=("report",))
    _table("readings", _text("report", key=True), _text("method"), _text("body"), index=("method",))
    _table(
        "skipped",
        _text("source", key=True),
        _text("report", empty=True),
        _text("method", empty=True),
        _text("kind"),
        _text("reason"),
        index=("report",),
    )
    _table(
        "decisions",
        _text("left", key=True),
        _text("right", key=True),
        _text("at", key=True),
        _text("body"),
    )
    _linked_rows()
    _linked_joins()


def _linked_rows() -> None:
    _table(
        "report_rows",
        _text("id", key=True),
        _text("origin"),
        _text("start", empty=True),
        _text("method"),
        _text("body"),
        index=("origin", "start"),
    )
    _table(
        "entities",
        _text("id", key=True),
        _text("type"),
        _text("name"),
        _text("country", empty=True),
        sa.Column("reports", sa.Integer(), nullable=False),
        _text("body"),
        index=("type", "country", "reports"),
    )
    _table(
        "entity_names",
        _text("entity", key=True),
        sa.Column("place", sa.Integer(), primary_key=True),
        _text("folded"),
        index=("folded",),
    )
    _table(
        "offices",
        _text("id", key=True),
        _text("entity"),
        _text("start", empty=True),
        _text("body"),
        index=("entity",),
    )
    _table(
        "occurrences",
        _text("id", key=True),
        _text("type"),
        _text("process", empty=True),
        _text("country", empty=True),
        _text("start", empty=True),
        _text("end", empty=True),
        _text("body"),
        index=("type", "process", "country", "start"),
    )
    _table(
        "statements",
        _text("id", key=True),
        _text("start", empty=True),
        _text("end", empty=True),
        _text("folded"),
        _text("body"),
        index=("start",),
    )
    _table(
        "agreements",
        _text("id", key=True),
        _text("type"),
        _text("status", empty=True),
        _text("start", empty=True),
        _text("folded"),
        _text("body"),
        index=("type", "status", "start"),
    )
    _table("processes", _text("id", key=True), _text("name"), _text("folded"), _text("body"))
    _table("differences", _text("id", key=True), _text("about"), _text("body"), index=("about",))
    _table(
        "judgements",
        sa.Column("place", sa.Integer(), primary_key=True, autoincrement=False),
        _text("left"),
        _text("right"),
        _text("verdict"),
        _text("body"),
        index=("left", "right"),
    )


def _linked_joins() -> None:
    def kind() -> sa.Column[Any]:
        return _text("kind", key=True)

    role = _text("role", key=True)
    _table("row_entities", kind(), _text("row", key=True), role, _text("entity", key=True))
    op.create_index("ix_row_entities_entity", "row_entities", ["entity", "kind", "role"])
    _table("row_reports", kind(), _text("row", key=True), _text("report", key=True))
    op.create_index("ix_row_reports_report", "row_reports", ["report", "kind"])
    _table("row_issues", kind(), _text("row", key=True), _text("issue", key=True))
    op.create_index("ix_row_issues_issue", "row_issues", ["issue", "kind"])
