"""How a long step tells whoever waits where it stands."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[str, int, int], None]
"""Called with what is being done ("reading"), how many of it are done, and how many there are."""


def silent(step: str, done: int, total: int) -> None:
    """Say nothing."""
