"""On what occasion something was said."""

import pytest

from tests.extraction.trees import actor, mention, statements, tree

MORA = actor("Luc\u00eda Mora")
SAID = "Mora/PROPN/2/nsubj said/VERB/0/root/say talks/NOUN/4/nsubj/talk failed/VERB/2/ccomp/fail "


def occasions(lines: str) -> list[str | None]:
    text = tree(lines)
    found = [mention(text, "Mora", 0, n) for n in range(text.chars.count("Mora"))]
    found += [mention(text, "She", 0, n) for n in range(text.chars.count("She"))]
    return [s.occasion for s in statements(text, (MORA,), tuple(found))]


@pytest.mark.parametrize(
    ("line", "occasion"),
    [
        (
            "At/ADP/4/case a/DET/4/det news/NOUN/4/compound conference/NOUN/6/obl "
            "Mora/PROPN/6/nsubj "
            "said/VERB/0/root/say talks/NOUN/8/nsubj/talk failed/VERB/6/ccomp/fail",
            "At a news conference",
        ),
        (
            "Speaking/VERB/9/advcl/speak after/ADP/3/case talks/NOUN/1/obl/talk in/ADP/5/case "
            "Lima/PROPN/3/nmod ,/PUNCT/1/punct Ms./PROPN/9/nsubj Mora/PROPN/7/flat "
            "said/VERB/0/root/say "
            "talks/NOUN/11/nsubj/talk failed/VERB/9/ccomp/fail",
            "after talks in Lima",
        ),
        (
            "On/ADP/3/case the/DET/3/det sidelines/NOUN/8/obl/sidelines of/ADP/6/case "
            "the/DET/6/det "
            "forum/NOUN/3/nmod Mora/PROPN/8/nsubj said/VERB/0/root/say talks/NOUN/10/nsubj/talk "
            "failed/VERB/8/ccomp/fail",
            "On the sidelines of the forum",
        ),
        (SAID, None),
        (
            "At/ADP/4/case the/DET/4/det convention/NOUN/4/compound center/NOUN/6/obl "
            "Mora/PROPN/6/nsubj said/VERB/0/root/say talks/NOUN/8/nsubj/talk "
            "failed/VERB/6/ccomp/fail",
            None,
        ),
        (
            "Mora/PROPN/2/nsubj told/VERB/0/root/tell a/DET/4/det briefing/NOUN/2/obj "
            "talks/NOUN/6/nsubj/talk failed/VERB/2/ccomp/fail",
            "a briefing",
        ),
    ],
)
def test_the_clause_of_the_cue_names_the_occasion(line: str, occasion: str | None) -> None:
    assert occasions(line) == [occasion]


def test_what_is_said_there_is_no_occasion() -> None:
    assert occasions(
        "Mora/PROPN/2/nsubj said/VERB/0/root/say talks/NOUN/4/nsubj/talk failed/VERB/2/ccomp/fail "
        "at/ADP/7/case the/DET/7/det summit/NOUN/4/obl"
    ) == [None]


def test_a_sentence_about_the_remarks_gives_it_to_them() -> None:
    made = (
        "She/PRON/2/nsubj made/VERB/0/root/make the/DET/4/det remarks/NOUN/2/obj/remark "
        "in/ADP/7/case "
        "an/DET/7/det interview/NOUN/2/obl ./PUNCT/2/punct"
    )
    assert occasions(f"{SAID}\n{made}") == ["in an interview"]


def test_the_next_words_in_the_paragraph_were_said_there_too() -> None:
    first = (
        "In/ADP/3/case an/DET/3/det interview/NOUN/5/obl Mora/PROPN/5/nsubj said/VERB/0/root/say "
        "talks/NOUN/7/nsubj/talk failed/VERB/5/ccomp/fail ./PUNCT/5/punct"
    )
    assert occasions(f"{first}\n{SAID}") == ["In an interview"] * 2
    assert occasions(f"{first}\n\n{SAID}") == ["In an interview", None]
