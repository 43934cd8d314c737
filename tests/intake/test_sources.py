"""Files, folders, lines of JSON and standard input; and all that can be wrong with them."""

import io
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from communique.errors import (
    BadMarkup,
    EmptyReport,
    NothingToRead,
    NotText,
    SkipReport,
    TooLarge,
    Unreadable,
)
from communique.intake.sources import collect, find, load
from communique.model.reading import Skipped
from communique.model.report import Report

LARGEST = 100_000
TEXT = """Ministers meet in Oslo for talks

Foreign Minister Anna Berg met her counterpart Omar Haddad in Oslo on Monday for talks.

The two ministers discussed fisheries, trade and the border, a spokesman said.
"""
PAGE = """<!DOCTYPE html><html><head><title>Ministers meet in Oslo for talks | Fjord Review</title>
<meta property="og:site_name" content="Fjord Review">
<meta property="article:published_time" content="1998-05-03T10:15:00Z"></head>
<body><nav><a href="/">Home</a> <a href="/w">World</a></nav><article>
<h1>Ministers meet in Oslo for talks</h1>
<p>Foreign Minister Anna Berg met her counterpart Omar Haddad in Oslo on Monday for talks.</p>
<p>The two ministers discussed fisheries, trade and the border, a spokesman said at noon.</p>
<p>They will meet again in Bergen in June, when the herring comes, and sign the agreement.</p>
</article><footer>Copyright 1998</footer></body></html>"""


def one(path: Path, content: str | bytes, **more: object) -> Report:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    (source,) = find([str(path)])
    return load(source, LARGEST, **more)  # type: ignore[arg-type]


def refused(path: Path) -> SkipReport:
    (source,) = find([str(path)])
    with pytest.raises(SkipReport) as caught:
        load(source, LARGEST)
    return caught.value


def lines(*objects: object) -> str:
    return "".join(json.dumps(item) + "\n" for item in objects)


# --- what is read --------------------------------------------------------------------------------


def test_a_text_file_is_a_report(tmp_path: Path) -> None:
    report = one(tmp_path / "a.txt", TEXT)
    assert report.text == TEXT
    assert report.title == "Ministers meet in Oslo for talks"
    assert report.source == str(tmp_path / "a.txt")
    assert len(report.digest) == 64


@pytest.mark.parametrize("text", ["One,\r\ntwo\u00a0three.\r\n", "\n\n  Indented.\n\n\n", "a\rb"])
def test_the_text_is_kept_as_received(tmp_path: Path, text: str) -> None:
    assert one(tmp_path / "a.txt", text.encode()).text == text


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"],
)
def test_the_encoding_is_found(tmp_path: Path, encoding: str) -> None:
    text = TEXT + "“We agree,” said Søren Müller – twice.\n"
    assert one(tmp_path / "a.txt", text.encode(encoding)).text == text


def test_another_code_page_is_guessed(tmp_path: Path) -> None:
    text = "Министры встретились в Осло в понедельник и обсудили вопросы рыболовства. " * 20
    assert one(tmp_path / "a.txt", text.encode("cp1251")).text == text


def test_a_broken_byte_costs_one_character(tmp_path: Path) -> None:
    text = "Señor Muñoz visitó Bogotá, Medellín y Cúcuta."
    assert one(tmp_path / "a.txt", text.encode() + b"\xff").text == text + "\ufffd"


def test_clean_prose_is_all_body_a_segment_a_paragraph(tmp_path: Path) -> None:
    text = "Leave a comment\n\nThe ministers\nmet in Oslo.\nThey agreed.\n"
    report = one(tmp_path / "a.txt", text, clean=True)
    assert [(s.kind, text[s.start : s.end]) for s in report.segments] == [
        ("body", "Leave a comment"),
        ("body", "The ministers\nmet in Oslo."),
        ("body", "They agreed."),
    ]
    assert (report.title, report.dateline) == (None, None)


@pytest.mark.parametrize("name", ["a.html", "a.htm", "a.xhtml", "a.txt", "a"])
def test_a_page_is_told_by_what_it_holds(tmp_path: Path, name: str) -> None:
    report = one(tmp_path / name, PAGE)
    assert report.title == "Ministers meet in Oslo for talks"
    assert report.outlet == "Fjord Review"
    assert report.published is not None
    assert report.published.start == "1998-05-03"
    assert "<p>" not in report.text
    assert [segment.kind for segment in report.segments] == ["title", "body", "body", "body"]


def test_a_text_that_is_called_a_page_is_read_as_text(tmp_path: Path) -> None:
    assert one(tmp_path / "a.html", TEXT).text == TEXT


def test_each_line_of_json_is_a_report(tmp_path: Path) -> None:
    given = {
        "text": TEXT,
        "title": "Another headline",
        "outlet": "Fjord Review",
        "published": "1998-05-03T10:15:00Z",
        "author": "Jane Doe",
        "agencies": ["NTB"],
    }
    path = tmp_path / "a.jsonl"
    path.write_text(lines(given, {"text": "Short.", "url": "https://example.org/1"}) + "\n\n")
    first, second = (load(source, LARGEST) for source in find([str(path)]))
    assert (first.title, first.outlet, first.author) == (
        "Another headline",
        "Fjord Review",
        "Jane Doe",
    )
    assert first.agencies == ("NTB",)
    assert first.published is not None
    assert first.published.start == "1998-05-03T10:15"
    assert first.source == f"{path}:1"
    assert (second.source, second.title) == ("https://example.org/1", None)


@pytest.mark.parametrize("content", [[{"text": "One."}, {"text": "Two."}], {"text": "One."}])
def test_a_json_file_may_hold_a_list_or_one_report(tmp_path: Path, content: object) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps(content, indent=1))
    texts = [load(source, LARGEST).text for source in find([str(path)])]
    assert texts == (["One.", "Two."] if isinstance(content, list) else ["One."])


def test_a_json_file_may_hold_lines(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(lines({"text": "One."}, {"text": "Two."}))
    assert [load(source, LARGEST).text for source in find([str(path)])] == ["One.", "Two."]


@pytest.mark.parametrize(("typed", "texts"), [(TEXT, [TEXT]), (lines({"text": "A."}), ["A."])])
def test_standard_input_is_read(
    typed: str, texts: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed.encode())))
    assert [load(source, LARGEST).text for source in find(["-"])] == texts


# --- folders -------------------------------------------------------------------------------------


def test_a_folder_is_read_with_all_below_it_sorted(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/b/c.md", ".hidden/x.txt", ".x.txt", "c"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(TEXT)
    found = [Path(str(source)).relative_to(tmp_path).as_posix() for source in find([str(tmp_path)])]
    assert found == ["a/b/c.md", "a/z.txt", "b.txt", "c"]


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    assert len(find([str(tmp_path), str(tmp_path / "a.txt"), str(tmp_path)])) == 1


def test_a_folder_that_leads_back_to_itself_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(TEXT)
    (tmp_path / "in" / "loop").symlink_to(tmp_path)
    found = list(collect([str(tmp_path)], largest=LARGEST))
    assert [type(item) for item in found] == [Report, Skipped]
    assert "leads back" in found[1].reason  # type: ignore[union-attr]


@pytest.mark.parametrize("name", ["nowhere.txt", "nowhere/"])
def test_what_is_not_there_stops_the_run(tmp_path: Path, name: str) -> None:
    with pytest.raises(NothingToRead, match="no such file"):
        find([str(tmp_path / name)])


def test_an_empty_folder_stops_the_run(tmp_path: Path) -> None:
    with pytest.raises(NothingToRead, match="nothing is in"):
        find([str(tmp_path)])


# --- what is refused -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "error", "words"),
    [
        (b"", EmptyReport, "nothing is in it"),
        (b" \n\t\r\n\xc2\xa0", EmptyReport, "nothing is in it"),
        (b"\xef\xbb\xbf", EmptyReport, "nothing is in it"),
        (b"%PDF-1.7\n%\xe2\xe3", NotText, "a PDF document; save its text"),
        (b"\x89PNG\r\n\x1a\n\0\0", NotText, "a PNG image"),
        (b"PK\x03\x04\x14\0\0\0", NotText, "a ZIP archive or an office document"),
        (b"{\\rtf1\\ansi Hello}", NotText, "an RTF document"),
        (bytes(range(256)) * 20, NotText, "binary"),
        (b"word \x01\x02\x03\x04\x05\x06" * 50, NotText, "binary"),
        (b"x" * (LARGEST + 1), TooLarge, "more than the 100,000"),
        (b"<?xml version='1.0'?><rss><item/></rss>", BadMarkup, "no page"),
        (b"<html><body><script>x()</script></body></html>", BadMarkup, "no text is in this page"),
    ],
)
def test_bad_content_gets_one_clear_sentence(
    tmp_path: Path, content: bytes, error: type[SkipReport], words: str
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(content)
    caught = refused(path)
    assert type(caught) is error
    assert words in caught.reason
    assert caught.reason.endswith(".")
    assert caught.source == str(path)


def test_a_file_that_is_too_large_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    monkeypatch.setattr(Path, "open", lambda *_: pytest.fail("it was read"))
    assert isinstance(refused(path), TooLarge)


def test_a_line_of_json_that_is_too_large_spoils_no_other(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(lines({"text": "One."}, {"text": "x" * LARGEST}, {"text": "Three."}))
    found = list(collect([str(path)], largest=LARGEST))
    assert [type(item) for item in found] == [Report, Skipped, Report]
    assert found[1].source == f"{path}:2"


@pytest.mark.parametrize(
    ("line", "error", "words"),
    [
        ("{", BadMarkup, "no JSON object"),
        ("[1]", BadMarkup, "no JSON object"),
        ("[" * 100_000, BadMarkup, "no JSON object"),
        ('{"title": "x"}', BadMarkup, 'no "text"'),
        ('{"text": 7}', BadMarkup, 'no "text"'),
        ('{"text": " "}', EmptyReport, "empty"),
    ],
)
def test_a_bad_line_of_json(tmp_path: Path, line: str, error: type[SkipReport], words: str) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(f"{line}\n")
    caught = refused(path)
    assert type(caught) is error
    assert words in caught.reason


def test_a_link_that_leads_nowhere(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone.txt")
    caught = refused(tmp_path / "a.txt")
    assert isinstance(caught, Unreadable)
    assert "leads nowhere" in caught.reason


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    caught = refused(tmp_path / "a.txt")
    assert isinstance(caught, Unreadable)
    assert "'-'" in caught.reason


@pytest.mark.parametrize(
    ("failure", "words"),
    [(PermissionError(13, "Permission denied"), "may not read it"), (OSError(5, "I/O"), "i/o")],
)
def test_a_file_that_the_system_refuses(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failure: OSError, words: str
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise failure

    path = tmp_path / "a.txt"
    path.write_text(TEXT)
    monkeypatch.setattr(Path, "open", refuse)
    caught = refused(path)
    assert isinstance(caught, Unreadable)
    assert words in caught.reason


def test_a_folder_that_the_system_refuses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "x.txt").write_text(TEXT)
    (tmp_path / "b.txt").write_text(TEXT)
    iterdir = Path.iterdir

    def refuse(path: Path) -> Iterator[Path]:
        if path.name == "a":
            raise PermissionError(13, "Permission denied")
        return iter(iterdir(path))

    monkeypatch.setattr(Path, "iterdir", refuse)
    found = list(collect([str(tmp_path)], largest=LARGEST))
    assert [type(item) for item in found] == [Skipped, Report]
    assert "may not read it" in found[0].reason  # type: ignore[union-attr]


def test_one_bad_report_never_stops_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.txt").write_bytes(b"")
    (tmp_path / "c.txt").symlink_to(tmp_path / "gone")
    (tmp_path / "d.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (tmp_path / "e.txt").write_text(TEXT + "More was said.")
    found = list(collect([str(tmp_path)], largest=LARGEST))
    assert [type(item) for item in found] == [Report, Skipped, Skipped, Skipped, Report]
