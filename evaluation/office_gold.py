"""Who is named with which title, of which country, in the lists of journeys of the Office of the
Historian.

`visits` has a field with the visitor ("Prime Minister NAME") and one with the country; `travels`
has remarks in prose and the country of the row. The gold is cut from them by the words of titles
below, which are this scorer's own, written from the lists' first words and not from the project's
lexicon: a title is the longest run of these words, a name the capitalised words after it.
What cannot be cut that way is not scored; `Gold.left` counts it.
"""

from __future__ import annotations

import re
import unicodedata
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import sha1
from pathlib import Path

import pycountry

HEADS = (
    "President|Prime Minister|Premier|Chancellor|Chairman|King|Queen|Emperor|Empress|Shah|Pope|"
    "Amir|Emir|Sultan|Crown Prince|Prince|Princess|Grand Duke|Grand Duchess|Governor General|"
    "Governor|Chief of State|Head of State|Head of Government|First Secretary|General Secretary|"
    "Secretary General|Secretary-General|Taoiseach|Captain Regent|Regent|First Minister|"
    "Chief Executive|Chief Minister|Supreme Leader|Mayor|Ambassador|Archbishop|Cardinal|Patriarch|"
    "Foreign Minister|Foreign Secretary|External Affairs Minister|Defense Minister|"
    "Minister of Defense|Interior Minister|Finance Minister|Minister of Foreign Affairs|"
    "Minister for Foreign Affairs|Minister of External Affairs|"
    "Secretary of State for Foreign Affairs|"
    "Secretary for External Affairs|Secretary of State for External Affairs|Secretary of State|"
    "Secretary of Foreign Affairs|Secretary of Foreign Relations|Foreign Relations Secretary|"
    "Secretary of Defense|Defense Secretary|Chief of Staff|Speaker|"
    "National Security Adviser|National Security Advisor|State Councilor|Permanent Secretary"
)
BEFORE = (
    "Vice|Deputy|First|First Deputy|Acting|Interim|Provisional|Federal|former|Former|caretaker|"
    "Caretaker|interim|acting|State|Assistant|outgoing"
)
AFTER = "[- ]+[Ee]lect|[- ]+[Dd]esignate| of the Council of Ministers| of the Presidency"
TITLE = rf"(?:(?:{BEFORE})[ -])*(?:{HEADS})(?:{AFTER})?(?:/(?:{HEADS}))?"
HONORIFIC = (
    "Sheikh|Shaikh|Lord|Viscount|Sir|Dom|Don|Dato['’] Seri|Field Marshal|Marshal|General|Gen\\.|"
    "Colonel|Col\\.|Major|Captain|Admiral|Dr\\.|Mr\\.|Mrs\\.|Lady|Baron|Count|Prince|Earl|Archbishop|"
    "Cardinal|Father|Tunku|Tun|Tan Sri|Dato['’] Sri|Datuk"
)
_LETTER = r"[A-ZÀ-ÖØ-Þ]"
_PARTICLE = (
    r"(?:al|el|ul|bin|ben|ibn|van|von|der|den|de|del|della|di|da|do|dos|das|la|le|du|e|y|arap|af|d)"
)
_WORD = rf"(?:(?:{_LETTER}\.){{2,}}|(?:d['’]|al[- ]|el-|ul-|as-|bin-)?{_LETTER}[\w'’\-]*\.?)"
_PIECE = rf"(?:{_WORD}|\([A-Z][\w]*\)|{_PARTICLE}(?= ))"
NAME = rf"(?:{_PARTICLE} )*{_WORD}(?:,? (?:Jr\.|Sr\.|\d(?:st|nd|rd))| {_PIECE})*"
_PERSON = re.compile(
    rf"(?<![\w-])(?P<title>{TITLE}) +(?P<rank>(?:(?:{HONORIFIC}) )*)(?P<name>{NAME})"
)
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_ENDS = re.compile(
    r"(?:[ ,]+(?:and|of|in|at|on|for|to|with|the|Met|Attended|Addressed|Accompanied|Also|Discussed|"
    r"Signed|Visited|Official|State|Delivered|Informal|Left|Returned|Participated|Held|Stopped|"
    r"Private|Conferred|Dedicated|Received|Inspected|Witnessed|Toured|Spoke|Joined|"
    r"(?:He|She|They|The)(?= ))"
    r"\b.*|(?: (?:de|del|la|von|van|al|y|e))+)$"
)  # what a run of capitals may close with when a full stop is taken for one of an abbreviation

_SPECIAL = {
    "U.S.S.R.": "SUN", "Yugoslavia": "YUG", "Czechoslovakia": "CSK", "Burma": "MMR",
    "Russia": "RUS",
    "German Democratic Republic": "DDR", "Dahomey": "BEN", "Upper Volta": "BFA", "Ceylon": "LKA",
    "Siam": "THA", "Swaziland": "SWZ", "Ivory Coast": "CIV", "Cote d'Ivoire": "CIV", "Korea": "KOR",
    "Korea, South": "KOR", "Korea, Republic of": "KOR", "South Korea": "KOR", "North Korea": "PRK",
    "Korea, North": "PRK", "Cape Verde": "CPV", "Turkey": "TUR", "Kosovo": "XKX", "Laos": "LAO",
    "Vatican City": "VAT", "Holy See": "VAT", "Khmer Republic": "KHM", "The Gambia": "GMB",
    "Bosnia": "BIH", "Bosnia-Herzegovina": "BIH", "Bosnian Federation": "BIH", "Brunei": "BRN",
    "Macedonia": "MKD", "Macedonia, Former Yugoslav Republic of": "MKD", "East Timor": "TLS",
    "Palestinian Authority": "PSE", "Western Samoa": "WSM", "Slovak Republic": "SVK",
    "Democratic Republic of the Congo": "COD", "Congo, Republic of": "COG", "China": "CHN",
    "Congo, Democratic Republic of": "COD", "Republic of China": "TWN", "China, Republic of": "TWN",
    "Micronesia": "FSM", "St. Christopher and Nevis": "KNA", "Zimbabwe Rhodesia": "ZWE",
    "Tanganyika": "TZA", "Malaya": "MYS", "Union of South Africa": "ZAF", "Somali Republic": "SOM",
    "Yemen Arab Republic": "YEM", "Muscat & Oman": "OMN", "Serbia and Montenegro": "SCG",
    "Kirghizia": "KGZ", "Byelorussia": "BLR", "Timor Leste": "TLS", "Southern Rhodesia": "ZWE",
    "Czech Republic": "CZE", "United Kingdom": "GBR", "Hawaii": "", "Somoa": "WSM", "Iran": "IRN",
    "Syria": "SYR", "Great Britain": "GBR", "Britain": "GBR", "Soviet Union": "SUN", "US": "USA",
    "U.S.": "USA", "Zaire": "COD", "Germany, Federal Republic of": "DEU",
}  # fmt: skip
_ADJECTIVES = {
    "French": "FRA", "British": "GBR", "Dutch": "NLD", "Greek": "GRC", "Swiss": "CHE",
    "Danish": "DNK", "Spanish": "ESP", "Polish": "POL", "Turkish": "TUR", "Swedish": "SWE",
    "Soviet": "SUN", "Philippine": "PHL", "Filipino": "PHL", "Welsh": "GBR", "Irish": "IRL",
    "Palestinian": "PSE", "Thai": "THA", "Cypriot": "CYP", "Burmese": "MMR", "Emirati": "ARE",
    "Czech": "CZE", "Slovak": "SVK", "German": "DEU", "Finnish": "FIN", "American": "USA",
    "Chinese": "CHN", "Portuguese": "PRT", "Russian": "RUS", "UAE": "ARE", "Korean": "KOR",
    "South Korean": "KOR", "North Korean": "PRK",
    "Northern Irish": "GBR", "West German": "DEU", "East German": "DDR", "Ivorian": "CIV",
    "Austrian": "AUT", "Australian": "AUS", "Indian": "IND", "Nigerian": "NGA", "Malian": "MLI",
    "Guinean": "GIN", "South African": "ZAF", "Dominican": "DOM", "Congolese": "COD",
}  # fmt: skip


@dataclass(frozen=True)
class Gold:
    """One person of a text. `country` is ISO 3166-1 alpha-3 (3166-3 of former states); None where
    neither the words nor the row tell it, and it is not scored."""

    title: str
    name: str
    country: str | None


@dataclass(frozen=True)
class Item:
    """A row: what is read, and who is in it."""

    id: str
    text: str
    people: tuple[Gold, ...]


def held_back(row: str) -> bool:
    """Whether a row is of the part that nothing was developed on: a fifth, by SHA-1 of its id."""
    return sha1(row.encode()).digest()[0] % 5 == 0


def words(element: ET.Element | None) -> str:
    return " ".join("".join(element.itertext()).split()) if element is not None else ""


def rows(folder: Path, tag: str) -> Iterator[ET.Element]:
    for path in sorted(folder.rglob("*.xml")):
        yield from ET.parse(path).getroot().iter(tag)


def spoken(country: str) -> str:
    """A country as a sentence would name it: "China, People's Republic of" turned round, brackets
    left out."""
    name = re.sub(r" *\(.*?\)", "", country)
    if ", " in name:
        last, first = name.split(", ", 1)
        name = f"{first} {last}"
    article = r"(?:.*\b(?:Republic|Kingdom|Union|Federation|Emirates|Islands|Authority)\b|Bahamas|"
    article += r"Netherlands|Philippines|Gambia|Maldives|Comoros|Seychelles|U\.S\.S\.R\.|"
    article += r"Congo|Vatican City)"
    return f"the {name}" if re.match(article, name) and not name.startswith("The ") else name


@cache
def code(country: str) -> str | None:
    """ISO alpha-3 of a country as the lists write it, None when no state is meant."""
    name = re.sub(r" *\(.*?\)", "", country).replace("’", "'").strip()
    if name in _SPECIAL or country in _SPECIAL:
        return _SPECIAL.get(name, _SPECIAL.get(country)) or None
    if ", " in name:
        last, first = name.split(", ", 1)
        name = f"{first} {last}"
    if name.startswith("St. "):
        name = "Saint " + name[4:]
    try:
        return str(pycountry.countries.lookup(name).alpha_3)
    except LookupError:
        pass
    try:
        return str(pycountry.countries.search_fuzzy(name)[0].alpha_3)
    except LookupError:
        return None


@cache
def adjective(word: str) -> str | None:
    """The country of an adjective: the commonest irregular ones, else the country whose name
    begins with the adjective's first letters (five, or all but two)."""
    if word in _ADJECTIVES or word in _SPECIAL:
        return _ADJECTIVES.get(word) or _SPECIAL.get(word) or None
    if not word.endswith(("n", "i", "ese", "ish", "ic", "ch")) or len(word) < 5:
        return None
    for length in (len(word) - 1, len(word) - 2, 5):
        begun = {c.alpha_3 for c in pycountry.countries if c.name.startswith(word[:length])}
        if len(begun) == 1 and length >= 4:
            return str(begun.pop())
    return None


def plain(words: str) -> str:
    """Letters and digits in lower case, without accents, one space between words."""
    folded = unicodedata.normalize("NFKD", words.casefold())
    letters = "".join(c if c.isalnum() else " " if c in " -‐/" else "" for c in folded)
    return " ".join(letters.split())


def cut(text: str, start: int = 0) -> Iterator[tuple[re.Match[str], str, int]]:
    """Each title with its name in a text: the match, the name, and where the name ends."""
    for match in _PERSON.finditer(text, start):
        name = _ENDS.sub("", match["name"])
        if not re.search(r" [JS]r\.$", name):
            name = re.sub(r"(?<=[a-zà-ÿ])\..*$|(?<=[^\W\d_]{2})\.$", "", name)
        if re.match(r" \d", text[match.start("name") + len(name) :]):
            name = re.sub(rf" (?:{_MONTHS})$", "", name)
        name = re.sub(r"['’]s?$", "", name)
        yield match, name, match.start("name") + len(name)


def visits(folder: Path) -> list[Item]:
    """Every visit as "VISITOR of COUNTRY visited Washington."; those without a title left out."""
    items = []
    for row in rows(folder / "data", "visit"):
        visitor, origin = words(row.find("visitor")), words(row.find("from"))
        country = code(origin)
        people = tuple(Gold(m["title"], name, country) for m, name, _ in cut(visitor))
        whole = sum(len(m["title"]) + len(m["rank"]) + len(name) for m, name, _ in cut(visitor))
        spare = len(visitor) - whole - 2 * len(people) - 4 * (len(people) - 1)
        if people and country and spare < 3:
            text = f"{visitor} of {spoken(origin)} visited Washington."
            items.append(Item(f"visits/{row.findtext('id')}", text, people))
    return items


def _americans(folder: Path) -> set[str]:
    """Last names of presidents and of the secretaries whose journeys these are."""
    names = {words(p.find("name")) for p in rows(folder / "presidents", "president")}
    names |= {words(t.find("name")) for t in rows(folder, "trip")}
    return {plain(name).split()[-1] for name in names if name}


def _known(visits_folder: Path) -> dict[tuple[str, str], set[str]]:
    """The countries from which somebody of a title and name, or last name, came."""
    known: dict[tuple[str, str], set[str]] = {}
    for item in visits(visits_folder) if visits_folder.exists() else ():
        for person in item.people:
            if person.country:
                for name in {plain(person.name), plain(person.name).split()[-1]}:
                    known.setdefault((plain(person.title), name), set()).add(person.country)
    return known


_OF = re.compile(r" of (?:the )?((?:[A-Z][\w.’'-]+)(?: (?:and |of )?[A-Z][\w’'-]+)*)")


def _told(text: str, match: re.Match[str], end: int) -> tuple[bool, str | None]:
    """Whether the words beside a person tell a country, and which."""
    after = _OF.match(text, end)
    if after:
        return True, code(after[1].rstrip("."))
    before = re.search(r"([A-Z][\w.]*(?: [A-Z][a-z]+)?(?:['’]s)?) $", text[: match.start()])
    if before is None:
        return False, None
    words = re.sub(r"['’]s$", "", before[1]).split()
    for n in range(len(words)):
        found = adjective(" ".join(words[n:]))
        if found:
            return True, found
    if before[1].endswith(("'s", "’s")) or words[-1].isupper():
        return True, code(" ".join(words)) if before[1].endswith("s") else None
    return words[-1] not in {"Met", "Accompanied", "Attended", "President"}, None


def travels(folder: Path) -> list[Item]:
    """Every journey with people met, as "The TITLE of the United States visited COUNTRY. REMARKS".
    Americans are left out: the remarks tell whom the traveller accompanied, not their country."""
    own, known = _americans(folder), _known(folder.parent / "visits")
    items = []
    for row in rows(folder, "trip"):
        remarks, origin = words(row.find("remarks")), words(row.find("country"))
        people = []
        for match, name, end in cut(remarks):
            last = plain(name).split()[-1]
            if last in own and not _told(remarks, match, end)[0]:
                continue
            said, country = _told(remarks, match, end)
            if not said:
                country = code(origin)
                elsewhere = known.get((plain(match["title"]), plain(name)))
                if elsewhere and country not in elsewhere:
                    country = None  # a third country's: the row does not say so
            people.append(Gold(match["title"], name, country))
        if people:
            who = "president" if row.get("role") == "president" else "secretary of state"
            text = f"The {who} of the United States visited {spoken(origin)}. {remarks}"
            items.append(Item(f"travels/{row.findtext('id')}", text, tuple(people)))
    return items
