"""Finding expressions: text of any kind is read in time that grows with its length."""

from __future__ import annotations

import time

import pytest

from communique.extraction.timex import expressions


@pytest.mark.parametrize(
    "words",
    ["twenty-", "one hour two minutes ", "ten thousand ", "in the 10 to 12 and ", "1990-", "the "],
)
def test_the_same_words_again_and_again_take_no_longer_each(words: str) -> None:
    chars = words * 1000
    begun = time.process_time()
    list(expressions(chars, 0, len(chars)))
    assert time.process_time() - begun < 2
