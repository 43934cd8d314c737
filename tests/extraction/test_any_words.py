"""Whatever words of time stand together, in whatever order, reading them raises nothing."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from communique.lexicon.load import table
from tests.extraction.timing_cases import times_of

FILES = ("times_words.tsv", "feasts.tsv", "calendars.tsv")
WORDS = sorted({row["word"] for name in FILES for row in table(name)})
NUMBERS = [
    *(
        "3",
        "12",
        "31",
        "99",
        "0",
        "1397",
        "2011",
        "2561",
        "9999",
        "3.5",
        "1,000",
        "31st",
        "the 5th",
    ),
    *("5:30", "24:00", "8.30 pm", "2200 GMT", "Q3", "H1", "FY2018", "'05", "1990s", "2015-16"),
    *("2011-02-30", "31/02/2010", "03/04/2009", "2010-05", ",", "-", "(", ")", "/", ".", "\n\n"),
]
DAYS = [None, "2011", "2011-03", "2012-02-29", "2011-03-09T16:12", "0001-01-01", "9999-12-31"]

words = st.one_of(
    st.sampled_from(WORDS), st.sampled_from(WORDS).map(str.capitalize), st.sampled_from(NUMBERS)
)


@settings(max_examples=400, deadline=None, derandomize=True)
@given(st.lists(words, min_size=1, max_size=7), st.sampled_from(DAYS))
def test_any_words_of_time(some: list[str], day: str | None) -> None:
    chars = " ".join(some)
    end = 0
    for time in times_of(chars, day):
        assert time.text
        assert end <= time.text.start < time.text.end <= len(chars)
        assert time.why.endswith(".")
        end = time.text.end
