"""What databases say when something fails, in our own words."""

from __future__ import annotations

import sqlite3

from communique.errors import DiskFull, NotARecord, StoreError, StoreLocked, StoreReadOnly

_KEPT = "what was recorded before is kept"

_LOCKED = (
    StoreLocked,
    "Another program is writing to {where}; wait until it is done and run this again ({kept}).",
)
_READ_ONLY = (
    StoreReadOnly,
    "{where} cannot be written; change its permissions, or name another record with --db ({kept}).",
)
_FULL = (DiskFull, "The disk that holds {where} is full; make room and run this again ({kept}).")
_NO_RECORD = (NotARecord, "{where} is no record of Communique; name another with --db.")
_DAMAGED = (
    NotARecord,
    "{where} is damaged; take it from a backup, or move it away and add the reports again.",
)
_FAILING = (
    StoreError,
    "The disk that holds {where} cannot be read or written; check it and run this again ({kept}).",
)
_CANNOT_OPEN = (
    StoreError,
    "{where} cannot be opened; check that its folder is there and may be written.",
)

SQLITE = {
    sqlite3.SQLITE_BUSY: _LOCKED,
    sqlite3.SQLITE_LOCKED: _LOCKED,
    sqlite3.SQLITE_PERM: _READ_ONLY,
    sqlite3.SQLITE_READONLY: _READ_ONLY,
    sqlite3.SQLITE_FULL: _FULL,
    sqlite3.SQLITE_IOERR: _FAILING,
    sqlite3.SQLITE_CORRUPT: _DAMAGED,
    sqlite3.SQLITE_NOTADB: _NO_RECORD,
    sqlite3.SQLITE_CANTOPEN: _CANNOT_OPEN,
}
"""By primary result code (https://sqlite.org/rescode.html)."""

POSTGRESQL = {
    "55P03": _LOCKED,
    "40P01": _LOCKED,
    "40001": _LOCKED,
    "25006": _READ_ONLY,
    "42501": _READ_ONLY,
    "53100": _FULL,
    "58030": _FAILING,
    "XX001": _DAMAGED,
    "XX002": _DAMAGED,
    "28P01": (StoreError, "{where} refuses this user or password; check the URL."),
    "28000": (StoreError, "{where} refuses this user; check the URL."),
    "3D000": (StoreError, "{where} is not there; make the database first (createdb)."),
    "53300": (StoreError, "{where} has too many connections; try again in a while ({kept})."),
}
"""By SQLSTATE (https://www.postgresql.org/docs/current/errcodes-appendix.html)."""


def translated(error: BaseException | None, where: str) -> StoreError | None:
    """The error of ours that a driver's error means; None for one that is a fault of the code."""
    if isinstance(error, sqlite3.Error):
        code = getattr(error, "sqlite_errorcode", None)
        found = SQLITE.get(code & 0xFF) if code is not None else None
    elif error is not None and type(error).__module__.startswith("psycopg"):
        found = _postgresql(error)
    else:
        found = None
    if found is None:
        return None
    kind, message = found
    return kind(message.format(where=where, kept=_KEPT))


def _postgresql(error: BaseException) -> tuple[type[StoreError], str] | None:
    state = getattr(error, "sqlstate", None)
    if state is not None:
        return POSTGRESQL.get(state)
    words = str(error)
    for phrase, state in _BEFORE_LOGIN:
        if phrase in words:
            return POSTGRESQL[state]
    if type(error).__name__ in ("OperationalError", "ConnectionTimeout", "AdminShutdown"):
        return (
            StoreError,
            "No answer from {where}; check that the server runs and the URL is right ({kept}).",
        )
    return None


_BEFORE_LOGIN = (
    ("password authentication failed", "28P01"),
    ("no password supplied", "28P01"),
    ("does not exist", "3D000"),
    ("too many clients", "53300"),
)
"""A failed login has no SQLSTATE in psycopg, only the server's English words."""
