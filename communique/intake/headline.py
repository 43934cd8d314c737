"""Which of the first lines is the headline."""

from __future__ import annotations

import re
from collections.abc import Sequence

from communique.intake import names
from communique.intake.lines import Line
from communique.lexicon.load import words

LONGEST = 30
"""The most words of a headline."""

FEW = 8
"""The lines that may stand above a body before a menu must be among them."""

ENOUGH = 0.5
"""The score from which a line is taken for the headline."""

_SITE = re.compile(r"\s+(?:[|»«]|[-–—]{1,2}|::)\s+(?=[^|»«–—]*$)")
_ADDRESS = re.compile(r"\b[\w-]+\.(?:com|org|net|info|[a-z]{2})$", re.IGNORECASE)


def split_site(flat: str) -> tuple[int, str | None]:
    """Where a headline ends before the site's name ("… - Daily Example"), and that name.

    Returns the whole length and None when there is none.
    """
    mark = _SITE.search(flat)
    if mark is None or mark.start() == 0:
        return len(flat), None
    site = flat[mark.end() :].strip()
    short = 0 < len(site.split()) <= 5
    bar = mark.group().strip()[0] in "|»«:"
    known = names.outlet(site) or names.agency(site)
    if short and len(flat[: mark.start()].split()) >= 3 and (known or bar or _is_masthead(site)):
        return mark.start(), site
    return len(flat), None


def same(left: Line, right: Line) -> bool:
    """Whether two lines are one headline, the site's name at the end of one aside."""
    if left.key == right.key:
        return True
    short, long = sorted((left.key, right.key), key=len)
    return len(short.split()) >= 4 and long.startswith(short) and len(long) - len(short) <= 40


def _is_masthead(name: str) -> bool:
    if _ADDRESS.search(name):
        return True
    mastheads = words("mastheads.tsv")
    return name[0].isupper() and any(word.lower() in mastheads for word in name.split())


def choose(candidates: Sequence[Line], below: Sequence[Line], known: str | None) -> Line | None:
    """The headline among the lines above a report's first paragraph, None when none is one.

    `below` are the lines of the body: a headline says in a few words what they say. `known` is the
    headline as the source gives it apart from the text.
    """
    stems = {_stem(word) for line in below for word in line.words}
    best, best_score = None, ENOUGH
    for number, line in enumerate(candidates):
        value = score(line, number, candidates, stems, known)
        if value > best_score:
            best, best_score = line, value
    return best


def score(
    line: Line, number: int, candidates: Sequence[Line], stems: set[str], known: str | None
) -> float:
    """How much a line is like a headline. The weights are set by hand; the signs in the order of
    their worth: said by the source, repeated, its words found in the body, first, not too short."""
    count = len(line.words)
    if known and same(line, Line(0, len(known), known)):
        return 10.0
    value = _standing(number, len(candidates))
    value += 2.0 if any(other is not line and same(line, other) for other in candidates) else 0.0
    long_words = [word for word in line.words if len(word) > 3]
    if long_words and stems:
        met = sum(_stem(word) in stems for word in long_words)
        value += 3.0 * met / len(long_words) + 0.25 * min(met, 6)
    value -= 4.0 if count > LONGEST else 0.0
    value -= {0: 4.0, 1: 3.0, 2: 2.0, 3: 1.0}.get(count, 0.0)
    value -= 3.0 if line.flat.endswith(":") else 0.0
    value -= 1.0 if line.flat.endswith(".") else 0.0
    value -= 3.0 if names.outlet(line.flat) or names.agency(line.flat) else 0.0
    return value


def _standing(number: int, count: int) -> float:
    """Above a few lines the headline is mostly the first; below a long menu it is near the body."""
    if count <= FEW:
        return 1.0 if number == 0 else 0.0
    return 2.0 * (number + 1) / count


def _stem(word: str) -> str:
    """The first five letters: "negotiations" meets "negotiators"."""
    return word.lower()[:5]
