"""What named talks are about."""

from dataclasses import replace

from communique.extraction.topics import topics_in, topics_of_talks
from communique.model.text import Span
from tests.extraction.trees import named, span, tree

ON_YEMEN = (
    "the/DET/2/det talks/NOUN/7/nsubj/talk on/ADP/4/case Yemen/PROPN/2/nmod in/ADP/6/case "
    "Vienna/PROPN/2/nmod failed/VERB/0/root/fail ./PUNCT/7/punct"
)
LATER = "the/DET/3/det Vienna/PROPN/3/compound talks/NOUN/4/nsubj/talk resumed/VERB/0/root/resume"


def test_talks_are_about_what_the_report_says_elsewhere() -> None:
    text = tree(f"{ON_YEMEN}\n{LATER}")
    text = replace(text, names=(named(text, "Yemen"),))
    topics = topics_of_talks(text)
    assert topics == {"vienna": ("Yemen",)}
    content = (span(text, "the Vienna talks resumed"),)
    assert [state for _, state in topics_in(text, content, topics)] == ["Yemen"]


def test_talks_without_a_name_are_about_nothing_more() -> None:
    text = tree(ON_YEMEN.replace("Vienna", "spring"))
    assert topics_in(text, (Span(0, len(text.chars)),), {"vienna": ("Yemen",)}) == []
