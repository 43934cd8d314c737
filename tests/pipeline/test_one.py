import dataclasses
import pickle

import pytest

from communique.errors import LexiconDamaged, ModelMissing, NotEnglish, ReadingFailed, TooLarge
from communique.model.reading import Method
from communique.model.report import Report
from communique.model.text import Text
from communique.pipeline.one import LONGEST, ModelParse, Reader
from tests.build import report

METHOD = Method("0", "stub", "0")


def parse_nothing(report: Report) -> Text:
    return Text(report.text)


def fail(_: Report) -> Text:
    raise ZeroDivisionError("one divided by none")


def lose_the_model(_: Report) -> Text:
    raise ModelMissing("There is no model.")


def test_a_report_without_words_has_a_reading_without_findings() -> None:
    found = Reader(METHOD, parse_nothing)(report("..."))
    assert (found.reading.method, found.reading.statements) == (METHOD, ())


@pytest.mark.parametrize("language", [None, "en"])
def test_english_is_read(language: str | None) -> None:
    Reader(METHOD, parse_nothing)(report("...", language=language))


def test_another_language_is_not_read() -> None:
    with pytest.raises(NotEnglish, match=r"^test: its language is 'fa'"):
        Reader(METHOD, parse_nothing)(report("...", language="fa"))


def test_more_prose_than_a_report_holds_is_not_read() -> None:
    with pytest.raises(TooLarge, match=r"500,001 characters of prose.*one by one"):
        Reader(METHOD, parse_nothing)(report("a" * (LONGEST + 1)))
    Reader(METHOD, parse_nothing)(report("a" * LONGEST))


def test_a_fault_of_ours_skips_the_report() -> None:
    with pytest.raises(ReadingFailed, match="ZeroDivisionError: one divided by none") as caught:
        Reader(METHOD, fail)(report("..."))
    assert isinstance(caught.value.__cause__, ZeroDivisionError)


def test_a_fault_of_ours_is_shown_to_whoever_looks_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMMUNIQUE_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        Reader(METHOD, fail)(report("..."))


def test_a_missing_model_stops_the_run() -> None:
    with pytest.raises(ModelMissing):
        Reader(METHOD, lose_the_model)(report("..."))


def test_a_reader_can_be_sent_to_a_worker() -> None:
    reader = Reader(METHOD, ModelParse("reader"))
    assert pickle.loads(pickle.dumps(reader)) == reader


@pytest.mark.parametrize("error", [NotEnglish("a", "b"), ModelMissing("c"), LexiconDamaged("d")])
def test_an_error_can_be_sent_by_a_worker(error: Exception) -> None:
    back = pickle.loads(pickle.dumps(error))
    assert (type(back), str(back), vars(back)) == (type(error), str(error), vars(error))


def test_a_reading_has_its_method() -> None:
    other = dataclasses.replace(METHOD, version="1")
    assert Reader(other, parse_nothing)(report("...")).reading.method.version == "1"
