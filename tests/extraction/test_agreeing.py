"""The reader's attributions put right by the tree."""

from dataclasses import replace

from communique.model.findings import Statement
from communique.model.text import Attribution, Text
from tests.extraction.trees import actor, cited, mention, span, statements, tree

FIRST = (
    "Talks/NOUN/2/nsubj/talk failed/VERB/5/ccomp/fail ,/PUNCT/2/punct he/PRON/5/nsubj "
    "said/VERB/0/root/say ./PUNCT/5/punct"
)
SECOND = (
    "Ships/NOUN/2/nsubj/ship sailed/VERB/5/ccomp/sail ,/PUNCT/2/punct he/PRON/5/nsubj "
    "added/VERB/0/root/add ./PUNCT/5/punct"
)
ABOUT = (
    "Commenting/VERB/7/advcl/comment on/ADP/4/case the/DET/4/det raid/NOUN/1/obl ,/PUNCT/1/punct "
    "Mora/PROPN/7/nsubj said/VERB/0/root/say \u201c/PUNCT/10/punct we/PRON/10/nsubj "
    "object/VERB/7/ccomp ./PUNCT/10/punct \u201d/PUNCT/10/punct"
)
REPORTED = (
    "Talks/NOUN/2/nsubj/talk failed/VERB/5/ccomp/fail ,/PUNCT/2/punct Mora/PROPN/5/nsubj "
    "said/VERB/0/root/say ,/PUNCT/8/punct Reuters/PROPN/8/nsubj reported/VERB/5/parataxis/report "
    "./PUNCT/5/punct"
)


def read(text: Text, *attributions: Attribution) -> tuple[Statement, ...]:
    return statements(replace(text, attributions=attributions))


def said(text: Text, found: tuple[Statement, ...]) -> list[tuple[str | None, str | None, str]]:
    return [
        (
            text.slice(s.source) if s.source else None,
            text.slice(s.cue) if s.cue else None,
            s.text,
        )
        for s in found
    ]


def test_a_content_that_the_tree_gives_to_another_cue_goes_there() -> None:
    text = tree(f"{FIRST}\n{SECOND}")
    one = cited(text, "he", "said", "Talks failed", "Ships sailed")
    assert said(text, read(text, one)) == [
        ("he", "said", "Talks failed"),
        ("he", "added", "Ships sailed"),
    ]


def test_a_content_that_begins_inside_a_clause_begins_with_it() -> None:
    text = tree(FIRST)
    assert said(text, read(text, cited(text, "he", "said", "failed"))) == [
        ("he", "said", "Talks failed")
    ]


def test_a_source_that_the_reader_left_out_is_the_trees() -> None:
    text = tree(FIRST)
    assert said(text, read(text, cited(text, None, "said", "Talks failed"))) == [
        ("he", "said", "Talks failed")
    ]


def test_a_comma_outside_quotation_marks_ends_no_content() -> None:
    text = tree(FIRST)
    assert said(text, read(text, cited(text, "he", "said", "Talks failed,"))) == [
        ("he", "said", "Talks failed")
    ]


def test_what_is_commented_on_is_not_what_is_said() -> None:
    text = tree(ABOUT)
    quote = "\u201cwe object.\u201d"
    (main,) = read(text, cited(text, "Mora", "said", "the raid", quote))
    assert said(text, (main,)) == [("Mora", "said", quote)]
    assert main.form == "direct"


def test_what_an_agency_reports_is_said_by_whom_it_names() -> None:
    text = tree(REPORTED)
    text = replace(text, attributions=(cited(text, "Reuters", "reported", "Talks failed"),))
    actors = (actor("Luc\u00eda Mora"), actor("Reuters", "organization"))
    found = (mention(text, "Mora", 0), mention(text, "Reuters", 1))
    (one,) = statements(text, actors, found)
    assert (one.speakers, one.via, one.source) == ((0,), 1, span(text, "Mora"))


def test_whoever_reports_by_name_is_not_the_one_who_said_it() -> None:
    text = tree(REPORTED.replace("Reuters", "Marenzo"))
    text = replace(text, attributions=(cited(text, "Marenzo", "reported", "Talks failed"),))
    actors = (actor("Luc\u00eda Mora"), actor("Marenzo", "organization"))
    found = (mention(text, "Mora", 0), mention(text, "Marenzo", 1))
    (one,) = statements(text, actors, found)
    assert (one.speakers, one.via) == ((0,), 1)


def test_a_fragment_of_nobody_is_no_statement() -> None:
    text = tree("The/DET/2/det raid/NOUN/3/nsubj failed/VERB/0/root/fail ./PUNCT/3/punct")
    unsure = replace(cited(text, None, None, "The raid"), score=0.2)
    assert read(text, unsure) == ()
    assert len(read(text, replace(unsure, score=0.8))) == 1


def test_a_content_goes_to_the_cue_right_before_it() -> None:
    text = tree(
        "Mora/PROPN/2/nsubj rejected/VERB/0/root/reject the/DET/4/det plan/NOUN/2/obj "
        "and/CCONJ/6/cc "
        "welcomed/VERB/2/conj/welcome the/DET/8/det talks/NOUN/6/obj/talk ./PUNCT/2/punct"
    )
    one = cited(text, "Mora", "rejected", "the plan", "the talks")
    assert said(text, read(text, one)) == [
        ("Mora", "rejected", "the plan"),
        (None, "welcomed", "the talks"),
    ]


def test_a_sentence_with_a_source_of_its_own_is_no_content_of_the_sentence_before() -> None:
    other = (
        "Soto/PROPN/2/nsubj denied/VERB/0/root/deny the/DET/4/det raid/NOUN/2/obj ./PUNCT/2/punct"
    )
    text = tree(f"{FIRST}\n{other}")
    one = cited(text, "he", "said", "Talks failed", "Soto denied the raid")
    assert said(text, read(text, one)) == [
        ("he", "said", "Talks failed"),
        ("Soto", "denied", "the raid"),
    ]


def test_a_thing_that_demands_something_is_not_added() -> None:
    thing = (
        "The/DET/2/det plan/NOUN/3/nsubj demands/VERB/0/root/demand reform/NOUN/3/obj "
        "./PUNCT/3/punct"
    )
    text = tree(f"{FIRST}\n{thing}")
    assert len(read(text, cited(text, "he", "said", "Talks failed"))) == 1
    person = thing.replace("plan", "minister")
    text = tree(f"{FIRST}\n{person}")
    assert len(read(text, cited(text, "he", "said", "Talks failed"))) == 2
