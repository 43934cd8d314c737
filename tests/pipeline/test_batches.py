import pytest

from communique.errors import DiskFull
from communique.model.reading import Skipped
from communique.pipeline import batches
from communique.pipeline.batches import Batches
from communique.store.save import NotRead

FAILURE = NotRead(Skipped("a", "b"), "Kind")


class Saved(list[tuple[list[int], list[NotRead]]]):
    """What was saved, batch by batch."""

    def save(self, results: list[int], failures: list[NotRead]) -> None:
        self.append((results, failures))


def test_a_batch_is_saved_when_it_is_full(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batches, "AT_ONCE", 2)
    saved = Saved()
    with Batches(saved.save) as waiting:
        for number in range(3):
            waiting.add(number)
        assert saved == [([0, 1], [])]
    assert saved == [([0, 1], []), ([2], [])]


def test_a_batch_is_saved_when_it_has_waited(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batches, "SECONDS", -1.0)
    saved = Saved()
    with Batches(saved.save) as waiting:
        waiting.add(1)
        waiting.fail(FAILURE)
        assert saved == [([1], []), ([], [FAILURE])]


def test_what_is_left_is_saved_on_the_way_out() -> None:
    saved = Saved()

    def interrupted() -> None:
        with Batches(saved.save) as waiting:
            waiting.add(1)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert saved == [([1], [])]


def test_nothing_is_saved_for_nothing() -> None:
    saved = Saved()
    with Batches(saved.save):
        pass
    assert saved == []


def test_a_record_that_refused_is_not_asked_again() -> None:
    asked: list[int] = []

    def refuse(results: list[int], _: list[NotRead]) -> None:
        asked.extend(results)
        raise DiskFull("full")

    def run() -> None:
        with Batches(refuse) as waiting:
            waiting.add(1)
            waiting.flush()

    with pytest.raises(DiskFull):
        run()
    assert asked == [1]
