import pytest

from communique.extraction.quotes import find_quotations, form_of, paragraphs
from communique.model.text import Span, Text


def quoted(chars: str) -> list[str]:
    text = Text(chars, (Span(0, len(chars)),))
    return [chars[q.start : q.end] for q in find_quotations(text, paragraphs(text))]


@pytest.mark.parametrize(
    ("chars", "found"),
    [
        ("She said \u201cwe agree\u201d and left.", ["\u201cwe agree\u201d"]),
        ('She said "we agree" and left.', ['"we agree"']),
        ("Il a dit \u00abd'accord\u00bb.", ["\u00abd'accord\u00bb"]),
        ("She said ''we agree'' and left.", ["''we agree''"]),
        ("Of \u2018the sides\u2019 own plans\u2019.", ["\u2018the sides\u2019 own plans\u2019"]),
        ("The envoy\u2019s words and the envoys\u2019 words.", []),
        ("She said \"we agree,'' and left.", ["\"we agree,''"]),
        ("He said \u201dwe agree\u201d.", ["\u201dwe agree\u201d"]),
        ('"We go. "We stay," he said.', ['"We go.', '"We stay,"']),
        ("'We go,' he said. The envoys' plan failed.", ["'We go,'"]),
        ("A 12\" gun and nothing else.", []),
        (
            "\u201cThey adopted \u2018a text\u2019 and \u201ca map\u201d today,\u201d he said.",
            ["\u201cThey adopted \u2018a text\u2019 and \u201ca map\u201d today,\u201d"],
        ),
    ],
)  # fmt: skip
def test_the_outer_quotations_are_found(chars: str, found: list[str]) -> None:
    assert quoted(chars) == found


def test_a_quotation_that_runs_on_is_opened_again_in_each_paragraph() -> None:
    assert quoted("\u201cWe agree.\n\n\u201cWe go,\u201d he said.") == [
        "\u201cWe agree.",
        "\u201cWe go,\u201d",
    ]


def test_a_forgotten_mark_does_not_reach_into_the_next_paragraph() -> None:
    assert quoted('He said "yes.\n\nShe said "no" to it.') == ['"yes.', '"no"']


def test_a_forgotten_closing_mark_ends_with_the_sentence() -> None:
    assert quoted("\u201cWe agree. They left, he said.\n\nThe end.") == ["\u201cWe agree."]


def test_a_line_wrapped_inside_a_sentence_is_no_paragraph() -> None:
    chars = 'He said "we will\nall agree" today.\nThe end.'
    text = Text(chars, (Span(0, len(chars)),))
    assert len(paragraphs(text)) == 2
    assert quoted(chars) == ['"we will\nall agree"']


@pytest.mark.parametrize(
    ("content", "form"),
    [
        ("\u201cWe agree,\u201d", "direct"),
        ("We agree", "direct"),
        ("they would go by \u201cthe letter of the law\u201d in all things", "mixed"),
        ("they would go", "indirect"),
    ],
)
def test_the_form_is_a_matter_of_how_much_is_quoted(content: str, form: str) -> None:
    chars = (
        "\u201cWe agree,\u201d he said. They said they would go by \u201cthe letter of the "
        "law\u201d in all things."
    )
    text = Text(chars, (Span(0, len(chars)),))
    start = chars.index(content)
    spans = (Span(start, start + len(content)),)
    assert form_of(chars, spans, find_quotations(text, paragraphs(text))) == form
