"""Data files say what they hold, and a line that does not fit is named."""

from pathlib import Path

import pytest

from communique.errors import LexiconDamaged
from communique.lexicon import load

GOOD = "# Fish and what they eat.\n#= fish food*\ncod\tshrimp\n\nhake\t\n# a remark\neel\n"


def test_a_table_has_a_row_a_line() -> None:
    rows = [dict(row) for row in load.parse("fish.tsv", GOOD)]
    assert rows == [
        {"fish": "cod", "food": "shrimp"},
        {"fish": "hake", "food": ""},
        {"fish": "eel", "food": ""},
    ]


def test_a_row_cannot_be_changed() -> None:
    row = load.parse("fish.tsv", GOOD)[0]
    with pytest.raises(TypeError):
        row["fish"] = "whale"  # type: ignore[index]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "no header line"),
        ("# only remarks\n", "no header line"),
        ("cod\n#= fish\n", "no header line '#= columns' before its first entry"),
        ("#= fish food\ncod\tshrimp\tmore\n", "3 columns in line 2"),
        ("#= fish food\n\ncod\n", "nothing in column 'food' of line 3"),
        ("#= fish food*\n\tshrimp\n", "nothing in column 'fish' of line 2"),
    ],
)
def test_a_damaged_file_is_named_with_its_line(content: str, message: str) -> None:
    with pytest.raises(LexiconDamaged, match=r"^lexicon/data/fish\.tsv .*; mend") as caught:
        load.parse("fish.tsv", content)
    assert message in str(caught.value)


def test_a_file_that_is_missing_is_named() -> None:
    with pytest.raises(LexiconDamaged, match=r"nowhere\.tsv cannot be read"):
        load.table("nowhere.tsv")


@pytest.mark.parametrize("name", load.names())
def test_every_data_file_is_sound_and_explains_itself(name: str) -> None:
    assert load.table(name)
    content = (Path(load.__file__).parent / "data" / name).read_text(encoding="utf-8")
    assert content.startswith("# ")
    assert not content.startswith("#=")


def test_words_are_one_column() -> None:
    name = load.names()[0]
    column = next(iter(load.table(name)[0]))
    assert load.words(name, column) == {row[column] for row in load.table(name)}


def test_the_version_follows_the_content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def version() -> str:
        load.version.cache_clear()
        return load.version()

    data = tmp_path / "data"
    data.mkdir()
    monkeypatch.setattr("importlib.resources.files", lambda _: tmp_path)
    (data / "a.tsv").write_text("#= a\n1\n")
    (data / "gazetteer.txt").write_text("# version 1\nPlaces\n")
    first = version()
    (data / "notes.md").write_text("no data")
    assert version() == first
    (data / "a.tsv").write_text("#= a\n2\n")
    second = version()
    assert second != first
    (data / "gazetteer.txt").write_text("# version 2\nPlaces\n")
    assert version() != second
    monkeypatch.undo()
    assert len(version()) == 8


@pytest.mark.parametrize(
    ("name", "words", "entry"),
    [
        ("event_triggers.tsv", ("call for",), "event_triggers.tsv: call for"),
        ("event_triggers.tsv", ("blunder about", "Call For"), "event_triggers.tsv: call for"),
        ("processes.tsv", ("minsk talks on ukraine",), "processes.tsv: minsk talks on ukraine"),
        ("stance.tsv", ("blunder about",), None),
        ("agreement_status.tsv", ("signed",), None),  # what an entry means, not a word of one
    ],
)
def test_an_entry_is_named_by_its_file_and_word(
    name: str, words: tuple[str, ...], entry: str | None
) -> None:
    assert load.entry(name, *words) == entry
