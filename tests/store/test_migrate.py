import sqlite3
from pathlib import Path
from threading import Thread

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

from communique.errors import StoreError
from communique.store import migrate
from communique.store.event_questions import occurrences
from communique.store.session import Store, open_record
from communique.store.statement_questions import statement_counts
from communique.store.tables import Table
from tests.store import sample


def test_the_migrations_make_the_tables_that_the_code_expects(store: Store) -> None:
    options = {"version_table": migrate.VERSION_TABLE, "compare_type": True}
    with store.reading() as connection:
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, Table.metadata) == []


def test_the_newest_migration_is_the_one_the_code_names() -> None:
    assert ScriptDirectory(str(migrate.MIGRATIONS)).get_current_head() == migrate.HEAD


def test_a_record_that_is_up_to_date_is_opened_without_migrating(
    where: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_record(where).close()
    monkeypatch.setattr(migrate, "_upgrade", lambda *_: pytest.fail("migrated again"))
    open_record(where).close()


def test_a_record_of_the_first_version_is_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    with open_record(path) as store:
        sample.fill(store)
    with open_record(path) as store, store.writing() as connection:
        connection.execute(text("DROP TABLE row_stances"))
        for index in ("ix_occurrences_cameo", "ix_occurrences_level", "ix_statements_form"):
            connection.execute(text(f"DROP INDEX {index}"))
        connection.execute(text("ALTER TABLE statements DROP COLUMN form"))
        for column in ("cameo", "claimed", "level"):
            connection.execute(text(f"ALTER TABLE occurrences DROP COLUMN {column}"))
        connection.execute(text(f"UPDATE {migrate.VERSION_TABLE} SET version_num = '0001'"))
    with open_record(path) as store:
        assert occurrences(store, claimed=False).total == 2
        assert statement_counts(store).forms == {"": 4}


def test_a_record_of_a_newer_version_is_left_alone(where: str) -> None:
    with open_record(where) as store, store.writing() as connection:
        connection.execute(text(f"UPDATE {migrate.VERSION_TABLE} SET version_num = '9999'"))
    with pytest.raises(StoreError, match="newer version of Communique; upgrade"):
        open_record(where)


def test_a_migration_that_fails_leaves_no_half_made_tables(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sqlalchemy as sa
    from alembic import op

    def fail(*_: object, **__: object) -> None:
        raise sa.exc.InvalidRequestError("halfway")

    monkeypatch.setattr(op, "create_index", fail)
    path = tmp_path / "record.db"
    with pytest.raises(sa.exc.InvalidRequestError):
        open_record(path)
    monkeypatch.undo()
    connection = sqlite3.connect(path)
    assert connection.execute("SELECT name FROM sqlite_master").fetchall() == []
    connection.close()
    open_record(path).close()


def test_two_programs_may_make_a_record_at_once(where: str) -> None:
    failures: list[BaseException] = []

    def make() -> None:
        try:
            open_record(where).close()
        except BaseException as error:
            failures.append(error)

    threads = [Thread(target=make) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
