"""What trees and quotation marks show where no model marks attributions."""

import pytest

from communique.extraction.citing import find_citations, univocal
from communique.extraction.quotes import find_quotations, paragraphs
from communique.model.text import Text
from tests.extraction.trees import tree

SAID_THAT = (
    "Minister/PROPN/3/nsubj Mora/PROPN/1/flat said/VERB/0/root/say that/SCONJ/6/mark "
    "Chile/PROPN/6/nsubj supports/VERB/3/ccomp/support the/DET/8/det plan/NOUN/6/obj "
    "./PUNCT/3/punct"
)
HE_SAID = (
    "Talks/NOUN/3/nsubj/talk will/AUX/3/aux resume/VERB/6/ccomp ,/PUNCT/3/punct he/PRON/6/nsubj "
    "said/VERB/0/root/say ./PUNCT/6/punct"
)
HE_SAID_BESIDE = (
    "Talks/NOUN/3/nsubj/talk will/AUX/3/aux resume/VERB/0/root ,/PUNCT/6/punct he/PRON/6/nsubj "
    "underlined/VERB/3/parataxis/underline ./PUNCT/3/punct"
)
ADDING = (
    "She/PRON/2/nsubj left/VERB/0/root/leave ,/PUNCT/4/punct adding/VERB/2/advcl/add "
    "that/SCONJ/7/mark talks/NOUN/7/nsubj/talk failed/VERB/4/ccomp/fail ./PUNCT/2/punct"
)
PLEDGED = (
    "Kenya/PROPN/3/nsubj has/AUX/3/aux pledged/VERB/0/root/pledge to/PART/5/mark send/VERB/3/xcomp "
    "grain/NOUN/5/obj ./PUNCT/3/punct"
)
CALLED_FOR = (
    "Kenya/PROPN/3/nsubj also/ADV/3/advmod called/VERB/0/root/call for/ADP/6/case new/ADJ/6/amod "
    "talks/NOUN/3/obl/talk ./PUNCT/3/punct"
)
POINTED_OUT = (
    "Kenya/PROPN/2/nsubj pointed/VERB/0/root/point out/ADP/2/compound:prt that/SCONJ/6/mark "
    "talks/NOUN/6/nsubj/talk failed/VERB/2/ccomp/fail"
)
REJECTED = (
    "Kenya/PROPN/2/nsubj rejected/VERB/0/root/reject the/DET/4/det plan/NOUN/2/obj ./PUNCT/2/punct"
)
ACCORDING = (
    "According/VERB/4/case/accord to/ADP/1/fixed the/DET/4/det envoy/NOUN/8/obl ,/PUNCT/4/punct "
    "talks/NOUN/8/nsubj/talk have/AUX/8/aux failed/VERB/0/root/fail ./PUNCT/8/punct"
)
CALL_NOUN = (
    "Norway/PROPN/3/nmod:poss 's/PART/1/case call/NOUN/6/nsubj for/ADP/5/case "
    "restraint/NOUN/3/nmod "
    "failed/VERB/0/root/fail ./PUNCT/6/punct"
)
QUOTED = (
    '"/PUNCT/3/punct We/PRON/3/nsubj agree/VERB/8/ccomp in/ADP/5/case full/ADJ/3/obl '
    ",/PUNCT/3/punct "
    '"/PUNCT/3/punct said/VERB/0/root/say Mora/PROPN/8/nsubj ./PUNCT/8/punct'
)
# The labels of spaCy's English pipelines.
SPACY = (
    "Kenya/PROPN/2/nsubj called/VERB/0/ROOT/call for/ADP/2/prep talks/NOUN/3/pobj/talk "
    ",/PUNCT/2/punct "
    "saying/VERB/2/advcl/say war/NOUN/8/nsubj loomed/VERB/6/ccomp/loom ./PUNCT/2/punct"
)


def found(text: Text) -> list[tuple[str | None, str | None, list[str]]]:
    quotations = find_quotations(text, paragraphs(text))
    return [
        (
            text.slice(c.source) if c.source else None,
            text.slice(c.cue) if c.cue else None,
            [text.slice(s) for s in c.content],
        )
        for c in univocal(find_citations(text, quotations))
    ]


@pytest.mark.parametrize(
    ("line", "source", "cue", "content"),
    [
        (SAID_THAT, "Minister Mora", "said", "that Chile supports the plan"),
        (HE_SAID, "he", "said", "Talks will resume"),
        (HE_SAID_BESIDE, "he", "underlined", "Talks will resume"),
        (ADDING, None, "adding", "that talks failed"),
        (PLEDGED, "Kenya", "has pledged", "to send grain"),
        (CALLED_FOR, "Kenya", "also called for", "new talks"),
        (POINTED_OUT, "Kenya", "pointed out", "that talks failed"),
        (REJECTED, "Kenya", "rejected", "the plan"),
        (ACCORDING, "the envoy", "According to", "talks have failed"),
        (CALL_NOUN, "Norway", "call for", "restraint"),
        (QUOTED, "Mora", "said", '"We agree in full,"'),
    ],
)
def test_a_citation_is_found(line: str, source: str | None, cue: str, content: str) -> None:
    assert found(tree(line)) == [(source, cue, [content])]


def test_the_labels_of_spacy_serve_too() -> None:
    assert found(tree(SPACY)) == [
        ("Kenya", "called for", ["talks"]),
        (None, "saying", ["war loomed"]),
    ]


@pytest.mark.parametrize(
    "line",
    [
        # "refused to say": an infinitive says nothing
        "It/PRON/2/nsubj is/AUX/0/root hard/ADJ/2/amod to/PART/5/mark say/VERB/3/advcl "
        "that/SCONJ/8/mark talks/NOUN/8/nsubj/talk failed/VERB/5/ccomp/fail",
        # "was told": by whom is not said
        "She/PRON/3/nsubj:pass was/AUX/3/aux:pass/be told/VERB/0/root/tell that/SCONJ/6/mark "
        "talks/NOUN/6/nsubj/talk failed/VERB/3/ccomp/fail",
        "Kenya/PROPN/2/nsubj rejected/VERB/0/root/reject it/PRON/2/obj ./PUNCT/2/punct",
    ],
)
def test_what_says_nothing_is_no_citation(line: str) -> None:
    assert found(tree(line)) == []


def test_a_quotation_of_several_sentences_is_taken_whole() -> None:
    text = tree(
        """
        \u201c/PUNCT/3/punct We/PRON/3/nsubj agree/VERB/0/root ./PUNCT/3/punct
        We/PRON/2/nsubj go/VERB/6/ccomp ,/PUNCT/2/punct \u201d/PUNCT/2/punct he/PRON/6/nsubj said/VERB/0/root/say ./PUNCT/6/punct
        """  # noqa: E501
    )
    assert found(text) == [("he", "said", ["\u201cWe agree. We go,\u201d"])]
