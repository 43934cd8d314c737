"""Whether the record is sound."""

from __future__ import annotations

from sqlalchemy import text

from communique.errors import NotARecord
from communique.store.session import Store


def check(store: Store) -> None:
    """Read the record through. Raises NotARecord for a damaged one.

    On SQLite by PRAGMA quick_check; a PostgreSQL server looks after its own files.
    """
    if store.engine.dialect.name != "sqlite":
        return
    with store.reading() as connection:
        found = connection.execute(text("PRAGMA quick_check(1)")).scalar()
    if found != "ok":
        raise NotARecord(
            f"{store.where} is damaged ({found}); take it from a backup, or move it away and add "
            "the reports again."
        )
