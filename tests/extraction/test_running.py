"""Speech that runs on without being attributed again."""

import pytest

from tests.extraction.trees import actor, mention, statements, tree

MORA = actor("Luc\u00eda Mora")
FIRST = (
    "\u201c/PUNCT/3/punct Talks/NOUN/3/nsubj/talk failed/VERB/7/ccomp/fail ,/PUNCT/3/punct "
    "\u201d/PUNCT/3/punct Mora/PROPN/7/nsubj said/VERB/0/root/say ./PUNCT/7/punct"
)
SECOND = (
    "\u201c/PUNCT/4/punct We/PRON/4/nsubj will/AUX/4/aux try/VERB/0/root again/ADV/4/advmod "
    "./PUNCT/4/punct \u201d/PUNCT/4/punct"
)
NAME = (
    "\u201c/PUNCT/2/punct Treaty/NOUN/0/root of/ADP/4/case Lima/PROPN/2/nmod \u201d/PUNCT/2/punct"
)
OTHER = "The/DET/2/det rain/NOUN/3/nsubj stopped/VERB/0/root/stop ./PUNCT/3/punct"
MUST = (
    "The/DET/2/det army/NOUN/4/nsubj must/AUX/4/aux leave/VERB/0/root the/DET/6/det "
    "valley/NOUN/4/obj ./PUNCT/4/punct"
)
TOLD = "The/DET/2/det army/NOUN/3/nsubj left/VERB/0/root/leave ./PUNCT/3/punct"
ADDED = (
    "Talks/NOUN/3/nsubj/talk will/AUX/3/aux resume/VERB/6/ccomp ,/PUNCT/3/punct Mora/PROPN/6/nsubj "
    "added/VERB/0/root/add ./PUNCT/6/punct"
)


def rules(*blocks: str) -> list[tuple[str, tuple[int, ...]]]:
    text = tree("\n".join(blocks))
    found = [mention(text, "Mora", 0, n) for n in range(text.chars.count("Mora"))]
    return [(s.evidence.rule, s.speakers) for s in statements(text, (MORA,), tuple(found))]


def test_a_quotation_right_after_an_attributed_one_is_of_the_same_speaker() -> None:
    assert rules(FIRST, SECOND) == [("cue-before", (0,)), ("quotation-runs-on", (0,))]


def test_so_is_one_that_makes_up_the_next_paragraph() -> None:
    assert rules(FIRST, "", SECOND)[1] == ("quotation-runs-on", (0,))


@pytest.mark.parametrize("between", [OTHER, f"\n{OTHER}\n"])
def test_not_one_after_something_else(between: str) -> None:
    assert len(rules(FIRST, between, SECOND)) == 1


def test_a_name_in_quotation_marks_is_no_speech() -> None:
    assert len(rules(FIRST, NAME)) == 1


def test_a_demand_between_two_statements_of_one_speaker_is_the_speakers() -> None:
    assert rules(FIRST, MUST, ADDED)[1] == ("free-indirect", (0,))


def test_a_plain_fact_between_two_statements_is_nobodys() -> None:
    assert [rule for rule, _ in rules(FIRST, TOLD, ADDED)] == ["cue-before", "cue-before"]


def test_a_demand_after_the_last_statement_is_nobodys() -> None:
    assert [rule for rule, _ in rules(FIRST, MUST)] == ["cue-before"]
