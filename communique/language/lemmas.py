"""The lemma of a word, by its tag: the endings of English, a table of what they do not explain,
and a list of words to choose between "make" and "mak".

On gold tags this finds more lemmas of the treebanks' dev parts than LemmInflect or simplemma do,
and needs no package (figures in `docs/reader.md`).
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

DATA = Path(__file__).parent / "data"

_VOWELS = "aeiou"
_PLAIN = str.maketrans(
    {"\u2019": "'", "\u2018": "'", "\u201c": '"', "\u201d": '"', "\u2013": "-", "\u2014": "-"}
)
_INFLECTED = {
    "NNS": "noun", "NNPS": "noun", "VBZ": "verb", "VBD": "verb", "VBN": "verb", "VBG": "verb",
    "JJR": "adj", "JJS": "adj", "RBR": "adv", "RBS": "adv",
}  # fmt: skip
# Stems that had a silent e, where no list of words decides: advis(ed), prosecut(ed), entitl(ed).
_SILENT = re.compile(
    r"([vcu]|[drn]g|ag|[iy]z|at|[aeiouyrn]s|[^o]ok|[^aeiou]l|[^aeou]i[rdn]|[^aeiou]u[td])$"
)
# Nationalities and faiths keep their capital as adjectives; a headline's other adjectives do not.
_OF_A_PEOPLE = re.compile(
    r"[A-Z]\w*(ian|ean|ese|ish|can|qi|eli|ani|emi|ench|utch|eek|iss|hai|rab|lamic|slim|unni|iite|ghan)$"
)


@lru_cache(maxsize=1)
def _irregular() -> dict[tuple[str, str], str]:
    """(class, form) to lemma, from `data/lemmas.txt`."""
    table: dict[tuple[str, str], str] = {}
    for line in (DATA / "lemmas.txt").read_text(encoding="utf-8").splitlines():
        if line and line[0] != "#":
            kind, form, lemma = line.split()
            table[kind, form] = lemma
    return table


@lru_cache(maxsize=1)
def _rank() -> dict[str, int]:
    """Whole words of the encoder's vocabulary; those of a lower number are commoner."""
    lines = (DATA / "pieces.txt").read_text(encoding="utf-8").split("\n")
    return {word: i for i, word in enumerate(lines) if word.isalpha()}


def _plural(form: str) -> list[str]:
    """What a form in -s may come from, the likeliest first where no list decides."""
    if form.endswith("ies") and len(form) > 4:
        return [form[:-3] + "y", form[:-1]]
    if form.endswith(("sses", "xes", "zzes", "ches", "shes")):
        return [form[:-2], form[:-1]]
    if form.endswith("oes"):
        return [form[:-2], form[:-1]]
    if form.endswith("s") and not form.endswith(("ss", "us", "is")):
        return [form[:-1]]
    return [form]


def _stems(stem: str) -> list[str]:
    """What a stem before -ed, -ing or -er may come from."""
    doubled = len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in _VOWELS
    if doubled and stem[-1] not in "lsz":
        return [stem[:-1], stem]
    if doubled:
        return [stem, stem[:-1]]
    if stem.endswith("i"):
        return [stem[:-1] + "y", stem]
    short = len(stem) > 2 and stem[-2] in _VOWELS and stem[-3] not in _VOWELS
    silent = _SILENT.search(stem) or (short and stem[-1] in "kmptds" and len(stem) < 5)
    return [stem + "e", stem] if silent else [stem, stem + "e"]


def _candidates(form: str, kind: str) -> list[str]:
    if kind == "noun":
        return _plural(form)
    if kind == "verb":
        if form.endswith("ied") and len(form) > 4:
            return [form[:-3] + "y", form[:-1]]
        for ending in ("ed", "ing"):
            if form.endswith(ending) and len(form) > len(ending) + 1:
                return _stems(form[: -len(ending)])
        return _plural(form)
    for ending in ("est", "er"):
        if form.endswith(ending) and len(form) > len(ending) + 2:
            return _stems(form[: -len(ending)])
    return [form]


def regular(form: str, kind: str) -> str:
    """The lemma that endings and the list of words give a lower-case form."""
    candidates = _candidates(form, kind)
    rank = _rank()
    known = [word for word in candidates if word in rank]
    if len(known) > 1 and rank[known[1]] * 4 < rank[known[0]]:
        return known[1]
    return known[0] if known else candidates[0]


@lru_cache(maxsize=1 << 16)
def lemma(form: str, upos: str, xpos: str) -> str:
    """The lemma of a word with its universal and its Penn tag."""
    plain = form.translate(_PLAIN)
    name = xpos in ("NNP", "NNPS")
    if upos == "PROPN" and xpos != "NNPS":
        return plain
    lower = plain.lower()
    table = _irregular()
    found = table.get((upos, lower)) or table.get((xpos, lower))
    kind = _INFLECTED.get(xpos)
    if kind is None and name and upos == "VERB":
        kind = "verb"
    if found is None and kind is not None:
        found = table.get((kind, lower))
        if found is None:
            joint = lower.rfind("-") + 1
            found = lower[:joint] + regular(lower[joint:], kind)
    if found is None:
        found = lower
        of_a_people = upos == "ADJ" and _OF_A_PEOPLE.match(plain)
        capital = upos in ("ADJ", "NOUN") and plain[:1].isupper()
        if capital and (name or of_a_people or not plain.istitle()):
            return plain  # New (York), Palestinian, GDP
    return found[:1].upper() + found[1:] if name and plain[:1].isupper() else found
