"""Our reader on its own model, as it ships."""

import json
import shutil
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

import pytest

from communique.errors import ModelMissing
from communique.language.reader import DATA, LIMIT, Reader, load
from communique.model.text import Text

REPORT = (
    "TEHRAN, March 28 (IRNA) — Foreign Minister Omar Haddad met his Norwegian counterpart Anna "
    "Berg in Oslo on Tuesday. The two sides discussed the ceasefire in Syria.\n\n"
    "“We will continue the talks next week,” Haddad said. He added that both countries had agreed "
    "to sign the memorandum. According to Berg, the United Nations would send observers."
)


def read(chars: str, ranges: Iterable[tuple[int, int]] | None = None) -> Text:
    return load().read(chars, [(0, len(chars))] if ranges is None else ranges)


@pytest.fixture(scope="module")
def text() -> Text:
    return read(REPORT)


def sentences(text: Text) -> list[str]:
    return [text.slice(text.sentence_span(i)) for i in range(len(text.sentences))]


def test_sentences(text: Text) -> None:
    found = sentences(text)
    assert len(found) == 5
    assert found[2] == "“We will continue the talks next week,” Haddad said."


def test_every_sentence_is_a_tree_of_its_own(text: Text) -> None:
    for sentence in text.sentences:
        inside = range(sentence.first, sentence.last)
        heads = [text.tokens[i].head for i in inside]
        assert heads.count(-1) == 1
        assert all(head in inside for head in heads if head >= 0)


def test_a_root_and_only_a_root_is_called_root(text: Text) -> None:
    assert all((token.head == -1) == (token.deprel == "root") for token in text.tokens)


def test_who_does_what(text: Text) -> None:
    met = next(i for i, token in enumerate(text.tokens) if token.lemma == "meet")
    found = {text.tokens[i].deprel: text.word(i) for i in text.children[met]}
    assert found["nsubj"] in ("Minister", "Haddad", "Omar")
    assert "obj" in found


def test_names(text: Text) -> None:
    found = {(text.slice((name.start, name.end)), name.type) for name in text.names}
    expected = {
        ("Omar Haddad", "person"), ("Anna Berg", "person"), ("Norwegian", "nationality"),
        ("Oslo", "place"), ("Syria", "place"), ("United Nations", "organization"),
    }  # fmt: skip
    assert expected <= found


def test_who_said_what(text: Text) -> None:
    found = [
        (text.slice(a.source), text.slice(a.cue), text.slice(a.content[0]))
        for a in text.attributions
        if a.source and a.cue
    ]
    assert ("Haddad", "said", "“We will continue the talks next week,”") in found


def test_scores_are_shares(text: Text) -> None:
    assert all(0 < a.score <= 1 for a in text.attributions)


def test_only_the_given_ranges_are_read() -> None:
    chars = "Cookies\n\nThey met in Oslo.\n\nShare this"
    text = read(chars, [(9, 26)])
    assert [text.word(i) for i in range(len(text.tokens))] == ["They", "met", "in", "Oslo", "."]


def test_a_sentence_begins_where_a_range_begins() -> None:
    chars = "Ministers meet in the capital of Norway for talks"
    assert len(read(chars, [(0, 14), (15, len(chars))]).sentences) == 2


def test_a_blank_line_ends_a_sentence() -> None:
    assert sentences(read("Talks in\n\nthe capital"))[0] == "Talks in"


def test_no_prose_no_tokens() -> None:
    assert read("", []).tokens == ()
    assert read(" \n ").tokens == ()


def test_a_long_report_is_read_in_windows_and_no_word_is_lost(text: Text) -> None:
    body = "\n\n".join([REPORT] * 12)
    whole = read(body)
    assert len(whole.tokens) == 12 * len(text.tokens)
    assert sentences(whole).count("“We will continue the talks next week,” Haddad said.") == 12
    for a, b in pairwise(whole.sentences):
        assert a.last == b.first


def test_a_sentence_longer_than_a_window_is_cut() -> None:
    text = read("and so on " * LIMIT)
    assert len(text.tokens) == 3 * LIMIT
    assert len(text.sentences) >= 3


def test_the_same_text_reads_the_same_alone_or_among_others() -> None:
    alone = Reader().read(REPORT, [(0, len(REPORT))])
    reader = Reader()
    reader.read("Something else altogether. " * 40, [(0, 500)])
    assert reader.read(REPORT, [(0, len(REPORT))]) == alone


def test_offsets_survive_every_kind_of_space_and_quote() -> None:
    chars = "\ufeffMariana\u00a0Kostova said: \u2018Yes\u2019\r\n\r\nIt\u2019s\u2009over…"
    text = read(chars)
    joined = "".join(text.word(i) for i in range(len(text.tokens)))
    assert joined == "".join(chars.replace("\ufeff", "").split())


FILES = (
    "reader.json", "reader.onnx", "labels.onnx", "mentions.onnx", "pairs.onnx", "deeds.npz"
)  # fmt: skip


@pytest.mark.parametrize("file", FILES)
def test_a_missing_file_stops_the_run(file: str, tmp_path: Path) -> None:
    for name in {*FILES} - {file}:
        shutil.copy(DATA / name, tmp_path)
    with pytest.raises(ModelMissing, match="install"):
        Reader(tmp_path)


def test_a_damaged_file_stops_the_run(tmp_path: Path) -> None:
    for name in FILES:
        shutil.copy(DATA / name, tmp_path)
    with (tmp_path / "labels.onnx").open("ab") as file:
        file.write(b"x")
    with pytest.raises(ModelMissing, match="damaged"):
        Reader(tmp_path)


def test_a_model_without_a_ranker_joins_nothing(tmp_path: Path) -> None:
    table = json.loads((DATA / "reader.json").read_text(encoding="utf-8"))
    table["files"] = {n: d for n, d in table["files"].items() if n in FILES[:3]}
    (tmp_path / "reader.json").write_text(json.dumps(table), encoding="utf-8")
    for name in FILES[1:3]:
        shutil.copy(DATA / name, tmp_path)
    found = Reader(tmp_path).read(REPORT, [(0, len(REPORT))])
    assert found.tokens == read(REPORT).tokens
    assert found.chains == ()
    assert found.deeds is None
