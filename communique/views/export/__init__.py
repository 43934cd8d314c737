"""The record in formats that other programs read: one file a format, one line in FORMATS."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

from communique.errors import CommuniqueError, DiskFull, StopRun
from communique.store.session import Store
from communique.views.export import jsonl

FORMATS: dict[str, Callable[[Store, Path], None]] = {
    "jsonl": jsonl.write,
}
"""Each writes the record into a folder that is there and empty. Its docstring is its help."""


def export(store: Store, format: str, folder: Path) -> list[Path]:
    """Write the record into a folder, whole or not at all; gives the files, sorted.

    The files are written beside the folder and then take its place, so nobody ever reads half
    of them. Raises StopRun for a folder that holds other files, or that cannot be written.
    """
    folder = folder.absolute()
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=f".{folder.name}.", dir=folder.parent) as beside:
            written = Path(beside) / "new"
            written.mkdir()
            FORMATS[format](store, written)
            names = sorted(path.name for path in written.iterdir())
            _refuse_others(folder, names)
            if folder.exists():
                folder.rename(Path(beside) / "old")
            written.rename(folder)
    except CommuniqueError:
        raise
    except OSError as error:
        raise _refused(folder, error) from error
    return [folder / name for name in names]


def _refuse_others(folder: Path, names: list[str]) -> None:
    if folder.exists() and not folder.is_dir():
        raise StopRun(f"{folder} is a file; name a folder.")
    others = (
        sorted(p.name for p in folder.iterdir() if p.name not in names) if folder.exists() else []
    )
    if others:
        raise StopRun(
            f"{folder} holds other files ({others[0]}{', …' if len(others) > 1 else ''}); "
            "name a new folder, or an empty one."
        )


def _refused(folder: Path, error: OSError) -> StopRun:
    import errno

    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return DiskFull(f"The disk is full; {folder} was not written. Make room and try again.")
    return StopRun(
        f"{folder} cannot be written ({error.strerror}); change its permissions, or name another."
    )
