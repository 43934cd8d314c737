from pathlib import Path

from evaluation.names import _join, _names, read


def test_tags_become_spans_of_visible_characters() -> None:
    rows = [("Ana", "B-PER"), ("Ruiz", "I-PER"), ("left", "O"), ("Oslo", "B-LOC")]
    assert _names(rows) == {("person", 0, 7), ("place", 11, 15)}


def test_a_stray_begin_of_nothing_is_no_name() -> None:
    assert _names([("Hm", "B-O"), ("Oslo", "B-LOC")]) == {("place", 2, 6)}


def test_tokens_are_joined_as_in_print() -> None:
    text, _ = _join([[("Oslo", "B-Location"), (",", "O"), ("she", "O"), ("said", "O"), (".", "O")]])
    assert text == "Oslo, she said.\n"


def test_iob2_is_read_by_document(tmp_path: Path) -> None:
    path = tmp_path / "x.iob2"
    path.write_text(
        "# newdoc id = 1\n# text = In Oslo\n1\tIn\tO\t-\tx\n2\tOslo\tB-LOC\t-\tx\n\n"
        "# newdoc id = 2\n# text = Hi\n1\tHi\tO\t-\tx\n\n"
    )
    assert read(path) == [("In Oslo", {("place", 2, 6)}), ("Hi", set())]
