"""An empty record, on SQLite always and on PostgreSQL where a server is given."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, make_url, text

from communique.store.session import Store, open_record
from tests.store import sample


def postgresql() -> str:
    """The URL of a server whose tables may be thrown away."""
    url = os.environ.get("COMMUNIQUE_TEST_POSTGRESQL")
    if url:
        return url
    message = "set COMMUNIQUE_TEST_POSTGRESQL=$(scripts/postgresql.sh start)"
    if os.environ.get("CI"):
        pytest.fail(message)
    pytest.skip(message)


def emptied(url: str) -> str:
    """A database without tables; each process that tests has its own."""
    name = f"test_{os.environ.get('PYTEST_XDIST_WORKER', 'alone')}"
    server = make_url(url).set(drivername="postgresql+psycopg")
    engine = create_engine(server, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)"))
        connection.execute(text(f"CREATE DATABASE {name}"))
    engine.dispose()
    return server.set(drivername="postgresql", database=name).render_as_string(hide_password=False)


def place(database: str, folder: Path) -> str:
    """Where a record may be made on a database."""
    return emptied(postgresql()) if database == "postgresql" else str(folder / "record.db")


@pytest.fixture(params=["sqlite", "postgresql"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a record may be made."""
    return place(request.param, tmp_path)


@pytest.fixture
def store(where: str) -> Iterator[Store]:
    """An empty record."""
    with open_record(where) as opened:
        yield opened


@pytest.fixture
def filled(store: Store) -> Store:
    """A record of two reports."""
    sample.fill(store)
    return store
