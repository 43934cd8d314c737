"""Which place a name means: states, capitals, seats and regions of the lexicon, then the gazetteer.

Of several places of one name the one is taken that is larger, lies in a country the report speaks
of, or is said to lie there ("Springfield, Illinois").
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from communique.lexicon import gazetteer
from communique.lexicon.gazetteer import Entry
from communique.lexicon.load import table
from communique.model.text import Span


@dataclass(frozen=True, slots=True)
class Site:
    """Where a place lies. `state` when the name is a state's or its capital's."""

    country: str | None
    lat: float | None
    lon: float | None
    geonameid: int | None
    feature: str | None
    state: bool = False


@dataclass(frozen=True, slots=True)
class Context:
    """The countries that a report names, with how often, and that of its dateline."""

    countries: dict[str, int]
    dateline: str | None


def known(name: str) -> Site | None:
    """The state, capital, seat or region of a name; None when the lexicon has none.

    Case counts, but for names all in capitals: "US" is a state, "us" is not.
    """
    plain = " ".join(name.replace("’", "'").split()).removeprefix("the ").removeprefix("The ")
    site = _lexicon().get(plain)
    if site is None and plain.isupper() and len(plain) > 4:
        site = _capitals_only().get(plain)
    return site


@cache
def _nationalities() -> dict[str, str]:
    found: dict[str, str] = {}
    for row in table("states.tsv"):
        for name in _split(row["demonyms"]):
            if row["iso3"]:
                found.setdefault(name, row["iso3"])
    return found


def country_of(name: str) -> str | None:
    """The country of a state, capital, region or nationality; plurals in -s count."""
    site = known(name)
    if site is not None:
        return site.country
    found = _nationalities()
    return found.get(name) or found.get(name.removesuffix("s"))


def longest(chars: str, start: int, end: int) -> int:
    """The length of the longest name of the lexicon that begins at `start`; 0 when none does."""
    window = chars[start : min(end, start + 50)].replace("’", "'").replace("\n", " ")
    for match in reversed(list(_WORD_END.finditer(window))):
        words = window[: match.end()]
        if words in _lexicon() or (len(words) > 4 and words in _capitals_only()):
            return len(words)
    return 0


_WORD_END = re.compile(r"[\w.](?!\w)")


@gazetteer.cached
def _lexicon() -> dict[str, Site]:
    """All names of the lexicon; a name that a state has goes before all others."""
    found: dict[str, Site] = {}
    for name, site in (*_states(), *_capitals(), *_seats(), *_regions()):
        found.setdefault(name.removeprefix("The "), site)
    return found


@gazetteer.cached
def _capitals_only() -> dict[str, Site]:
    return {name.upper(): site for name, site in _lexicon().items()}


def _split(names: str) -> list[str]:
    return [name for name in names.split("|") if name]


def _states() -> Iterator[tuple[str, Site]]:
    for row in table("states.tsv"):
        entry = gazetteer.countries().get(row["iso3"])
        site = Site(row["iso3"] or None, None, None, None, "PCLI" if row["iso3"] else "PCL", True)
        if entry:
            site = replace(site, lat=entry.lat, lon=entry.lon, geonameid=entry.geonameid)
        for name in (row["name"], row["official"], *_split(row["variants"])):
            if name:
                yield name, site


def _city(name: str, country: str) -> Entry | None:
    found = (e for e in gazetteer.look_up(name) if e.country == country)
    return next((e for e in found if e.feature.startswith("PPL")), None)


def _of(entry: Entry | None, country: str | None, feature: str, state: bool = False) -> Site:
    if entry is None:
        return Site(country, None, None, None, feature, state)
    return Site(country, entry.lat, entry.lon, entry.geonameid, feature, state)


def _capitals() -> Iterator[tuple[str, Site]]:
    for row in table("states.tsv"):
        names = [n for n in (row["capital"], *_split(row["capital_variants"])) if n]
        if not names or not row["iso3"]:
            continue
        entry = next(filter(None, (_city(n, row["iso3"]) for n in names)), None)
        if entry is None:
            continue
        for name in names:
            if _is_largest(name, row["iso3"]):
                yield name, _of(entry, row["iso3"], "PPLC", state=True)


def _is_largest(name: str, country: str) -> bool:
    """Whether no larger town of another country has this name: Victoria is rarely the capital of
    the Seychelles."""
    wanted = gazetteer.key(name)
    towns = [
        e
        for e in gazetteer.look_up(name)
        if e.feature.startswith("PPL") and (e.country == country or gazetteer.key(e.name) == wanted)
    ]
    return not towns or towns[0].country == country


def _seats() -> Iterator[tuple[str, Site]]:
    for row in table("places_seats.tsv"):
        entry = _city(row["city"], row["country"])
        site = replace(_of(entry, row["country"], row["feature"]), geonameid=None)
        for name in (row["name"], *_split(row["variants"])):
            yield name, site


def _regions() -> Iterator[tuple[str, Site]]:
    for row in table("places_regions.tsv"):
        number = int(row["geonameid"]) if row["geonameid"] else None
        site = Site(
            row["country"] or None, float(row["lat"]), float(row["lon"]), number, row["feature"]
        )
        for name in (row["name"], *_split(row["variants"])):
            yield name, site


@gazetteer.cached
def _renamed() -> dict[str, Site]:
    """Cities by another name, where no other town is called so today; beside much smaller towns
    also by a name given up after 1990 (Calcutta), but not by an older one (Salisbury, Harare)."""
    found: dict[str, Site] = {}
    for row in table("places_renamed.tsv"):
        entry = _city(row["city"], row["country"])
        wanted = gazetteer.key(row["name"])
        others = [
            e.population
            for e in gazetteer.look_up(row["name"])
            if gazetteer.key(e.name) == wanted and e.feature.startswith("PPL") and e != entry
        ]
        recent = not row["to"] or row["to"] >= "1990"
        if entry and (not others or (recent and max(others) * 10 < entry.population)):
            capital = entry.feature == "PPLC"
            found[row["name"]] = _of(entry, row["country"], entry.feature, state=capital)
    return found


# One name among homonyms.

_BEFORE = re.compile(
    r"^(?:the|north|south|east|west|northern|southern|eastern|western|central|north-?eastern|"
    r"north-?western|south-?eastern|south-?western|greater|downtown|occupied|mainland|upper|lower|"
    r"capital(?: city)?|(?:city|town|village|province|state|district|port|governorate) of)\s+",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\s+(?P<kind>city|town|village|province|governorate|region|state|oblast|county|district|"
    r"area|countryside|airport|international airport|palace|border|port|prefecture|republic)$",
    re.IGNORECASE,
)
_ADMIN = frozenset(
    {"province", "governorate", "region", "state", "oblast", "prefecture", "republic"}
)
_NEXT = re.compile(r"\s+(province|governorate|region|oblast|prefecture)\b", re.IGNORECASE)
_LIES_IN = re.compile(r"\s*(?:,|\(|in)\s*((?:the )?[A-Z]\w*(?:\.\w+)*\.?(?: [A-Z]\w+){0,2})")
_OF_STATE = re.compile(
    r"((?:[A-Z][\w.]+ ){0,2}[A-Z][\w.]+)['’]s(?: (?:capital|port|city|town|\w+ern))* $"
)


def locate(chars: str, span: Span, context: Context) -> Site | None:
    """Where the name at a span lies, None when nothing of that name is known."""
    name = " ".join(chars[span.start : span.end].split())
    said = _said_country(chars, span)
    province = bool(_NEXT.match(chars, span.end))
    for form, is_admin in _forms(name):
        admin = is_admin or province
        site = known(form) or _renamed().get(form)
        elsewhere = bool(said) and site is not None and (said or "")[:3] != site.country
        if site is not None and not (admin and site.feature == "PCLI"):
            if elsewhere and (site.feature or "").startswith("PPL"):
                return _choose(form, said, context, admin)
            if site.state and _is_us_state(form, said, context):
                return _choose(form, "USA", context, admin=True)
            return (
                replace(site, feature="ADM1", geonameid=None, state=False)
                if (admin and (site.feature or "").startswith("PPL"))
                else site
            )
        site = _choose(form, said, context, admin)
        if site is not None:
            return site
    return None


def _forms(name: str) -> Iterator[tuple[str, bool]]:
    """A name, and what is left of it without words like "northern" and "province"."""
    if name.isupper() and len(name) > 3:
        yield name.title(), False
    yield name, False
    after = _AFTER.search(name)
    short = name[: after.start()] if after else name
    admin = after is not None and after["kind"].lower() in _ADMIN
    if after:
        yield short, admin
    before = _BEFORE.match(short)
    if before:
        yield short[before.end() :], admin or "province" in before.group().lower()


def _said_country(chars: str, span: Span) -> str | None:
    """The country that the text puts a place in: "Bari, Italy", "Italy's Bari"."""
    after = _LIES_IN.match(chars, span.end)
    if after:
        name = after.group(1)
        for words in (name, name.rstrip("."), name.rpartition(" ")[0], name.partition(" ")[0]):
            site = known(words) if words else None
            if site and site.feature == "PCLI":
                return site.country
            if words and any(e.admin for e in gazetteer.look_up(words) if e.feature == "ADM1"):
                return "USA:" + next(
                    e.admin for e in gazetteer.look_up(words) if e.feature == "ADM1" and e.admin
                )
    before = _OF_STATE.search(chars, max(0, span.start - 50), span.start)
    site = known(before.group(1)) if before else None
    return site.country if site else None


def _is_us_state(name: str, said: str | None, context: Context) -> bool:
    """Whether "Georgia" is the American one: the report speaks of the US and of no neighbour."""
    return (
        any(e.feature == "ADM1" and e.country == "USA" for e in gazetteer.look_up(name))
        and context.countries.get("USA", 0) > context.countries.get("GEO", 0)
        and not {"RUS", "ARM", "AZE", "TUR", "UKR"} & context.countries.keys()
    )


def _choose(name: str, said: str | None, context: Context, admin: bool) -> Site | None:
    """The likeliest place of a name in the gazetteer."""
    if name.isupper() and len(name) < 4:
        return None
    best, best_score = None, 0.0
    wanted = gazetteer.key(name)
    entries = [e for e in gazetteer.look_up(name) if e.feature != "PCLI"]
    for entry in entries:
        score = _likelihood(entry, wanted, said, context, admin)
        if score > best_score:
            best, best_score = entry, score
    if best is None:
        return None
    capital = best.feature == "PPLC"
    site = Site(best.country, best.lat, best.lon, best.geonameid, best.feature, capital)
    if best.feature.startswith("ADM") and best.lat is None:
        seat = next((e for e in entries if e.country == best.country and e.lat is not None), None)
        site = replace(site, lat=seat.lat, lon=seat.lon) if seat else site
    return site


def _likelihood(
    entry: Entry, wanted: str, said: str | None, context: Context, admin: bool
) -> float:
    """The power of ten of its people, and what the report says. Below 2 an other name of a town
    in a country the report does not speak of is rather somebody's surname."""
    country, _, state = (said or "").partition(":")
    main = gazetteer.key(entry.name) == wanted
    score = math.log10(entry.population + 10) + (1.0 if main else -2.5)
    score += 1.5 if main and entry.feature == "PPLC" else 0.0
    score += 2.0 if entry.country in context.countries else 0.0
    score += 0.5 if entry.country == context.dateline else 0.0
    score += 6.0 if entry.country == country else 0.0
    score += 3.0 if state and entry.admin == state else 0.0
    if entry.feature.startswith("ADM"):
        score += 6.0 if admin else 5.0 if entry.admin else 1.0 if entry.feature == "ADM1" else 0.5
    return score if main or score >= 2.0 else 0.0
