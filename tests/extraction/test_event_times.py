"""Which time goes with an event."""

from __future__ import annotations

from communique.extraction.event_times import time_for
from communique.extraction.times import find_times
from communique.model.report import Time
from communique.model.text import Text
from tests import build

MONDAY = "2009-06-15"

MET = (
    "Berg/PROPN/nsubj/2 met/VERB/root/0 Haddad/PROPN/obj/2 on/ADP/case/5 Tuesday/PROPN/obl/2 "
    "./PUNCT/punct/2"
)
SAID = (
    "Berg/PROPN/nsubj/2 said/VERB/root/0 on/ADP/case/4 Tuesday/PROPN/obl/2 that/SCONJ/mark/7 "
    "Haddad/PROPN/nsubj/7 resigned/VERB/ccomp/2 in/ADP/case/9 1998/NUM/obl/7 ./PUNCT/punct/2"
)


def timed(*sentences: str, published: str | None = None) -> tuple[Text, tuple[Time, ...]]:
    text = build.text(*sentences)
    return text, find_times(build.report(text.chars, published=published), text)


def at(text: Text, times: tuple[Time, ...], words_of: str, **more: bool) -> str | None:
    index = time_for(text, times, *build.find(text.chars, words_of), **more)
    return None if index is None else times[index].start


def test_an_event_has_the_date_of_its_clause() -> None:
    text, times = timed(MET, published=MONDAY)
    assert at(text, times, "met") == "2009-06-09"


def test_an_open_weekday_is_the_time_of_an_event() -> None:
    text, times = timed(MET)
    index = time_for(text, times, *build.find(text.chars, "met"))
    assert index is not None
    assert times[index].value == "XXXX-WXX-2"


def test_what_was_said_has_its_own_date_and_not_that_of_the_saying() -> None:
    text, times = timed(SAID, published=MONDAY)
    assert at(text, times, "resigned") == "1998"
    assert at(text, times, "said") == "2009-06-09"


def test_news_without_a_date_is_of_the_day_that_the_lead_names() -> None:
    text, times = timed(
        MET, "They/PRON/nsubj/2 talked/VERB/root/0 ./PUNCT/punct/2", published=MONDAY
    )
    assert at(text, times, "talked") == "2009-06-09"
    assert at(text, times, "talked", fallback=False) is None


def test_a_length_of_time_is_no_time_of_an_event() -> None:
    sentence = (
        "They/PRON/nsubj/2 talked/VERB/root/0 for/ADP/case/5 ten/NUM/nummod/5 years/NOUN/obl/2 "
        "./PUNCT/punct/2"
    )
    text, times = timed(sentence, published=MONDAY)
    assert at(text, times, "talked") is None


def test_a_verb_in_the_future_turns_a_weekday_ahead() -> None:
    sentence = (
        "Berg/PROPN/nsubj/3 will/AUX/aux/3 meet/VERB/root/0 Haddad/PROPN/obj/3 on/ADP/case/6 "
        "Friday/PROPN/obl/3 ./PUNCT/punct/3"
    )
    _, times = timed(sentence, published=MONDAY)
    assert times[-1].start == "2009-06-19"
