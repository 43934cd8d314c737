"""The signs by which two names are found to be one actor, or two.

Each is a small pure function of two profiles. It gives the values that decided, or None where it
has nothing to say; its docstring is the explanation that the reader of the record is shown, and
its weight stands beside it in judge.py.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from rapidfuzz.distance import DamerauLevenshtein, JaroWinkler

from communique.lexicon.load import table
from communique.record.profiles import PersonName, Profile, initials_of
from communique.record.words import skeleton

Values = tuple[str, ...] | None


def same_full_name(left: Profile, right: Profile) -> Values:
    """Both are given the same full name."""
    for one, other in _full_pairs(left, right):
        if sorted(one.words) == sorted(other.words):
            return _said(one, other)
    return None


def name_within_name(left: Profile, right: Profile) -> Values:
    """One full name is the other with a further given name or title of honour."""
    for one, other in _full_pairs(left, right):
        short, long = sorted((set(one.words), set(other.words)), key=len)
        if short < long and one.family == other.family:
            return _said(one, other)
    return None


def spelt_alike(left: Profile, right: Profile) -> Values:
    """The full names are two spellings of one name, as transliterations are."""
    for one, other in _full_pairs(left, right):
        two = sorted(one.words) != sorted(other.words) and len(one.words) == len(other.words)
        if two and _family_alike(one, other) and same_given(_given(one), _given(other)):
            return _said(one, other)
    return None


def one_letter_apart(left: Profile, right: Profile) -> Values:
    """One name is the other with a letter wrong or two letters exchanged: a misprint."""
    for one, other in _pairs(left, right):
        fits = not (one.full and other.full) or same_given(_given(one), _given(other))
        if fits and misprint(one.family, other.family):
            return _said(one, other)
    return None


def byname_in_common(left: Profile, right: Profile) -> Values:
    """Both are also known by the same byname, which is no part of their full names."""
    own = {word for name in (*left.full, *right.full) for word in name.words}
    shared = sorted(
        n for n in left.spellings & right.spellings if own.isdisjoint(n.split()) and len(n) > 3
    )
    return (shared[0],) if shared and left.full and right.full else None


def family_name_alone(left: Profile, right: Profile) -> Values:
    """One is given by the family name alone, and the other bears it."""
    for one, other in _pairs(left, right):
        if not (one.full and other.full) and alike(one.family, other.family):
            return _said(one, other)
    return None


def same_single_name(left: Profile, right: Profile) -> Values:
    """Both are given by one name alone, and it is the same."""
    shared = sorted(left.spellings & right.spellings)
    return (shared[0],) if shared and not left.full and not right.full else None


def only_bearer(left: Profile, right: Profile) -> Values:
    """The only bearer of this family name whom the reports name in full."""
    if bool(left.full) == bool(right.full) or max(left.bearers, right.bearers) > 1:
        return None
    if any(alike(one.family, other.family) for one, other in _pairs(left, right)):
        return (max(left, right, key=lambda p: len(p.full)).label,)
    return None


def different_given_names(left: Profile, right: Profile) -> Values:
    """The family name is one, the given names are two: two people."""
    found: Values = None
    for one, other in _full_pairs(left, right):
        if not _family_alike(one, other):
            continue
        if one.family == other.family and set(one.words) & set(other.words) > {one.family}:
            return None
        if same_given(_given(one), _given(other)):
            return None
        found = found or _said(one, other)
    return found


def best_known_bearer(left: Profile, right: Profile) -> Values:
    """Of those who bear this family name, this one is named by five times as many reports as any
    other."""
    for one, other in ((left, right), (right, left)):
        alone = not one.full and one.persons and other.bearers > 1
        if alone and other.foremost and family_name_alone(left, right):
            return (other.label,)
    return None


def like_company(left: Profile, right: Profile) -> Values:
    """A report of the one and a report of the other both name two others that few reports name."""
    if left.full and right.full and not different_country(left, right):
        return None
    aside = left.spellings | right.spellings
    for one in left.company:
        for other in right.company:
            shared = sorted((one & other) - aside)
            if one is not other and len(shared) > 1:
                return tuple(shared[:5])
    return None


def two_bearers(left: Profile, right: Profile) -> bool:
    """Whether two profiles can only be two people."""
    return bool(different_given_names(left, right) or different_country(left, right))


def same_office(left: Profile, right: Profile) -> Values:
    """Both are said to hold the same office of the same country."""
    shared = sorted(f"{title} ({country})" for title, country in left.offices & right.offices)
    return (shared[0],) if shared else None


def same_country(left: Profile, right: Profile) -> Values:
    """Both belong to the same country."""
    return (left.country,) if left.country and left.country == right.country else None


def different_country(left: Profile, right: Profile) -> Values:
    """They belong to different countries."""
    if left.country and right.country and left.country != right.country:
        return left.country, right.country
    return None


def named_apart(left: Profile, right: Profile) -> Values:
    """One report names both, each in full, as two."""
    if left.reports & right.reports and ((left.full and right.full) or not left.persons):
        return left.label, right.label
    return None


def same_name(left: Profile, right: Profile) -> Values:
    """Both bear the same name, or one name is an alias of the other."""
    shared = sorted(left.spellings & right.spellings)
    return (shared[0],) if shared else None


def same_words(left: Profile, right: Profile) -> Values:
    """The names have the same words in another order, the country's name left aside."""
    if left.spellings & right.spellings or left.country != right.country:
        return None
    shared = sorted(set(left.bodies) & set(right.bodies), key=sorted)
    return (" ".join(sorted(shared[0])),) if shared else None


def acronym(left: Profile, right: Profile) -> Values:
    """One is the acronym of the other."""
    found = sorted((left.acronyms & initials_of(right)) | (right.acronyms & initials_of(left)))
    return (found[0],) if found else None


def words_within(left: Profile, right: Profile) -> Values:
    """All the words of the shorter name are in the longer one."""
    for one in left.bodies:
        for other in right.bodies:
            if min(len(one), len(other)) > 1 and (one < other or other < one):
                return " ".join(sorted(one)), " ".join(sorted(other))
    return None


def spelt_alike_throughout(left: Profile, right: Profile) -> Values:
    """The names are spellings of one name, as transliterations are."""
    for one in sorted(left.spellings):
        for other in sorted(right.spellings):
            first, second = one.replace(" ", ""), other.replace(" ", "")
            same_sound = [skeleton(w) for w in one.split()] == [skeleton(w) for w in other.split()]
            near = same_sound and JaroWinkler.similarity(one, other) >= 0.9
            if one != other and len(first) > 4 and (first == second or near):
                return one, other
    return None


def _pairs(left: Profile, right: Profile) -> Iterator[tuple[PersonName, PersonName]]:
    return ((one, other) for one in left.persons for other in right.persons)


def _full_pairs(left: Profile, right: Profile) -> Iterator[tuple[PersonName, PersonName]]:
    return ((one, other) for one, other in _pairs(left, right) if one.full and other.full)


def _said(one: PersonName, other: PersonName) -> tuple[str, str]:
    return " ".join(one.words), " ".join(other.words)


def _given(name: PersonName) -> str:
    return name.given or ""


def _family_alike(one: PersonName, other: PersonName) -> bool:
    return alike(one.family, other.family)


@cache
def alike(one: str, other: str) -> bool:
    """Whether two folded names are one, or transliterations of one: the same consonants, and
    letters alike (Jaro-Winkler of at least 0.8), or one the initial of the other. An "a" or "o" at
    the end of one alone makes another name (Ivanov, Ivanova)."""
    if one == other:
        return True
    if not one or not other:
        return False
    if min(len(one), len(other)) == 1:
        return one[0] == other[0]
    if _open_end(one) != _open_end(other):
        return False
    same_sound = [skeleton(w) for w in one.split()] == [skeleton(w) for w in other.split()]
    return same_sound and JaroWinkler.similarity(one, other) >= 0.8


def _open_end(name: str) -> str:
    last = name.removesuffix("h")[-1:]
    return last if last in ("a", "o") else ""


@cache
def same_given(one: str, other: str) -> bool:
    """Whether two given names can be one: alike or the short form, and not a woman's and a
    man's."""
    if one == other or nickname(one, other):
        return True
    genders = {_gender(one.split(" ")[0]), _gender(other.split(" ")[0])} - {""}
    ends = {one[-1:], other[-1:]} == {"a", "o"}
    return alike(one, other) and len(genders) < 2 and not ends


def _gender(given: str) -> str:
    return _genders().get(given, "")


@cache
def _genders() -> dict[str, str]:
    return {row["name"]: row["gender"] for row in table("given_names.tsv")}


@cache
def nickname(one: str, other: str) -> bool:
    """Whether one given name is the short form of the other ("Bill", "William")."""
    known = {(row["short"], row["full"]) for row in table("nicknames.tsv")}
    return (one, other) in known or (other, one) in known


@cache
def misprint(one: str, other: str) -> bool:
    """Whether one long name is the other with one letter wrong, missing or exchanged inside it.
    A letter more at the end is a name of its own (Ivanov, Ivanova)."""
    if one == other or min(len(one), len(other)) < 7:
        return False
    if one.startswith(other) or other.startswith(one) or one[0] != other[0]:
        return False
    return DamerauLevenshtein.distance(one, other) == 1
