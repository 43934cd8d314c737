"""What looks like a statement and is none."""

from dataclasses import replace

import pytest

from communique.extraction.statements import find_statements
from communique.model.report import Report, Segment
from tests.extraction.trees import cited, statements, tree
from tests.extraction.whole import told

TITLE = "Envoys/NOUN/2/nsubj leave/VERB/0/root Lima/PROPN/2/obj"
BODY = (
    "Talks/NOUN/2/nsubj/talk failed/VERB/5/ccomp/fail ,/PUNCT/2/punct she/PRON/5/nsubj "
    "said/VERB/0/root/say ./PUNCT/5/punct"
)


def contents(title: str, body: str, *content: str) -> list[str]:
    text = tree(f"{title}\n\n{body}")
    end = text.sentence_span(0).end
    segments = (Segment("title", 0, end), Segment("body", end + 2, len(text.chars)))
    text = replace(text, attributions=(cited(text, "she", "said", *content),))
    report = Report("test", text.chars, segments=segments)
    return [s.text for s in find_statements(report, text, (), ())]


def test_a_title_is_not_said_by_whom_the_body_cites() -> None:
    assert contents(TITLE, BODY, "Envoys leave Lima", "Talks failed") == ["Talks failed"]


def test_nor_where_one_content_runs_from_the_title_into_the_body() -> None:
    assert contents(TITLE, BODY, "Envoys leave Lima\n\nTalks failed") == ["Talks failed"]


@pytest.mark.parametrize(
    ("line", "cue", "content"),
    [
        (
            "Referring/VERB/5/advcl/refer to/ADP/3/case ports/NOUN/1/obl ,/PUNCT/1/punct "
            "left/VERB/0/root/leave he/PRON/5/nsubj",
            "Referring to",
            "ports",
        ),
        (
            "They/PRON/2/nsubj discussed/VERB/0/root/discuss open/ADJ/4/amod borders/NOUN/2/obj",
            "discussed",
            "open borders",
        ),
        (
            "Asked/VERB/5/advcl/ask about/ADP/3/case ports/NOUN/1/obl ,/PUNCT/1/punct "
            "left/VERB/0/root/leave he/PRON/5/nsubj",
            "Asked about",
            "ports",
        ),
        (
            "He/PRON/3/nsubj:pass is/AUX/3/aux:pass/be expected/VERB/0/root/expect to/PART/5/mark "
            "visit/VERB/3/xcomp Lima/PROPN/5/obj",
            "is expected",
            "to visit Lima",
        ),
        (
            "He/PRON/2/nsubj declined/VERB/0/root/decline to/PART/4/mark comment/VERB/2/xcomp",
            "declined",
            "to comment",
        ),
    ],
)
def test_what_is_spoken_of_done_or_expected_is_not_said(line: str, cue: str, content: str) -> None:
    text = tree(line)
    text = replace(text, attributions=(cited(text, None, cue, content),))
    assert statements(text) == ()


def test_a_thing_that_somebody_asks_for_is_said() -> None:
    line = (
        "Chile/PROPN/2/nsubj demanded/VERB/0/root/demand open/ADJ/4/amod borders/NOUN/2/obj/border"
    )
    text = tree(line)
    text = replace(text, attributions=(cited(text, "Chile", "demanded", "open borders"),))
    assert [s.text for s in statements(text)] == ["open borders"]


@pytest.mark.parametrize(
    ("line", "contents"),
    [
        (
            "Peru would leave, Interfax reported on Tuesday, citing the Anadolu agency.",
            ["Peru would leave"],
        ),
        (
            "Interfax reported that Peru would leave, citing unnamed officials in Lima.",
            ["that Peru would leave"],
        ),
        (
            "The minister rejected the claim, citing a lack of evidence.",
            ["the claim", "a lack of evidence"],
        ),
    ],
)
def test_who_is_cited_is_nothing_that_is_said(line: str, contents: list[str]) -> None:
    assert [statement.text for statement in told(line).statements] == contents


@pytest.mark.parametrize(("score", "expected"), [(0.8, ["open borders"]), (0.4, [])])
def test_what_is_spoken_of_is_said_where_the_reader_is_sure_by_whom(
    score: float, expected: list[str]
) -> None:
    line = "They/PRON/2/nsubj discussed/VERB/0/root/discuss open/ADJ/4/amod borders/NOUN/2/obj"
    text = tree(line)
    one = replace(cited(text, "They", "discussed", "open borders"), score=score)
    assert [s.text for s in statements(replace(text, attributions=(one,)))] == expected
