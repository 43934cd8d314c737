"""Pages: the article, and pages that no library likes."""

import time

import pytest

from communique.errors import BadMarkup
from communique.intake.page import is_page, read_page

SENTENCE = "The minister met her counterpart in Oslo on Monday and they discussed the border."


@pytest.mark.parametrize(
    ("text", "page"),
    [
        ("<!DOCTYPE html><p>x", True),
        ("\n <HTML lang='en'>", True),
        ("<?xml version='1.0'?>\n<!DOCTYPE html PUBLIC '-//W3C//DTD XHTML 1.0'>", True),
        ("<!-- saved from -->\n<html>", True),
        ("<p>The ministers", False),
        ("The <html> tag is old.", False),
        ("", False),
    ],
)
def test_a_page_is_told_by_its_beginning(text: str, page: bool) -> None:
    assert is_page(text) is page


@pytest.mark.parametrize("between", ["", "word "])
@pytest.mark.parametrize("tag", ["div", "b", "p", "table", "p><i"])
def test_a_page_nested_too_deep_is_read_in_time(tag: str, between: str) -> None:
    page = f"<html><body>{f'<{tag}>{between}' * 100_000}<p>{SENTENCE}</p></body>"
    begun = time.monotonic()
    assert SENTENCE in read_page(page, "x").text
    assert time.monotonic() - begun < 10


def test_a_page_without_article_gives_all_its_text() -> None:
    page = (
        "<html><head><title>T</title></head><body><b>Talks &amp; trade</b><script>x</script></body>"
    )
    assert "Talks & trade" in read_page(page, "x").text


def test_a_page_without_text_is_refused() -> None:
    with pytest.raises(BadMarkup, match="no text is in this page"):
        read_page("<html><body><img src='x.png'></body></html>", "x")


def test_the_headline_is_the_first_line_of_the_text() -> None:
    page = (
        "<html><head><meta property='og:title' content='Ministers meet'></head><body><article>"
        f"<p>{SENTENCE}</p><p>{SENTENCE.replace('Oslo', 'Bergen')}</p></article></body></html>"
    )
    found = read_page(page, "x")
    assert found.title == "Ministers meet"
    assert found.text.startswith("Ministers meet\n\n")


def test_a_zero_byte_does_not_end_a_page() -> None:
    assert SENTENCE in read_page(f"<html><body>\0<p>{SENTENCE}</p></body></html>", "x").text
