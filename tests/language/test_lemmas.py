"""The lemma of a word by its tag."""

import pytest

from communique.language.lemmas import lemma


@pytest.mark.parametrize(
    ("form", "upos", "xpos", "expected"),
    [
        ("ministers", "NOUN", "NNS", "minister"), ("countries", "NOUN", "NNS", "country"),
        ("women", "NOUN", "NNS", "woman"), ("crises", "NOUN", "NNS", "crisis"),
        ("met", "VERB", "VBD", "meet"), ("said", "VERB", "VBD", "say"),
        ("agreed", "VERB", "VBN", "agree"), ("signing", "VERB", "VBG", "sign"),
        ("making", "VERB", "VBG", "make"), ("stressed", "VERB", "VBD", "stress"),
        ("urged", "VERB", "VBD", "urge"), ("planned", "VERB", "VBN", "plan"),
        ("reiterates", "VERB", "VBZ", "reiterate"), ("is", "AUX", "VBZ", "be"),
        ("’s", "AUX", "VBZ", "be"), ("’s", "PART", "POS", "'s"), ("n't", "PART", "RB", "not"),
        ("wo", "AUX", "MD", "will"), ("would", "AUX", "MD", "would"),
        ("Him", "PRON", "PRP", "he"), ("her", "PRON", "PRP$", "her"), ("me", "PRON", "PRP", "I"),
        ("An", "DET", "DT", "a"), ("these", "DET", "DT", "this"),
        ("better", "ADJ", "JJR", "good"), ("largest", "ADJ", "JJS", "large"),
        ("Moscow", "PROPN", "NNP", "Moscow"), ("States", "PROPN", "NNPS", "State"),
        ("Russian", "ADJ", "JJ", "Russian"), ("Regional", "ADJ", "JJ", "regional"),
        ("Foreign", "ADJ", "NNP", "Foreign"), ("Talks", "NOUN", "NNS", "talk"),
        ("”", "PUNCT", "''", '"'), ("GDP", "NOUN", "NN", "GDP"),
    ],
)  # fmt: skip
def test_lemma(form: str, upos: str, xpos: str, expected: str) -> None:
    assert lemma(form, upos, xpos) == expected
