"""What a line of a report is, told from the line alone: small functions, each for one sign.

Each gives a segment kind, or None where its sign is not there; `label` asks them in order.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from communique.intake import names
from communique.intake.datelines import find_dateline
from communique.intake.dates import find_dates
from communique.intake.lines import Line
from communique.intake.phrases import Hit, boilerplate, section_names

_SEPARATED = re.compile(r"\s*(?:[>»›|•·→/\\]|::|\s[-–—]\s)\s*")
_GLUE = re.compile(r"(?<=[a-z])(?=[A-Z])")
_CODE = re.compile(
    r"^[(\[]?(?:[A-Z]{1,5}|\d{2,8}\**)(?:\s?[/*]{1,2}\s?(?:[A-Z]{1,5}|\d{2,8}))+[)\]]?$"
)
_ADDRESS = re.compile(r"https?://|www\.|\b[\w.-]+@[\w-]+\.\w+|\bpic\.twitter\.com|^@\w+")
_AGO = re.compile(
    r"\b(?:\d+|an?|one|two|few)\s+(?:sec|min|minute|hour|hr|day|week|month|year)s?\s+ago\b"
)
_BY = re.compile(
    r"^(?:by|author|reporter|writer|correspondent)\b[:\s]+(?P<names>\S.*)$", re.IGNORECASE
)
_NAME_WORD = re.compile(r"^(?:[A-Z][\w'’.-]*|de|van|von|der|al|el|bin|ibn|da|di|and|&|in|of|the)$")
_STAFF = re.compile(
    r"\b(?:staff|writer|correspondent|reporter|editor|bureau|desk|journalist|contributor|columnist)s?\b",
    re.IGNORECASE,
)
_DATE_WORDS = re.compile(
    r"\b(?:published|publish|posted|updated?|last|modified|created|added|issued|released|first|on|at|"
    r"date|time|of|via|publication|news|gmt|utc|[a-z]{1,4}t|local|am|pm|by|edited|release|a\.m|p\.m)\b",
    re.IGNORECASE,
)
_HASHTAGS = re.compile(r"^(?:#\w+[\s,;]*)+$")
_LETTER = re.compile(r"[^\W\d_]")


def label(line: Line) -> Hit | None:
    """What the line is when its words alone tell, None when it may be prose or a headline."""
    for sign in SIGNS:
        if kind := sign(line):
            return kind if isinstance(kind, Hit) else Hit(kind, opens=False, whole=True)
    return None


def bare(line: Line) -> str | None:
    """A line without letters: a rule, a page number, a counter."""
    return None if _LETTER.search(line.flat) else "other"


def address(line: Line) -> str | None:
    """An address of the web or of mail, with few words around it."""
    return "navigation" if len(line.words) <= 12 and _ADDRESS.search(line.flat) else None


def hashtags(line: Line) -> str | None:
    """Nothing but hashtags."""
    return "tags" if _HASHTAGS.match(line.flat) else None


def code(line: Line) -> str | None:
    """Initials of the people who handled a report, or of agencies: "AB/CD", "2050**1416"."""
    return "credit" if len(line.words) <= 4 and _CODE.match(line.flat) else None


def dateline(line: Line) -> str | None:
    """A dateline on a line of its own: a place with a date or an agency."""
    if len(line.words) > 12 or not find_dateline(line.flat, alone=True):
        return None
    if line.flat.lower() in section_names():
        return None
    return "dateline"


def date(line: Line) -> str | None:
    """A date of publication: a date and little else."""
    if len(line.words) > 20 or line.flat.endswith("."):
        return None
    dates = find_dates(line.flat)
    lowered = line.flat.lower()
    if not dates:
        return "byline" if _AGO.search(lowered) and len(line.words) <= 8 else None
    rest = line.flat
    for found in reversed(dates):
        rest = rest[: found.start] + " " + rest[found.end :]
    left = [w for w in _DATE_WORDS.sub(" ", rest).split() if _LETTER.search(w)]
    if len(left) <= 1:
        return "byline"
    full = any(found.precision in ("day", "minute") and found.has_year for found in dates)
    named = all(_NAME_WORD.match(word.strip(",.;:|()/-–—")) for word in left)
    return "byline" if full and named and len(left) <= 8 and not _headline_like(line) else None


def _headline_like(line: Line) -> bool:
    return len(line.words) > 12


def byline(line: Line) -> str | None:
    """Who wrote it: "By Ana Petrović", "Staff writer"."""
    if len(line.words) > 14 or line.flat.endswith((".", "?")):
        return None
    match = _BY.match(line.flat)
    if match:
        words = [w.strip(",.;:|()/-–—") for w in match["names"].split()]
        words = [w for w in words if w]
        known = all(_NAME_WORD.match(w) or _STAFF.search(w) or w.isdigit() for w in words)
        return "byline" if known and words else None
    if len(line.words) <= 7 and _STAFF.search(line.flat) and _all_capitalised(line):
        return "byline"
    return None


def _all_capitalised(line: Line) -> bool:
    return all(w[0].isupper() or w in {"and", "of", "the", "for", "in"} for w in line.words)


def source(line: Line) -> str | None:
    """The name of an agency or outlet and nothing else."""
    parts = [
        part for part in re.split(r"\s*(?:[/,;|&]|\band\b)\s*", line.flat) if part.strip(" ()[]")
    ]
    if not parts or len(line.words) > 8:
        return None
    known = [names.agency(part) or names.outlet(part) for part in parts]
    return "credit" if all(known) else None


def picture(line: Line) -> str | None:
    """Who took a photograph: "Name / Agency", with nothing to say what it shows."""
    name, stroke, agency = line.flat.strip(" .()[]©*").partition("/")
    if not stroke or len(line.words) > 8 or not name.strip() or not name[0].isupper():
        return None
    parts = re.split(r"\s*/\s*|\s+via\s+", agency)
    if line.flat.startswith("©"):
        parts.append(re.sub(r"\s+photo$", "", name.strip(), flags=re.IGNORECASE))
    return "credit" if any(names.agency(p) or names.outlet(p) for p in parts if p) else None


def crumbs(line: Line) -> str | None:
    """Names of sections, with marks between them or glued together: "Home > World > Asia"."""
    if not 1 <= len(line.words) <= 14 or line.flat.endswith((".", "?", "!", '"')):
        return None
    marked = _SEPARATED.split(line.flat)
    sections = section_names()
    if len(marked) >= 3 or (len(marked) == 2 and ">" in line.flat):
        known = sum(part.strip().lower() in sections for part in marked)
        if known >= 2 or (known and marked[0].strip().lower() in {"home", "news"}):
            return "navigation"
    return "navigation" if _made_of_sections(line) else None


def _made_of_sections(line: Line) -> bool:
    pieces = [w.lower() for w in _GLUE.sub(" ", line.flat).replace("&", " & ").split()]
    pieces = [w for w in (piece.strip(",;:|>»•·/-–—") for piece in pieces) if w]
    sections = section_names()
    position = 0
    while position < len(pieces):
        for length in (4, 3, 2, 1):
            phrase = " ".join(pieces[position : position + length])
            if len(pieces) - position >= length and phrase in sections:
                position += length
                break
        else:
            return False
    return bool(pieces)


def listing(line: Line) -> str | None:
    """Short pieces with bars or bullets between them: a menu."""
    parts = [p for p in re.split(r"\s*[|•·»>]\s*", line.flat) if p]
    short = all(len(part.split()) <= 4 for part in parts)
    return "navigation" if len(parts) >= 4 and short else None


SIGNS: tuple[Callable[[Line], Hit | str | None], ...] = (
    picture,
    boilerplate,
    hashtags,
    dateline,
    date,
    code,
    bare,
    byline,
    source,
    crumbs,
    address,
    listing,
)
"""The signs in the order in which they are asked: the first that sees something decides."""
