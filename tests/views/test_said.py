"""The words of a statement, with what stands right before them."""

from dataclasses import replace

import pytest

from communique.model.identity import Citation
from communique.views.web.said import quoted
from tests.store.sample import FIRST, said

SENTENCE = "Mr Hume welcomed the salt treaty, the third."


@pytest.mark.parametrize(
    ("text", "form", "words", "lead"),
    [
        ("the salt treaty", "indirect", "the salt treaty", "… Hume welcomed"),
        ("Hume welcomed", "indirect", "Hume welcomed", "Mr"),
        ("the salt treaty", "direct", "the salt treaty", ""),
        ("Mr Hume … the third", "indirect", "Mr Hume welcomed the salt treaty, the third", ""),
        ("words of nobody", "indirect", SENTENCE, ""),
    ],
)
def test_words_are_quoted_with_what_leads_to_them(
    text: str, form: str, words: str, lead: str
) -> None:
    cited = (Citation("r", 100, 100 + len(SENTENCE), SENTENCE),)
    row = said("s-1", "e-queen", FIRST, "salt", form=form, evidence=cited)
    found = quoted(replace(row, text=text))
    assert found is not None
    assert (found.cited.text, found.lead) == (words, lead)
    assert found.cited.start == 100 + SENTENCE.index(words)


def test_a_statement_without_evidence_is_not_quoted() -> None:
    assert quoted(said("s-1", "e-queen", FIRST, "salt", evidence=())) is None
