"""Names of persons: where they stand, what belongs to them, and which are of one person."""

from __future__ import annotations

import unicodedata
from collections import Counter
from functools import lru_cache

from communique.extraction.growing import grow
from communique.extraction.known import genders, state_names, word_set
from communique.extraction.view import View

PARTICLES = word_set("particle")
SUFFIXES = frozenset(
    {"jr", "sr", "ii", "iii", "iv", "v", "vi", "vii", "viii", "xiii", "xiv", "xvi"}
)
_NOBODY = word_set("nobody")
_CLOSING = frozenset({"'s", "'", ",", ".", ";", ":", ")", '"', "”", "–", "—"})
_OPENING = frozenset({"the", "a", "an", ",", "(", '"', "“", "'", "–", "—", "his", "her"})


@lru_cache(maxsize=1 << 14)
def plain(name: str) -> str:
    """A name without accents, case, hyphens and apostrophes."""
    folded = unicodedata.normalize("NFKD", name.casefold())
    letters = "".join(c if c.isalnum() else " " if c in "-‐ " else "" for c in folded)
    return " ".join(letters.split())


def parts_of(name: str) -> list[str]:
    """The words of a name in plain form, suffixes (Jr, II) left out when others remain."""
    words = plain(name).split()
    kept = [word for word in words if word not in SUFFIXES]
    return kept or words


def glued(word: str, view: View, atom: int) -> bool:
    """Whether a word is two that lost their space: a known name and a word of the language
    ("ChileThe"). Names with a capital inside ("McNamara", "WikiLeaks") are not."""
    cut = next((i for i in range(3, len(word) - 1) if word[i].isupper()), 0)
    if not cut or not word[cut - 1].islower():
        return False
    head = (word[:cut],)
    return state_names().match(head, 0) is not None or word[cut:].lower() in _FUNCTION_WORDS


_FUNCTION_WORDS = word_set("glue")


def clean(view: View, first: int, last: int) -> tuple[int, int] | None:
    """A reader's person name without what stands before or after it: articles, titles, ranks,
    demonyms, possessive marks. None when nothing that can be a name is left."""
    atoms, known = view.atoms, view.known
    while last > first and atoms.lows[last - 1] in _CLOSING:
        last -= 1
    while first < last:
        low = atoms.lows[first]
        skip = first + 1 if low in _OPENING or low in _CLOSING else first
        for table in (known.titles, known.ranks):
            kept = first in table and _after_title(view, first) and _may_be_name(view, first)
            if first in table and table[first][0] < last and not kept:
                skip = max(skip, table[first][0])
        state = known.states.get(first)
        if state and state[0] < last and state[1].kind == "demonym" and not _given(view, first):
            skip = max(skip, state[0])
        elif state and state[0] < last and view.low(first - 1) in {"to", "of", "for"}:
            skip = max(skip, state[0])  # "Ambassador to Peru NAME"
        if skip == first:
            break
        first = skip
    first = _after_field(view, first, last)
    for i in range(first + 1, last - 1):
        if i in known.ranks and known.ranks[i][1]["full"] and known.ranks[i][0] < last:
            first = known.ranks[i][0]  # "Commander Europe Gen. NAME"
    words = range(first, last)
    if not any(atoms.capital(i) or not atoms.words[i].isascii() for i in words):
        return None
    if any(glued(atoms.words[i], view, i) for i in words):
        return None
    state = known.states.get(first)
    if state and state[0] >= last and state[1].kind != "capital":
        return None
    return first, last


def _after_field(view: View, first: int, last: int) -> int:
    """The atom where a name begins after the field of an envoy: "envoy for the Sahel NAME"."""
    article = view.low(first - 1) == "the"
    link = first - 2 if article else first - 1
    title = link - 1
    if view.low(link) != "for" or title < 0 or not view.same_sentence(title, first):
        return first
    starts = [at for at in range(max(0, link - 4), link) if at in view.known.titles]
    envoy = any(
        view.known.titles[at][0] == link and view.known.titles[at][1].row["class"] == "envoy"
        for at in starts
    )
    if not envoy or (_given(view, first) and not article):
        return first
    given = [at for at in range(first + 1, last) if _given(view, at)]
    return given[0] if given else first + 1 if article and last - first > 1 else first


def _after_title(view: View, first: int) -> bool:
    """Whether a title stands before the name already: in "Foreign Minister Shah NAME" Shah is of
    the name."""
    return any(
        at in view.known.titles and view.known.titles[at][0] == first
        for at in range(max(0, first - 4), first)
    )


def _may_be_name(view: View, first: int) -> bool:
    """Whether a word that stands before names may be one: Shah, Sayed, not Tun or General."""
    return first not in view.known.ranks or _given(view, first)


def _given(view: View, atom: int) -> bool:
    return view.low(atom) in genders()


def find_persons(view: View) -> None:
    """Mark the persons that the reader named, cleaned; institutions that it took for persons,
    once or more often than not, are left out."""
    kinds = Counter((view.text.chars[n.start : n.end], n.type) for n in view.text.names)
    families = {
        plain(words.split()[-1])
        for words, kind in kinds
        if kind == "person" and len(words.split()) > 1
    }
    for name in view.text.names:
        words = view.text.chars[name.start : name.end]
        if name.type != "person" or kinds[words, "organization"] >= kinds[words, "person"]:
            continue
        first, last = view.atoms.inside(name.start, name.end)
        cleaned = clean(view, first, last)
        if cleaned is None:
            continue
        family = cleaned[1] - cleaned[0] == 1 and plain(view.words(*cleaned)) in families
        if _is_institution(view, *cleaned) and not family:
            continue
        if plain(view.words(*cleaned)) in _NOBODY:
            continue
        view.add_person(*cleaned)
    grow(view)


def _is_institution(view: View, first: int, last: int) -> bool:
    """Whether a name is or holds one of the lexicon's organisations, ends in a kind of body, or is
    that of a state's capital or seat alone."""
    for i in range(first, last):
        organization = view.known.organizations.get(i)
        if organization is None or not (i == first or organization[0] == last):
            continue
        if last - first == organization[0] - i or organization[1]["sector"] in {"REB", "ISM"}:
            return True
    state = view.known.states.get(first)
    if state and state[0] >= last:
        return True
    body = view.known.body_end.get(last)
    return body is not None and first < body and view.atoms.capital(body)


def name_after(view: View, first: int) -> int:
    """The end of a run of capitalised words that may be the name of a person whose title stands
    before it, `first` itself when there is none. At most four words without particles."""
    last, words = first, 0
    while last < len(view.atoms) and view.same_sentence(first, last) and words < 4:
        low = view.atoms.lows[last]
        if last in view.in_person:
            break
        if view.atoms.capital(last) and view.upos(last) not in {"ADV", "VERB", "AUX", "DET"}:
            if last in view.dates or last in view.known.bodies or last in view.known.titles:
                break
            words += 1
        elif not (low in PARTICLES and last > first and _capital_next(view, last)):
            break
        last += 1
    while last > first and not view.atoms.capital(last - 1):
        last -= 1
    if first in view.known.states and view.known.states[first][0] >= last:
        return first
    if first in view.known.organizations and view.known.organizations[first][0] >= last:
        return first
    return last


def _capital_next(view: View, atom: int) -> bool:
    for after in (atom + 1, atom + 2):
        if view.same_sentence(atom, after) and view.atoms.capital(after):
            return True
    return False


def gender_of(name: str) -> str | None:
    """f or m when a given name tells it."""
    words = parts_of(name)
    return genders().get(words[0]) if len(words) > 1 else None


def alike(left: str, right: str) -> bool:
    """Whether two words of at least six letters differ by one slip: a letter more, less or other,
    or two neighbours exchanged; from ten letters on by two."""
    from rapidfuzz.distance import OSA

    if min(len(left), len(right)) < 6 or left[0] != right[0]:
        return False
    short, long = sorted((left, right), key=len)
    if long in {short + "a", short + "s"}:
        return False  # Petrov and Petrova are two people, Sherpas are many
    limit = 2 if min(len(left), len(right)) >= 10 else 1
    return bool(OSA.distance(left, right, score_cutoff=limit) <= limit)


def swapped(left: str, right: str) -> bool:
    """Whether two words of at least three letters differ by two neighbours exchanged."""
    if len(left) != len(right) or len(left) < 3 or left[0] != right[0]:
        return False
    other = [i for i, (a, b) in enumerate(zip(left, right, strict=True)) if a != b]
    if len(other) != 2 or other[1] != other[0] + 1:
        return False
    a, b = other
    return left[a] == right[b] and left[b] == right[a]


def same_person(left: list[str], right: list[str]) -> bool:
    """Whether two names of several words can be of one person: one is the other with words left
    out, initials for given names, or one slip of spelling."""
    if left == right:
        return True
    if len(left) > len(right):
        left, right = right, left
    if len(left) < 2:
        return False
    if len(left) == len(right):
        return all(_same_word(a, b) for a, b in zip(left, right, strict=True))
    if left[-1] != right[-1] and left[0] != right[0]:
        return False
    rest = iter(right)
    return all(any(_same_word(word, other) for other in rest) for word in left)


def _same_word(left: str, right: str) -> bool:
    if left == right or alike(left, right):
        return True
    if len(left) == 1 or len(right) == 1:
        return left[0] == right[0]
    return _same_sound(left) == _same_sound(right) and left[0] == right[0]


def _same_sound(word: str) -> str:
    """A word with the letters alike that romanisations exchange (Nikolai, Nikolay; Sergei)."""
    for old, new in (("kh", "h"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("j", "y"), ("q", "k")):
        word = word.replace(old, new)
    word = word.replace("y", "i").replace("ii", "i").replace("ei", "i").replace("ai", "i")
    return "".join(c for i, c in enumerate(word) if i == 0 or c != word[i - 1]).replace("e", "a")
