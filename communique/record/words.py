"""Words and names as linking compares them: folded, split, and reduced to what is heard."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from communique.lexicon.load import table, words

_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "ı": "i", "ß": "ss", "đ": "d", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"}
)
_APOSTROPHES = re.compile(r"['’ʼʻ‘`´]")
_WORD = re.compile(r"[^\W_]+")
_VOWELS = re.compile(r"[aeiouy]+")
_DOUBLE = re.compile(r"(.)\1+")
_POSSESSIVE = re.compile(r"['’]s\b")


@lru_cache(maxsize=1 << 17)
def fold(text: str) -> str:
    """Case, accents, apostrophes and punctuation taken away: "Côte d’Ivoire" is "cote divoire"."""
    plain = unicodedata.normalize("NFKD", text).casefold().translate(_LETTERS)
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return " ".join(_WORD.findall(_APOSTROPHES.sub("", plain)))


@lru_cache(maxsize=1 << 17)
def name_words(name: str) -> tuple[str, ...]:
    """The words of a person's name without particles: "Bashar al-Assad" is (bashar, assad)."""
    parts = tuple(fold(_POSSESSIVE.sub("", name)).split())
    kept = tuple(part for part in parts if part not in words("name_particles.tsv"))
    return kept or parts


@lru_cache(maxsize=1 << 17)
def body_words(name: str) -> frozenset[str]:
    """The words of an organization's name that tell it from others: no articles, no "of"."""
    parts = frozenset(fold(_POSSESSIVE.sub("", name)).split())
    return parts - words("function_words.tsv") or parts


@lru_cache(maxsize=1)
def _rules() -> tuple[tuple[re.Pattern[str], str], ...]:
    rows = table("transliterations.tsv")
    return tuple(
        (re.compile(row["spelling"]), "" if row["sound"] == "-" else row["sound"]) for row in rows
    )


@lru_cache(maxsize=1 << 17)
def skeleton(word: str) -> str:
    """What a folded word has in common in all its transliterations: its consonants, roughly.

    "nikolai" and "nikolay" are both "nkl"; an initial vowel is kept as "A".
    """
    sound = word
    for spelling, replacement in _rules():
        sound = spelling.sub(replacement, sound)
    first, rest = sound[:1], _VOWELS.sub("", sound[1:])
    if first and _VOWELS.match(first):
        first = "A"
    return _DOUBLE.sub(r"\1", first + rest)


@lru_cache(maxsize=1 << 17)
def stem(word: str) -> str:
    """The first six letters: enough to know "continue", "continued" and "continuing" as one."""
    return word[:6] if len(word) > 6 else word.removesuffix("s")


@lru_cache(maxsize=1)
def nations() -> dict[str, str]:
    """Names of countries and of their people, folded, and the code each stands for."""
    found: dict[str, str] = {}
    for row in reversed(table("states.tsv")):
        said = (row["name"], *row["variants"].split("|"), *row["demonyms"].split("|"))
        if row["iso3"]:
            found |= {fold(name): row["iso3"] for name in said if name}
    return found


def content_stems(text: str) -> frozenset[str]:
    """The stems of the words that carry content."""
    plain = fold(_POSSESSIVE.sub("", text)).split()
    return frozenset(
        stem(word) for word in plain if len(word) > 2 and word not in words("function_words.tsv")
    )


def ngrams(text: str, size: int) -> frozenset[tuple[str, ...]]:
    """All runs of `size` folded words."""
    plain = fold(text).split()
    return frozenset(tuple(plain[n : n + size]) for n in range(len(plain) - size + 1))


def initials(name: str) -> tuple[str, str]:
    """The letters an acronym of the name may have: of all its words (ECOWAS, with the "of"), and
    of those that carry content (IAEA)."""
    parts = fold(name).split()
    telling = [part for part in parts if part not in words("function_words.tsv")]
    return "".join(part[0] for part in parts), "".join(part[0] for part in telling)
