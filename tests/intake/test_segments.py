"""Lines of reports, labelled: layouts of our own writing, and one sign at a time."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.intake.lines import flatten
from communique.intake.segments import segment
from communique.model.report import SEGMENT_KINDS
from tests.intake.layouts import LAYOUTS, written

BODY = """Foreign Minister Anna Berg met her counterpart Omar Haddad in Oslo on Monday for talks.

The two ministers discussed fisheries, trade and the border, a spokesman said.
"""


def kinds(text: str, **more: object) -> list[tuple[str, str]]:
    return [(s.kind, text[s.start : s.end]) for s in segment(text, **more)]  # type: ignore[arg-type]


def kind_of(line: str, text: str) -> str:
    return next(kind for kind, piece in kinds(text) if piece == line)


@pytest.mark.parametrize("name", LAYOUTS)
def test_a_layout_is_told_apart(name: str) -> None:
    text, expected = written(LAYOUTS[name])
    assert kinds(text) == expected


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r", "\n\n\n"])
@pytest.mark.parametrize("name", ["headline three times", "no headline"])
def test_line_ends_make_no_difference(name: str, end: str) -> None:
    text, expected = written(LAYOUTS[name])
    assert kinds(text.replace("\n\n", end)) == expected


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Leave a comment", "comment"),
        ("3 Comments", "comment"),
        ("Оставить комментарий", "comment"),
        ("نظر شما", "comment"),
        (
            "Save my name and email in this browser for the next time I comment.",
            "comment",
        ),
        ("Your Name", "comment"),
        ("Back to top button", "navigation"),
        ("Share on Facebook", "navigation"),
        ("Okunma: 512", "navigation"),
        ("1,024 views", "navigation"),
        ("WorldAsia PacificBusiness", "navigation"),
        ("https://example.org/news/1", "navigation"),
        ("Follow us: @example", "navigation"),
        ("More: Norway opens embassy", "navigation"),
        ("Ce site utilise des cookies pour améliorer votre expérience.", "notice"),
        ("Sign up for our daily newsletter", "notice"),
        ("The views expressed here do not necessarily reflect those of the paper.", "disclaimer"),
        ("Fjord Review is not responsible for the content of external sites.", "disclaimer"),
        ("© 2001 Fjord Review", "disclaimer"),
        ("Todos los derechos reservados", "disclaimer"),
        ("Keywords: fisheries, border", "tags"),
        ("#Oslo #fisheries", "tags"),
        ("Story ID: 900", "tags"),
        ("Source: Agencies", "credit"),
        ("Reuters", "credit"),
        ("KH/LM", "credit"),
        ("9376**2050", "credit"),
        ("(Reporting by Jane Doe; Editing by John Roe)", "credit"),
        ("Jonas Lie / Reuters", "credit"),
        ("Getty Images", "credit"),
        ("FILE PHOTO: Anna Berg speaks at a conference in Bergen in 2009.", "caption"),
    ],
)
def test_a_line_below_the_body(line: str, kind: str) -> None:
    assert kind_of(line, f"Ministers meet in Oslo\n\n{BODY}\n{line}") == kind


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Mar 28, 2007, 10:16\u202fPM", "byline"),
        ("December 11, 2009 - 21:6", "byline"),
        ("2009-12-11T21:06:00Z", "byline"),
        ("Tuesday, 3 May 1998", "byline"),
        ("Published on 3.5.1998 at 10:15", "byline"),
        ("3 hours ago", "byline"),
        ("By Jane Doe and John Roe, Reuters", "byline"),
        ("Staff Writer", "byline"),
        ("Oslo, 3 May 1998", "dateline"),
        ("News > World > Europe", "navigation"),
        ("Europe", "navigation"),
        ("5 min read", "navigation"),
        ("Berg:", "kicker"),
    ],
)
def test_a_line_above_the_body(line: str, kind: str) -> None:
    assert kind_of(line, f"{line}\n\nMinisters meet in Oslo\n\n{BODY}") == kind


@pytest.mark.parametrize(
    "line",
    [
        "They agreed.",
        "“We agreed on fish,” said Berg.",
        "Berg said:",
        "By Tuesday the two sides had agreed on most of the text.",
        "Comments made by the minister on Sunday were denied.",
        "Read more carefully, the text leaves room for both sides.",
        "The source: a letter that the minister wrote in May, officials said.",
        "Subscribers to the fund include nine states.",
        "The agreement was published on 3 May 1998 in Oslo and in Bergen.",
        "Norway - which holds the chair - will host the talks.",
    ],
)
def test_prose_stays_prose(line: str) -> None:
    text = f"Ministers meet in Oslo\n\n{BODY}\n{line}\n\nThe talks will go on in Bergen in June."
    assert kind_of(line, text) == "body"


def test_the_headline_that_the_source_gives_is_found() -> None:
    text = f"A look at the north\n\nMinisters meet\n\n{BODY}"
    assert ("title", "Ministers meet") in kinds(text, title="Ministers meet")


def test_a_headline_may_end_as_a_sentence() -> None:
    assert kinds(f"Ministers meet in Oslo.\n\n{BODY}")[0][0] == "title"


def test_a_first_paragraph_is_no_headline() -> None:
    assert [kind for kind, _ in kinds(BODY)] == ["body", "body"]


def test_an_article_goes_on_below_a_box_of_related_stories() -> None:
    text = f"Ministers meet in Oslo\n\n{BODY}\nRelated news\n\nBerg in Kyiv\n\n{BODY}"
    assert [kind for kind, _ in kinds(text)][-2:] == ["body", "body"]


def test_a_comment_link_above_the_article_does_not_swallow_it() -> None:
    text = f"Ministers meet in Oslo\n\nLeave a comment\n\n{BODY}"
    assert [kind for kind, _ in kinds(text)][-2:] == ["body", "body"]


def test_a_paragraph_broken_into_columns_is_one_segment() -> None:
    text = (
        "Ministers meet in Oslo\n\n"
        "Foreign Minister Anna Berg met her counterpart Omar Haddad in\n"
        "the Norwegian capital on Monday for talks about fisheries and\n"
        "the border that the two countries share in the far north of the\n"
        "continent, and both said that they were content.\n\n"
        "The talks will go on in June.\n"
    )
    assert [piece.count("\n") for kind, piece in kinds(text) if kind == "body"] == [3, 0]


def test_a_paragraph_in_another_language_is_put_aside() -> None:
    def identify(text: str) -> tuple[str, float]:
        return ("nb", 0.99) if "statsråden" in text else ("en", 0.99)

    line = "Utenriksministeren møtte statsråden i går, og de snakket om fisk og grensen i nord."
    assert ("other", line) in kinds(f"Ministers meet\n\n{BODY}\n{line}", identify=identify)


def test_a_short_line_is_not_put_aside_for_its_language() -> None:
    def identify(text: str) -> tuple[str, float]:
        return ("en", 1.0) if len(text) > 40 else ("nl", 1.0)

    assert kinds(f"Ministers meet\n\n{BODY}\nIt is done.", identify=identify)[-1][0] == "body"


def test_a_report_in_another_language_is_not_put_aside_line_by_line() -> None:
    text = f"Ministers meet\n\n{BODY}"
    assert kinds(text, identify=lambda t: ("fr", 1.0))[-1][0] == "body"


@given(st.text(max_size=400))
def test_segments_hold_everything_once_and_in_order(text: str) -> None:
    flat, position = flatten(text), 0
    for piece in segment(text):
        assert piece.kind in SEGMENT_KINDS
        assert piece.start < piece.end
        assert not flat[position : piece.start].strip()
        position = piece.end
    assert not flat[position:].strip()
