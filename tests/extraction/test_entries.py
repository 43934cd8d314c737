"""Which lines of the lexicon know the words of names, issues, times and places."""

import pytest

from communique.extraction.deciding import word_at
from communique.extraction.entries import Entries
from communique.model.findings import Word
from communique.model.text import Span
from tests import build
from tests.extraction.plain import plain

TITLE = "Peruvian Foreign Minister Ana Rojas of the United Nations spoke ."


def named(chars: str, words: tuple[Word, ...]) -> dict[str, str | None]:
    return {chars[word.start : word.end]: word.entry for word in words}


def test_a_title_is_known_by_its_words() -> None:
    text = plain(TITLE, "Ana Rojas")
    found = Entries(text).of_name(0, len(text.chars))
    assert named(text.chars, found) == {
        "Peruvian": "states.tsv: Peruvian",
        "Foreign Minister": "offices.tsv: foreign minister",
        "United Nations": "organizations.tsv: United Nations",
    }


def test_only_what_lies_inside_counts() -> None:
    text = plain(TITLE, "Ana Rojas")
    assert Entries(text).of_name(*build.find(text.chars, "Ana Rojas")) == ()


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Tuesday", {"Tuesday": "times_words.tsv: tuesday"}),
        ("last Easter", {"last": "times_words.tsv: last", "Easter": "feasts.tsv: easter"}),
        ("2 May 1998", {"May": "times_words.tsv: may"}),
        ("1998", {}),
    ],
)
def test_a_time_is_known_by_its_words(words: str, found: dict[str, str]) -> None:
    text = plain(words)
    assert named(words, Entries(text).of_time(Span(0, len(words)))) == found


@pytest.mark.parametrize(
    ("name", "more", "entry"),
    [
        ("Lima", {"geonameid": 3936456, "feature": "PPLC"}, "gazetteer.txt: 3936456 Lima"),
        ("Peru", {"geonameid": 3932488, "feature": "PCLI"}, "states.tsv: Peru"),
        ("Kremlin", {"feature": "PAL"}, "places_seats.tsv: Kremlin"),
        ("Nowhere Hall", {}, None),
    ],
)
def test_a_place_is_known_by_the_line_that_places_it(
    name: str, more: dict[str, object], entry: str | None
) -> None:
    text = plain(f"{name} spoke .")
    place = build.place(name, span=(0, len(name)), **more)
    assert Entries(text).of_place(place) == Word(0, len(name), entry)


@pytest.mark.parametrize(
    ("issue", "found"),
    [
        ("terrorism", {"terrorism": "issues.tsv: terrorism"}),
        ("Peru", {"Peru": "states.tsv: Peru"}),
        ("fishing", {}),
    ],
)
def test_an_issue_is_known_by_its_words_or_its_state(issue: str, found: dict[str, str]) -> None:
    text = plain("terrorism in Peru", ("Peru", "place"))
    assert named(text.chars, Entries(text).of_issue(issue, [Span(0, 17)])) == found


@pytest.mark.parametrize(
    ("name", "forms", "entry"),
    [
        ("event_triggers.tsv", ("call for",), "event_triggers.tsv: call for"),
        ("cues.tsv", (), "cues.tsv: call"),
        ("agreements.tsv", (), None),
        ("", (), None),
    ],
)
def test_a_word_that_decides_names_its_entry(
    name: str, forms: tuple[str, ...], entry: str | None
) -> None:
    text = build.text("They/PRON/nsubj/2 called|call/VERB/root/0 for/ADP/case/4 talks/NOUN/obl/2")
    assert word_at(text, 1, name, *forms) == Word(5, 11, entry)


def test_a_phrase_is_known_by_its_last_word() -> None:
    text = build.text(
        "memorandum/NOUN/root/0 of/ADP/case/3 understanding/NOUN/nmod/1 signed|sign/VERB/acl/1"
    )
    assert word_at(text, 2, "stance.tsv").entry is None
    assert word_at(text, 3, "agreement_status.tsv").entry == "agreement_status.tsv: sign"
