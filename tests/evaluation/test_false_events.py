"""The labelled sentences of everyday news, and what is right of the events printed for them."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation import false_events
from evaluation.false_events import Item, evaluate, items, rows

CONLLU = (
    "# sent_id = GUM_news_x-1\n# text = Chile met Peru .\n# sent_id = GUM_news_x-2\n# text = No."
)
TABLE = (
    "# a comment\nid\tlabel\ttypes\ngum/GUM_news_x-1\tyes\tCONSULT|AGREE\n"
    "polnear/a#4-8\tno\t\npolnear/a#0-3\tone\tACCUSE\n"
)


@pytest.fixture
def gold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "gum" / "train").mkdir(parents=True)
    (tmp_path / "gum" / "dev").mkdir()
    (tmp_path / "gum" / "train" / "GUM_news_x.conllu").write_text(CONLLU)
    (tmp_path / "polnear" / "dev" / "text").mkdir(parents=True)
    (tmp_path / "polnear" / "dev" / "text" / "a.txt").write_text("One two.")
    labels = tmp_path / "labels.tsv"
    labels.write_text(TABLE)
    printed = tmp_path / "printed.tsv"
    printed.write_text("id\ttype\tstart\tverdict\npolnear/a#0-3\tACCUSE\t1\twrong\n")
    monkeypatch.setattr(false_events, "LABELS", labels)
    monkeypatch.setattr(false_events, "PRINTED", printed)
    return tmp_path


def test_the_words_come_from_the_corpora(gold: Path) -> None:
    assert items(gold) == [
        Item("gum/GUM_news_x-1", "Chile met Peru .", "yes", frozenset({"CONSULT", "AGREE"})),
        Item("polnear/a#4-8", "two.", "no", frozenset()),
        Item("polnear/a#0-3", "One", "one", frozenset({"ACCUSE"})),
    ]


def test_a_verdict_comes_before_a_type(gold: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def printed(type: str, start: int) -> dict[str, object]:
        return {"events": [{"type": type, "evidence": {"start": start}}]}

    lines = [printed("AGREE", 0), printed("ASSAULT", 0), printed("ACCUSE", 1)]
    monkeypatch.setattr(false_events, "inspect", lambda texts: lines)
    figures = evaluate(gold)
    assert round(figures["events right"], 1) == 33.3
    assert round(figures["events in a sentence with one"], 1) == 66.7
    assert (figures["sentences P"], figures["sentences R"]) == (50.0, 100.0)


def test_the_tables_of_the_project_fit_each_other() -> None:
    labelled = {id: label for id, label, _ in rows(false_events.LABELS)}
    assert len(labelled) == 200
    assert {*labelled.values()} == {"yes", "one", "no"}
    assert {id for id, *_ in rows(false_events.PRINTED)} <= {*labelled}
