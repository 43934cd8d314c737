"""The HTTP number of every error, in one table."""

from __future__ import annotations

from communique import errors

STATUS: tuple[tuple[type[errors.CommuniqueError], int], ...] = (
    (errors.NotFound, 404),
    (errors.StoreLocked, 503),
    (errors.DiskFull, 507),
    (errors.StoreError, 500),
    (errors.CommuniqueError, 500),
)
"""The first class that an error is of decides, so the narrow stand before the wide."""


def status_of(error: errors.CommuniqueError) -> int:
    """The HTTP status that an error is answered with."""
    return next(status for kind, status in STATUS if isinstance(error, kind))
