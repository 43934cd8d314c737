from dataclasses import replace

import pytest

from communique.extraction.issues import code_of_state, issues_of, state_named, state_of_code
from communique.model.text import Span, Text
from tests.extraction.trees import named, tree


def whole(text: Text, *own: str) -> tuple[str, ...]:
    return issues_of(text, (Span(0, len(text.chars)),), own)


@pytest.mark.parametrize(
    ("line", "issues"),
    [
        ("They/PRON/2/nsubj lifted/VERB/0/root/lift sanctions/NOUN/2/obj/sanction", ("sanctions",)),
        ("a/DET/3/det nuclear/ADJ/3/amod deal/NOUN/0/root", ("nuclear program",)),
        ("nuclear/ADJ/3/amod power/NOUN/3/compound plants/NOUN/0/root/plant", ("energy",)),
        ("the/DET/3/det inter-Malian/ADJ/3/amod dialogue/NOUN/0/root", ("peace talks",)),
        ("the/DET/3/det peace/NOUN/3/compound process/NOUN/0/root", ("peace talks",)),
        ("the/DET/2/det WHO/PROPN/0/root", ("health",)),
        ("those/PRON/2/nsubj who/PRON/3/nsubj left/VERB/0/root/leave", ()),
        ("their/PRON/2/nmod:poss friends/NOUN/0/root/friend", ()),
    ],
)
def test_words_name_issues(line: str, issues: tuple[str, ...]) -> None:
    assert whole(tree(line)) == issues


IN_MALI = "events/NOUN/0/root/event in/ADP/3/case Mali/PROPN/1/nmod"
MALI_ACTS = "Mali/PROPN/3/nsubj will/AUX/3/aux pay/VERB/0/root"
MALIAN = "the/DET/3/det Malian/ADJ/3/amod vote/NOUN/0/root"


@pytest.mark.parametrize(
    ("line", "name", "own", "issues"),
    [
        (IN_MALI, "Mali", (), ("Mali",)),
        (MALIAN, "Malian", (), ("Mali", "elections")),
        (MALI_ACTS, "Mali", (), ()),
        (IN_MALI, "Mali", ("Mali",), ()),
    ],
)
def test_a_state_is_an_issue_where_it_is_the_topic_and_not_the_speaker(
    line: str, name: str, own: tuple[str, ...], issues: tuple[str, ...]
) -> None:
    text = tree(line)
    assert whole(replace(text, names=(named(text, name),)), *own) == issues


@pytest.mark.parametrize("name", ["Ghana", "Republic of Ghana", "Ghanaian", "Ghanaians", "GHANA"])
def test_a_state_has_many_names(name: str) -> None:
    assert state_named(name) == "Ghana"
    assert code_of_state(name) == "GHA"
    assert state_of_code("GHA") == "Ghana"
