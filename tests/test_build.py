"""The builders of the tests build what they say."""

from tests.build import find, text, told


def test_a_text_from_words_with_their_heads() -> None:
    built = text(
        "They/PRON/nsubj/2 met|meet/VERB/root/0 in/ADP/case/4 Oslo/PROPN/obl/2 ./PUNCT/punct/2",
        "They/PRON/nsubj/2 left|leave/VERB/root/0 ./PUNCT/punct/2",
        names=[("Oslo", "place")],
    )
    assert built.chars == "They met in Oslo. They left."
    assert [t.head for t in built.tokens] == [1, -1, 3, 1, 1, 6, -1, 6]
    assert built.tokens[1].lemma == "meet"
    assert built.slice(built.sentence_span(1)) == "They left."


def test_findings_lie_on_their_words() -> None:
    read = (
        told("Anna Berg met Omar Haddad in Oslo.")
        .event(at="met", actors=["Anna Berg", "Omar Haddad"], place="Oslo", time="2011-05-03")
        .read()
    )
    (met,) = read.reading.events
    assert (met.evidence.start, met.evidence.end) == find(read.report.text, "met")
    assert [read.reading.actors[n].name for n in met.actors] == ["Anna Berg", "Omar Haddad"]
    assert met.time is not None
    assert read.reading.times[met.time].start == "2011-05-03"
