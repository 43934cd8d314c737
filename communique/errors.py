"""Everything that can go wrong, as a tree with two branches: skip this report, stop this run.

Each message is one sentence that says what is wrong and what to do next. A stranger's errors
(of libraries, of the system) are translated into these at the door of the room that uses them.
"""

from __future__ import annotations


class CommuniqueError(Exception):
    """The root: anything that Communique says about itself or its input."""


class SkipReport(CommuniqueError):
    """This report cannot be read; the others go on."""

    def __init__(self, source: str, reason: str) -> None:
        super().__init__(f"{source}: {reason}")
        self.source = source
        self.reason = reason

    def __reduce__(self) -> tuple[type[SkipReport], tuple[str, str]]:
        """Made again from both parts, so that a worker process can hand it back."""
        return type(self), (self.source, self.reason)


class EmptyReport(SkipReport):
    """Nothing is in it."""


class TooLarge(SkipReport):
    """More than a report holds."""


class NotText(SkipReport):
    """Binary, or of an encoding that cannot be told."""


class Unreadable(SkipReport):
    """The system refuses it: permissions, a broken link, a failing disk."""


class BadMarkup(SkipReport):
    """A page or a line of JSON that cannot be taken apart."""


class NotEnglish(SkipReport):
    """Kept, but not read: its language is not English."""


class ReadingFailed(SkipReport):
    """A fault of ours while reading it; the message asks for a report of it."""


class StopRun(CommuniqueError):
    """The run cannot go on."""


class NothingToRead(StopRun):
    """No file, folder or line was found where the user pointed."""


class ModelMissing(StopRun):
    """The reader's model is missing or damaged."""


class LexiconDamaged(StopRun):
    """A data file of the lexicon does not hold what its header promises."""


class PlacesUnusable(StopRun):
    """An index of places cannot be read, or not be made from what was given."""


class StoreError(StopRun):
    """The record cannot be opened or written."""


class StoreLocked(StoreError):
    """Another program holds the record."""


class StoreReadOnly(StoreError):
    """The record cannot be written: permissions, or a read-only disk."""


class NotARecord(StoreError):
    """The file is no record: another database, a damaged one, or no database at all."""


class DiskFull(StoreError):
    """No room is left on the disk."""


class NotFound(StopRun):
    """Nothing of that name is in the record."""
