"""Opening the record: one door to SQLite and PostgreSQL.

A record is a file (SQLite, write-ahead log: many read while one writes) or a `postgresql://` URL.
Its tables are made or brought up to date when it is opened for writing. What the database says is
translated here, once, into `communique.errors`: one sentence with what to do next. Every write is
one transaction, so whatever fails leaves the record as it was before that write.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import unquote

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event, text
from sqlalchemy.engine import ExceptionContext

from communique.errors import NotARecord, NotFound, StoreError, StoreReadOnly
from communique.store import migrate
from communique.store.faults import translated
from communique.store.tables import APPLICATION_ID

WAIT = 15.0
"""Seconds to wait for another program's write before StoreLocked."""
_ONE_WRITER = 0x434F4D51
"""The advisory lock that lets one program write at a time on PostgreSQL, as SQLite does."""
_MAGIC = b"SQLite format 3\0"


class Store:
    """The open record. Use it as a context manager, or close it."""

    def __init__(self, engine: Engine, where: str) -> None:
        self.engine = engine
        self.where = where
        """The record as a person names it: a path, or a URL without its password."""

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one state of the record throughout."""
        with self.engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction: all of it is kept, or nothing. Raises StoreLocked when another program
        writes for longer than WAIT, StoreReadOnly and DiskFull."""
        with (
            self.engine.connect().execution_options(communique_writes=True) as connection,
            connection.begin(),
        ):
            yield connection

    def close(self) -> None:
        """Let go of the record."""
        self.engine.dispose()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def open_record(where: str | Path, *, create: bool = True, wait: float = WAIT) -> Store:
    """Open the record at a path or `postgresql://` URL, and bring its tables up to date.

    `create` makes one where there is none; without it NotFound is raised. `wait` is how many
    seconds to wait for another program that writes. Raises StoreError and its kinds.
    """
    name = str(where).removeprefix("sqlite:///")
    store = _postgresql(name, wait) if "://" in name else _sqlite(name, create, wait)
    try:
        migrate.bring_up_to_date(store.engine, store.where, create)
    except BaseException:
        store.close()
        raise
    return store


def _sqlite(where: str, create: bool, wait: float) -> Store:
    path = Path(where).expanduser()
    new = _check_file(path, create)
    writable = new or _writable(path)
    uri = path.absolute().as_uri() + ("" if writable else _read_only(path))

    def connect() -> sqlite3.Connection:
        try:
            connection = sqlite3.connect(
                uri, uri=True, timeout=wait, isolation_level=None, check_same_thread=False
            )
            if writable:
                connection.execute("PRAGMA journal_mode=WAL")
            if new:
                connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
        except sqlite3.Error as error:
            raise translated(error, where) or error from error
        return connection

    engine = create_engine("sqlite://", creator=connect, poolclass=QueuePool)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        # A write that begins as a read fails at once, without waiting, when another program
        # has written in between; one that says so at its start waits for its turn.
        writes = connection.get_execution_options().get("communique_writes")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return _with_faults(Store(engine, where))


def _check_file(path: Path, create: bool) -> bool:
    """Whether a new record is to be made at `path`. Raises when none can be or is there."""
    if path.is_dir():
        raise NotARecord(f"{path} is a folder; name a file in it, such as {path}/communique.db.")
    try:
        with path.open("rb") as file:
            head = file.read(len(_MAGIC))
    except FileNotFoundError:
        if not create:
            raise NotFound(
                f"There is no record at {path}; `communique add REPORTS…` makes one, "
                "and --db names another place."
            ) from None
        if not path.parent.is_dir():
            raise StoreError(
                f"The folder {path.parent} is not there; make it, or name another with --db."
            ) from None
        if not os.access(path.parent, os.W_OK):
            raise StoreReadOnly(
                f"Nothing may be written in {path.parent.absolute()}; change its permissions, "
                "or name another place with --db."
            ) from None
        return True
    except OSError as error:
        raise StoreReadOnly(
            f"{path} cannot be opened ({error.strerror}); change its permissions, "
            "or name another record with --db."
        ) from None
    if head and head != _MAGIC:
        raise NotARecord(f"{path} is no record of Communique; name another file with --db.")
    return not head


def _writable(path: Path) -> bool:
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def _read_only(path: Path) -> str:
    # A write-ahead log needs its index beside it even to be read; where none can be made and
    # no log is left to read, the file may be taken as it is.
    return "?mode=ro" if Path(f"{path}-wal").exists() else "?mode=ro&immutable=1"


def _postgresql(where: str, wait: float) -> Store:
    scheme, rest = where.split("://", 1)
    if scheme not in ("postgresql", "postgres", "postgresql+psycopg"):
        raise StoreError(
            f"A record is a file or a postgresql:// URL; {scheme}:// is neither. "
            "Name another with --db."
        )
    milliseconds = round(wait * 1000)
    engine = create_engine(
        f"postgresql+psycopg://{rest}",
        connect_args={"connect_timeout": 10, "options": f"-c lock_timeout={milliseconds}"},
        pool_pre_ping=True,
    )

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        if connection.get_execution_options().get("communique_writes"):
            connection.execute(text(f"SELECT pg_advisory_xact_lock({_ONE_WRITER})"))
        else:
            connection.execute(text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ"))

    shown = engine.url.set(drivername="postgresql").render_as_string(hide_password=True)
    return _with_faults(Store(engine, unquote(shown)))


def _with_faults(store: Store) -> Store:
    @event.listens_for(store.engine, "handle_error")
    def translate(context: ExceptionContext) -> None:
        fault = translated(context.original_exception, store.where)
        if fault is not None:
            raise fault from context.original_exception

    return store
