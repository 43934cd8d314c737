"""What the signs see of an actor or place: its names taken apart, and what is known beside them.

Findings that agree in type, names and country share one profile, so that a name told by ten
thousand reports is weighed once.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from communique.lexicon.load import table, words
from communique.model.findings import Actor
from communique.record.corpus import Corpus, Item
from communique.record.words import body_words, fold, initials, name_words, skeleton

DESCRIBED = "actor: described"
"""The rule of an actor that has no name."""
FAR_MORE = 5
LOOKED_AT = 50
"""The reports of one name that are looked at for the company it is named in."""
PERSON, BODY, STATE, GROUP, PLACE = "person", "organization", "state", "group", "place"


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name: its words, and which of them are given and family name (folded)."""

    words: tuple[str, ...]
    given: str | None
    family: str

    @property
    def full(self) -> bool:
        """Whether it has more than a family name."""
        return self.given is not None


@dataclass(frozen=True, slots=True)
class Profile:
    """One name with what is known of its bearer, and the findings that agree in it."""

    items: tuple[Item, ...]
    reports: frozenset[int]
    type: str
    label: str
    country: str | None
    persons: tuple[PersonName, ...] = ()
    bodies: tuple[frozenset[str], ...] = ()
    spellings: frozenset[str] = frozenset()
    acronyms: frozenset[str] = frozenset()
    offices: frozenset[tuple[str, str | None]] = frozenset()
    company: tuple[frozenset[str], ...] = field(default=(), compare=False)
    """The names in the first of its reports, one set each, those left out that many reports
    have."""
    bearers: int = field(default=1, compare=False)
    """How many different given names its family name has in these reports."""
    foremost: bool = field(default=False, compare=False)
    """Whether FAR_MORE times as many reports name it as any other bearer of its family name."""

    @property
    def full(self) -> tuple[PersonName, ...]:
        """Its names that have more than a family name."""
        return tuple(name for name in self.persons if name.full)


def actor_profiles(corpus: Corpus) -> list[Profile]:
    """The profiles of all persons, organizations and groups without members. Whoever a report only
    describes ("protesters", "a court") is somebody of that report alone."""
    groups: dict[tuple[object, ...], list[Item]] = defaultdict(list)
    for item in corpus.keys["actor"]:
        actor = corpus.reading(item).actors[item.index]
        if actor.evidence.rule == DESCRIBED:
            continue
        if actor.type in (PERSON, BODY) or (actor.type == GROUP and not actor.members):
            groups[_signature(actor, item)].append(item)
    company = _company(corpus)
    profiles = [_profile(corpus, items, company) for items in groups.values()]
    return _with_bearers(profiles)


def _signature(actor: Actor, item: Item) -> tuple[object, ...]:
    names = frozenset(fold(name) for name in (actor.name, *actor.aliases))
    offices = frozenset(_office_keys(actor))
    vague = nameless(actor) or (
        (actor.type == PERSON and not _persons(actor)) or (_bare(actor) and not offices)
    )
    where = item.report if vague or (actor.type == GROUP and not proper(actor.name)) else -1
    held = offices if actor.type == PERSON and _bare(actor) else frozenset()
    alone = item.index if nameless(actor) else -1
    return actor.type, names, actor.country, held, where, alone


def _bare(actor: Actor) -> bool:
    """Whether a person is known by family name alone."""
    return actor.type == PERSON and not any(name.full for name in _persons(actor))


def proper(name: str) -> bool:
    """Whether a name has a capital or a digit in it beyond its first word's."""
    return any(c.isupper() or c.isdigit() for c in name[1:])


def nameless(actor: Actor) -> bool:
    """Whether a person is known by an office or description alone ("the foreign minister")."""
    if actor.type != PERSON:
        return False
    if any(_persons_of(name, actor.country) for name in (actor.name, *actor.aliases)):
        titles = {fold(office.title) for office in actor.offices}
        return fold(actor.name) in titles
    return True


def _persons(actor: Actor) -> tuple[PersonName, ...]:
    titles = {fold(office.title) for office in actor.offices}
    found = {
        person
        for name in (actor.name, *actor.aliases)
        if fold(name) not in titles
        for person in _persons_of(name, actor.country)
    }
    return tuple(sorted(found, key=lambda p: p.words))


def _persons_of(name: str, country: str | None) -> Iterator[PersonName]:
    """The name as a person's, if every word of it is written as one (capital first)."""
    parts = [part for part in name.split() if part[:1].isalpha()]
    plain = name_words(name)
    small = words("name_particles.tsv")
    if not plain or any(
        p[0].islower() and fold(p.split("-")[0]) not in small and "'" not in p for p in parts
    ):
        return
    # An initial tells something only where it is all there is of a given name.
    plain = tuple(part for part in plain if len(part) > 1 or len(plain) == 2) or plain
    if len(plain) == 1:
        yield PersonName(plain, None, plain[0])
    elif len(plain) <= family_first(country):
        yield PersonName(plain, " ".join(plain[1:]), plain[0])
    else:
        yield PersonName(plain, plain[0], plain[-1])


def family_first(country: str | None) -> int:
    """The most words of a name of this country that begins with the family name; 0 for none."""
    return next((int(r["longest"]) for r in table("name_orders.tsv") if r["country"] == country), 0)


def _office_keys(actor: Actor) -> Iterator[tuple[str, str | None]]:
    for office in actor.offices:
        if not office.former:
            yield fold(office.title), office.country or actor.country


def _profile(corpus: Corpus, items: list[Item], company: list[frozenset[str]]) -> Profile:
    actors = [corpus.reading(item).actors[item.index] for item in items]
    first = actors[0]
    names = sorted({name for actor in actors for name in (actor.name, *actor.aliases)})
    bodies = {body_key(name, first.country) for name in names}
    reports = sorted({item.report for item in items})
    return Profile(
        items=tuple(items),
        reports=frozenset(reports),
        type=first.type,
        label=first.name,
        country=first.country,
        persons=_persons(first) if first.type == PERSON else (),
        bodies=tuple(sorted(bodies, key=sorted)) if first.type != PERSON else (),
        spellings=frozenset(fold(name) for name in names),
        acronyms=frozenset(n.casefold() for n in names if n.isupper() and 3 <= len(n) <= 8),
        offices=frozenset(key for actor in actors for key in _office_keys(actor)),
        company=tuple(company[report] for report in reports[:LOOKED_AT]),
    )


def _company(corpus: Corpus) -> list[frozenset[str]]:
    """The folded names in every report, without those that a quarter of all reports have."""
    named = [
        frozenset(fold(actor.name) for actor in read.reading.actors)
        | frozenset(fold(place.name) for place in read.reading.places)
        for read in corpus.reads
    ]
    count = Counter(name for names in named for name in names)
    often = max(3, len(named) // 4)
    return [frozenset(name for name in names if count[name] <= often) for names in named]


def body_key(name: str, country: str | None) -> frozenset[str]:
    """The words of an organization's name without those of its country: "Iranian Foreign
    Ministry" of Iran and "Ministry of Foreign Affairs" share two of theirs."""
    kept = body_words(name)
    return (kept - country_words(country)) or kept


_COUNTRY_WORDS: dict[str, frozenset[str]] = {}


def country_words(country: str | None) -> frozenset[str]:
    """The words of a country's names and of its people's (folded)."""
    if not _COUNTRY_WORDS:
        for row in table("states.tsv"):
            said = f"{row['name']}|{row['official']}|{row['variants']}|{row['demonyms']}"
            known = _COUNTRY_WORDS.get(row["iso3"], frozenset())
            found = (body_words(part) for part in said.split("|") if part)
            _COUNTRY_WORDS[row["iso3"]] = known.union(*found)
    return _COUNTRY_WORDS.get(country or "", frozenset())


def _with_bearers(profiles: list[Profile]) -> list[Profile]:
    """The profiles, each with what the others tell of its family name."""
    named: dict[str, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    for profile in profiles:
        for name in profile.full:
            named[skeleton(name.family)][_given(name)] |= profile.reports
    return [replace(p, bearers=_bearers(p, named), foremost=_foremost(p, named)) for p in profiles]


def _given(name: PersonName) -> str:
    return skeleton((name.given or "").split(" ")[0])


def _bearers(profile: Profile, named: dict[str, dict[str, set[int]]]) -> int:
    families = {skeleton(name.family) for name in profile.persons}
    return max((len(named[family]) for family in families if family in named), default=1)


def _foremost(profile: Profile, named: dict[str, dict[str, set[int]]]) -> bool:
    for name in profile.full:
        counts = {given: len(reports) for given, reports in named[skeleton(name.family)].items()}
        own = counts.pop(_given(name))
        if counts and own >= FAR_MORE * max(counts.values()):
            return True
    return False


def initials_of(profile: Profile) -> frozenset[str]:
    """The acronyms that its names in full would have."""
    return frozenset(
        letters for name in profile.spellings if " " in name for letters in initials(name)
    )
