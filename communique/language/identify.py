"""Which language a piece of text is in."""

from __future__ import annotations

from functools import cache
from typing import Any

from communique.lexicon.load import words

LONGEST = 4000
"""Characters looked at: more does not change the answer and costs time."""

DISTINCT = 4
"""So many different small words of English..."""

SHARE = 0.1
"""...which make up this part of all words: a paragraph that needs no model to be told. Of the 911
articles of worldwide-newswire 905 have so many, the median being 0.2."""


def identify(text: str) -> tuple[str, float]:
    """The code of the language (ISO 639-1) and how sure that is, from 0 to 1.

    By py3langid, whose model is in its package, restricted to the languages of
    lexicon/data/languages.tsv. Below some forty letters the answer is a guess, and says so by its
    score only in part. A text without letters gives ("und", 0.0).
    """
    piece = " ".join(text[:LONGEST].split())
    if not any(character.isalpha() for character in piece):
        return "und", 0.0
    if _plainly_english(piece):
        return "en", 1.0
    code, score = _identifier().classify(piece)
    return str(code), round(float(score), 6)


def _plainly_english(piece: str) -> bool:
    """Whether small words tell it: five times as fast as the model."""
    spelled = piece.lower().split()
    small = [word for word in spelled if word in words("english_words.tsv")]
    return len(small) >= SHARE * len(spelled) and len(set(small)) >= DISTINCT


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(sorted(words("languages.tsv", "code")))
    return identifier
