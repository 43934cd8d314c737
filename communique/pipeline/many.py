"""One call for one item or a million: order kept, a failure handed back with its item.

The work runs in this process, or in worker processes beside it. Workers are started afresh (spawn),
so nothing of this process is copied; they leave Ctrl-C to it, and end when it ends.
"""

from __future__ import annotations

import os
import pickle
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context, parent_process
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

AHEAD = 4
"""Items under way for each worker: enough that none waits, few enough to hold in memory."""
WORTH_A_WORKER = 8
"""Items that a worker must have before it is started: it takes some 3 s to load the model."""


class WorkerDied(Exception):
    """The process that worked on an item ended: killed, or out of memory."""


def workers_for(items: int, wanted: int) -> int:
    """How many processes to use: `wanted`, or one a core for 0, but none without work enough."""
    most = wanted or len(os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else "x")
    return max(1, min(most, items // WORTH_A_WORKER))


def many(
    work: Callable[[Item], Result], items: Iterable[Item], *, workers: int = 1
) -> Iterator[tuple[Item, Result | Exception]]:
    """Each item with the result of `work`, or with the exception it raised, in order.

    With more than one worker `work` and the items must be picklable. An item whose worker dies
    is tried once more alone; if that worker dies too, WorkerDied is handed back with it.
    """
    return _here(work, items) if workers <= 1 else _beside(work, items, workers)


def _here(
    work: Callable[[Item], Result], items: Iterable[Item]
) -> Iterator[tuple[Item, Result | Exception]]:
    for item in items:
        result: Result | Exception
        try:
            result = work(item)
        except Exception as error:
            result = error
        yield item, result


def _beside(
    work: Callable[[Item], Result], items: Iterable[Item], workers: int
) -> Iterator[tuple[Item, Result | Exception]]:
    waiting: deque[tuple[Item, Future[Result]]] = deque()
    todo = iter(items)
    pool = _pool(workers)
    try:
        while True:
            while len(waiting) < workers * AHEAD and (item := next(todo, _END)) is not _END:
                waiting.append((item, pool.submit(_guarded, work, item)))  # type: ignore[arg-type]
            if not waiting:
                return
            item, future = waiting.popleft()
            try:
                result: Result | Exception = future.result()
            except BrokenProcessPool:
                pool.shutdown(wait=False)
                result = _alone(work, item)
                pool = _pool(workers)
                waiting = deque(
                    (other, done if _finished(done) else pool.submit(_guarded, work, other))
                    for other, done in waiting
                )
            except Exception as error:
                result = error
            yield item, result
    finally:
        pool.shutdown(cancel_futures=True)


_END: object = object()


def _guarded(work: Callable[[Item], Result], item: Item) -> Result:
    """The work in a worker. An error that cannot be handed back as it is would be taken for the
    worker's death, so its words are handed back instead."""
    try:
        return work(item)
    except Exception as error:
        try:
            pickle.loads(pickle.dumps(error))
        except Exception:
            raise RuntimeError(f"{type(error).__name__}: {error}") from None
        raise


def _finished(future: Future[Result]) -> bool:
    return future.done() and not future.exception()


def _alone(work: Callable[[Item], Result], item: Item) -> Result | Exception:
    with _pool(1) as pool:
        try:
            return pool.submit(_guarded, work, item).result()
        except BrokenProcessPool:
            return WorkerDied("its process was ended, perhaps for want of memory")
        except Exception as error:
            return error


def _pool(workers: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_start)


def _start() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
