"""Results saved a few at a time, so that whatever stops a run leaves what it had done."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Generic, TypeVar

from communique.store.save import NotRead

Result = TypeVar("Result")

AT_ONCE = 32
SECONDS = 5.0
"""A batch is saved when it holds AT_ONCE results or has waited SECONDS: each save costs some 10 ms
(one transaction), and a crash loses at most one batch of work."""


class Batches(Generic[Result]):
    """Collects results and failures and saves them in batches; on leaving, and on Ctrl-C, saves
    what is left."""

    def __init__(self, save: Callable[[list[Result], list[NotRead]], None]) -> None:
        self._save = save
        self._results: list[Result] = []
        self._failures: list[NotRead] = []
        self._since = time.monotonic()

    def add(self, result: Result) -> None:
        """A result to be saved."""
        self._results.append(result)
        self._when_due()

    def fail(self, failure: NotRead) -> None:
        """A failure to be saved."""
        self._failures.append(failure)
        self._when_due()

    def _when_due(self) -> None:
        waiting = len(self._results) + len(self._failures)
        if waiting >= AT_ONCE or time.monotonic() - self._since > SECONDS:
            self.flush()

    def flush(self) -> None:
        """Save what waits."""
        results, failures = self._results, self._failures
        self._results, self._failures = [], []
        if results or failures:
            self._save(results, failures)
        self._since = time.monotonic()

    def __enter__(self) -> Batches[Result]:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        from communique.errors import StoreError

        # A record that just refused to be written would only refuse again.
        if kind is None or not issubclass(kind, StoreError):
            self.flush()
