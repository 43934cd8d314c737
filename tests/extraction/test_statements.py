"""Who said what: speakers, forms, and what goes on from what."""

from dataclasses import replace

import pytest

from communique.extraction.statements import find_statements
from communique.model.report import Report, Segment
from tests.extraction.trees import actor, cited, mention, report, span, statements, tree

MORA = actor("Luc\u00eda Mora", country="CHL", title="Foreign Minister")
MINISTER_SAID = (
    "Minister/PROPN/4/nsubj Luc\u00eda/PROPN/1/flat Mora/PROPN/1/flat said/VERB/0/root/say "
    "that/SCONJ/7/mark talks/NOUN/7/nsubj/talk failed/VERB/4/ccomp/fail ./PUNCT/4/punct"
)
SHE_SAID = (
    "The/DET/2/det door/NOUN/4/nsubj is/AUX/4/cop/be open/ADJ/7/ccomp ,/PUNCT/4/punct "
    "she/PRON/7/nsubj said/VERB/0/root/say ./PUNCT/7/punct"
)
RAIN = "The/DET/2/det rain/NOUN/3/nsubj stopped/VERB/0/root/stop ./PUNCT/3/punct"


def test_a_name_in_the_source_is_the_speaker() -> None:
    text = tree(MINISTER_SAID)
    (one,) = statements(text, (MORA,), (mention(text, "Luc\u00eda Mora", 0),))
    assert (one.speakers, one.form, one.joint) == ((0,), "indirect", False)
    assert one.text == "that talks failed"
    assert one.evidence.rule == "cue-clause"


def test_the_evidence_is_the_whole_sentence() -> None:
    text = tree(MINISTER_SAID)
    (one,) = statements(text)
    assert text.slice((one.evidence.start, one.evidence.end)) == text.chars


def test_nobody_is_guessed_for_a_name_that_no_mention_stands_for() -> None:
    (one,) = statements(tree(MINISTER_SAID), (MORA,))
    assert one.speakers == ()


def test_a_pronoun_right_after_a_statement_is_its_speaker() -> None:
    text = tree(f"{MINISTER_SAID}\n{SHE_SAID}")
    _, two = statements(text, (MORA,), (mention(text, "Luc\u00eda Mora", 0),))
    assert two.speakers == (0,)
    assert "after a statement of one person" in two.evidence.why


def test_not_where_that_speaker_was_called_by_the_other_pronoun() -> None:
    he = SHE_SAID.replace("she", "he")
    text = tree(f"{MINISTER_SAID}\n{he}\n{SHE_SAID}")
    found = (mention(text, "Luc\u00eda Mora", 0), mention(text, "he", 0, 1))
    actors = (MORA, actor("Ana Soto"))
    mentions = (*found, mention(text, "she", 1))
    *_, last = statements(text, actors, mentions)
    assert last.speakers == (1,)


def test_a_pronoun_further_down_is_a_speaker_near_by() -> None:
    text = tree(f"{MINISTER_SAID}\n{RAIN}\n{SHE_SAID}")
    _, two = statements(text, (MORA,), (mention(text, "Luc\u00eda Mora", 0),))
    assert two.speakers == (0,)
    assert "statement before" in two.evidence.why


@pytest.mark.parametrize(
    "line",
    [
        # it appeared: to nobody
        "it/PRON/2/nsubj appeared/VERB/0/root/appear talks/NOUN/4/nsubj/talk "
        "failed/VERB/2/ccomp/fail",
        # by whom she was told is not said
        "she/PRON/3/nsubj:pass was/AUX/3/aux:pass/be told/VERB/0/root/tell talks/NOUN/5/nsubj/talk "
        "failed/VERB/3/ccomp/fail",
    ],
)
def test_nobodys_words_are_not_given_to_the_speaker_before(line: str) -> None:
    text = tree(f"{MINISTER_SAID}\n{line}")
    cue = "appeared" if "appeared" in line else "told"
    first = cited(text, "Mora", "said", "that talks failed")
    second = cited(text, "she" if cue == "told" else None, cue, "talks failed", nth=0)
    second = replace(second, content=(span(text, "talks failed", 1),))
    text = replace(text, attributions=(first, second))
    _, last = statements(text, (MORA,), (mention(text, "Luc\u00eda Mora", 0),))
    assert last.speakers == ()


def test_whom_an_agency_quotes_speaks() -> None:
    text = tree(
        "\u201c/PUNCT/3/punct We/PRON/3/nsubj agree/VERB/7/ccomp ,/PUNCT/3/punct "
        "\u201d/PUNCT/3/punct "
        "Reuters/PROPN/7/nsubj quoted/VERB/0/root/quote Mora/PROPN/7/obj as/SCONJ/10/mark "
        "saying/VERB/7/advcl/say ./PUNCT/7/punct"
    )
    actors = (MORA, actor("Reuters", "organization"))
    found = (mention(text, "Mora", 0), mention(text, "Reuters", 1))
    quote = cited(text, "Reuters", "quoted", "\u201cWe agree,\u201d")
    (one,) = statements(replace(text, attributions=(quote,)), actors, found)
    assert (one.speakers, one.via) == ((0,), 1)


def test_the_spans_of_the_reader_stay_as_they_are() -> None:
    text = tree(MINISTER_SAID)
    text = replace(text, attributions=(cited(text, "Mora", "said", "talks failed"),))
    (one,) = statements(text)
    assert (one.source, one.cue) == (span(text, "Mora"), span(text, "said"))
    assert one.content == (span(text, "talks failed"),)
    assert one.evidence.rule == "reader"


def test_what_the_reader_missed_is_added() -> None:
    text = tree(f"{MINISTER_SAID}\n{SHE_SAID}")
    text = replace(text, attributions=(cited(text, "Mora", "said", "talks failed"),))
    assert [s.evidence.rule for s in statements(text)] == ["reader", "cue-before"]


def test_a_cue_without_a_subject_has_the_speaker_of_its_clause() -> None:
    text = tree(
        "Luc\u00eda/PROPN/3/nsubj Mora/PROPN/1/flat left/VERB/0/root/leave ,/PUNCT/5/punct "
        "saying/VERB/3/advcl/say talks/NOUN/7/nsubj/talk failed/VERB/5/ccomp/fail ./PUNCT/3/punct"
    )
    (one,) = statements(text, (MORA,), (mention(text, "Luc\u00eda Mora", 0),))
    assert (one.speakers, one.source) == ((0,), None)


def test_the_reader_too_may_leave_the_subject_to_the_clause() -> None:
    text = tree(
        "Luc\u00eda/PROPN/3/nsubj Mora/PROPN/1/flat left/VERB/0/root/leave ,/PUNCT/5/punct "
        "saying/VERB/3/advcl/say talks/NOUN/7/nsubj/talk failed/VERB/5/ccomp/fail ./PUNCT/3/punct"
    )
    text = replace(text, attributions=(cited(text, None, "saying", "talks failed"),))
    (one,) = statements(text, (MORA,), (mention(text, "Luc\u00eda Mora", 0),))
    assert one.speakers == (0,)


def test_three_states_speak_jointly() -> None:
    text = tree(
        "Chile/PROPN/6/nsubj ,/PUNCT/3/punct Peru/PROPN/1/conj and/CCONJ/5/cc Bolivia/PROPN/1/conj "
        "said/VERB/0/root/say that/SCONJ/9/mark talks/NOUN/9/nsubj/talk failed/VERB/6/ccomp/fail"
    )
    states = tuple(actor(n, "state") for n in ("Chile", "Peru", "Bolivia"))
    found = tuple(mention(text, s.name, i) for i, s in enumerate(states))
    (one,) = statements(text, states, found)
    assert (one.speakers, one.joint) == ((0, 1, 2), True)


def test_a_group_speaks_through_its_members() -> None:
    text = tree(
        "The/DET/2/det trio/NOUN/3/nsubj said/VERB/0/root/say that/SCONJ/6/mark "
        "talks/NOUN/6/nsubj/talk failed/VERB/3/ccomp/fail ./PUNCT/3/punct"
    )
    actors = (
        actor("Chile", "state"),
        actor("Peru", "state"),
        actor("the trio", "group", None, (0, 1)),
    )
    (one,) = statements(text, actors, (mention(text, "The trio", 2),))
    assert (one.speakers, one.joint) == ((0, 1), True)


def test_whom_something_is_told_is_the_addressee() -> None:
    text = tree(
        "Luc\u00eda/PROPN/3/nsubj Mora/PROPN/1/flat told/VERB/0/root/tell President/PROPN/3/iobj "
        "Soto/PROPN/4/flat that/SCONJ/8/mark talks/NOUN/8/nsubj/talk failed/VERB/3/ccomp/fail"
    )
    actors = (MORA, actor("Ana Soto"))
    found = (mention(text, "Luc\u00eda Mora", 0), mention(text, "President Soto", 1))
    (one,) = statements(text, actors, found)
    assert (one.speakers, one.addressees) == ((0,), (1,))


def test_an_agency_that_reports_is_no_speaker() -> None:
    text = tree(
        "Talks/NOUN/2/nsubj/talk failed/VERB/6/ccomp/fail ,/PUNCT/2/punct Luc\u00eda/PROPN/6/nsubj "
        "Mora/PROPN/4/flat said/VERB/0/root/say ,/PUNCT/9/punct Reuters/PROPN/9/nsubj "
        "reported/VERB/6/parataxis/report ./PUNCT/6/punct"
    )
    actors = (MORA, actor("Reuters", "organization"))
    found = (mention(text, "Luc\u00eda Mora", 0), mention(text, "Reuters", 1))
    said = [s for s in statements(text, actors, found) if s.speakers == (0,)]
    assert [(s.text, s.via) for s in said] == [("Talks failed", 1)]


def test_nothing_is_added_in_a_title() -> None:
    text = tree(MINISTER_SAID)
    titled = Report("test", text.chars, segments=(Segment("title", 0, len(text.chars)),))
    assert find_statements(titled, text, (), ()) == ()


def test_a_text_without_words_has_no_statements() -> None:
    text = tree("")
    assert find_statements(report(text), text, (), ()) == ()


def test_what_is_expected_is_not_what_the_one_before_said() -> None:
    expected = (
        "The/DET/2/det council/NOUN/4/nsubj:pass is/AUX/4/aux:pass/be expected/VERB/0/root/expect "
        "to/PART/6/mark vote/VERB/4/xcomp ./PUNCT/4/punct"
    )
    text = tree(f"{MINISTER_SAID}\n{expected}")
    read = (
        cited(text, "Minister Luc\u00eda Mora", "said", "that talks failed"),
        cited(text, None, "is expected", "The council", "to vote"),
    )
    text = replace(text, attributions=read)
    _, two = statements(text, (MORA,), (mention(text, "Luc\u00eda Mora", 0),))
    assert two.speakers == ()
