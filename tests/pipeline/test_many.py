import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from communique.pipeline.many import WorkerDied, many, workers_for


class OddError(Exception):
    """Cannot be made again from what it was made of."""

    def __init__(self, one: int, two: int) -> None:
        super().__init__(one + two)


def double(number: int) -> int:
    """Twice a number; some numbers end badly."""
    if number == 13:
        raise ValueError("unlucky")
    if number == 66:
        raise OddError(1, 2)
    if number == 99:
        os._exit(1)
    return 2 * number


def process_id(_: int) -> int:
    return os.getpid()


@pytest.mark.parametrize("workers", [1, 2])
def test_results_come_in_order(workers: int) -> None:
    found = list(many(double, range(12), workers=workers))
    assert found == [(n, 2 * n) for n in range(12)]


@pytest.mark.parametrize("workers", [1, 2])
def test_a_failure_comes_back_with_its_item(workers: int) -> None:
    found = dict(many(double, [12, 13, 14], workers=workers))
    assert (found[12], found[14]) == (24, 28)
    assert isinstance(found[13], ValueError)


@pytest.mark.parametrize("workers", [1, 2])
def test_nothing_gives_nothing(workers: int) -> None:
    assert list(many(double, [], workers=workers)) == []


def test_a_worker_that_dies_takes_one_item_with_it() -> None:
    found = list(many(double, [1, 99, 3, 4, 5], workers=2))
    assert [item for item, _ in found] == [1, 99, 3, 4, 5]
    assert [result for _, result in found if not isinstance(result, Exception)] == [2, 6, 8, 10]
    assert isinstance(found[1][1], WorkerDied)


@pytest.mark.parametrize("workers", [1, 2])
def test_an_error_that_cannot_be_sent_is_told_in_words(workers: int) -> None:
    found = dict(many(double, [65, 66, 67], workers=workers))
    assert (found[65], found[67]) == (130, 134)
    assert "3" in str(found[66])
    assert not isinstance(found[66], WorkerDied)


def test_one_worker_is_this_process() -> None:
    assert dict(many(process_id, [1], workers=1)) == {1: os.getpid()}


def test_several_workers_are_other_processes() -> None:
    used = {pid for _, pid in many(process_id, range(4), workers=2)}
    assert os.getpid() not in used


def test_no_more_than_needed_is_taken_ahead() -> None:
    taken: list[int] = []

    def items() -> object:
        for n in range(1000):
            taken.append(n)
            yield n

    results = many(double, items(), workers=2)  # type: ignore[arg-type]
    next(results)
    results.close()  # type: ignore[attr-defined]
    assert len(taken) < 20


@pytest.mark.parametrize(
    ("items", "wanted", "most"), [(0, 0, 1), (5, 8, 1), (16, 8, 2), (10_000, 8, 8), (100, 1, 1)]
)
def test_no_worker_is_started_for_little_work(items: int, wanted: int, most: int) -> None:
    assert workers_for(items, wanted) == most


def test_by_default_there_is_a_worker_a_core() -> None:
    assert workers_for(10_000, 0) == len(os.sched_getaffinity(0))


ORPHANS = """
import os, sys, time
from communique.pipeline.many import many
from tests.pipeline.test_many import sleep_long
if __name__ == "__main__":
    list(many(sleep_long, [sys.argv[1]] * 2, workers=2))
"""


def sleep_long(log: str) -> None:
    with Path(log).open("a") as file:
        file.write(f"{os.getpid()}\n")
    time.sleep(60)


def alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


def test_workers_end_with_a_run_that_is_killed(tmp_path: Path) -> None:
    log, script = tmp_path / "log", tmp_path / "run.py"
    script.write_text(ORPHANS)
    run = subprocess.Popen(
        [sys.executable, str(script), str(log)], env=os.environ | {"PYTHONPATH": str(Path.cwd())}
    )
    until = time.monotonic() + 60
    while (not log.exists() or len(log.read_text().split()) < 2) and time.monotonic() < until:
        time.sleep(0.1)
    workers = [int(pid) for pid in log.read_text().split()]
    assert len(workers) == 2
    run.send_signal(signal.SIGKILL)
    run.wait()
    while any(alive(pid) for pid in workers) and time.monotonic() < until:
        time.sleep(0.1)
    assert not any(alive(pid) for pid in workers)
