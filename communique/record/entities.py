"""Entities: the same person, organization, state, group or place across reports."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from communique.lexicon.load import table
from communique.model.identity import Citation, Entity, Judgement, Sign
from communique.model.reading import Reading
from communique.record.candidates import actor_pairs
from communique.record.clusters import cluster, consistent
from communique.record.corpus import Corpus, Item, citations, row_id
from communique.record.judge import MAYBE_ACTOR, RULES, judge_actors, judge_alike, worth_showing
from communique.record.profiles import (
    GROUP,
    PERSON,
    PLACE,
    STATE,
    actor_profiles,
    country_words,
    proper,
)
from communique.record.rivals import only_one
from communique.record.signs import two_bearers
from communique.record.words import fold

BY_CODE = Sign("same_code", 9.0, ())
"""Not judged but known: one country code, one place of the gazetteer, one set of members."""


@dataclass(frozen=True)
class Entities:
    """Which entity every actor and place of every reading is, and the entities themselves."""

    actors: dict[Item, str]
    places: dict[Item, str]
    rows: dict[str, Entity]
    judgements: tuple[Judgement, ...]
    described: frozenset[str] = frozenset()
    """Groups without a name of their own ("the two sides"): they are their members, and no rows
    of the record."""

    def type(self, entity: str) -> str:
        """The type of an entity."""
        return self.rows[entity].type

    def country(self, entity: str) -> str | None:
        """The country of an entity."""
        return self.rows[entity].country

    def actor(self, report: int, index: int) -> str:
        """The entity of an actor of a reading."""
        return self.actors[Item(report, index)]

    def place(self, report: int, index: int) -> str:
        """The entity of a place of a reading."""
        return self.places[Item(report, index)]

    def parties(self, report: int, indices: Iterable[int]) -> frozenset[str]:
        """The entities of actors, groups replaced by their members where they are known."""
        found: list[str] = []
        for index in indices:
            entity = self.actor(report, index)
            found += self.rows[entity].members or (entity,)
        return frozenset(found)

    def company(self, number: int, reading: Reading) -> frozenset[str]:
        """Everyone and every place that a report names."""
        actors = self.parties(number, range(len(reading.actors)))
        places = {self.place(number, index) for index in range(len(reading.places))}
        return actors | places

    @property
    def shown(self) -> tuple[Entity, ...]:
        """The rows of the record, sorted by id."""
        return tuple(self.rows[id] for id in sorted(self.rows) if id not in self.described)


def find_entities(corpus: Corpus, decisions: Sequence[Judgement]) -> Entities:
    """The entities of all actors and places."""
    named = _named(corpus)
    judgements = named + _states(corpus)
    keys = [
        key
        for item, key in corpus.keys["actor"].items()
        if not corpus.reading(item).actors[item.index].members
    ]
    sets = cluster(keys, judgements, decisions)
    known, rows = _rows(corpus, "actor", sets)
    groups, found = _groups(corpus, known)
    more = {id: (group, _by_its_own_name(group, rows)) for id, group in found.items()}
    places, spots = _places(corpus, decisions)
    return Entities(
        actors=known | groups,
        places=places,
        rows=rows | {id: row or group for id, (group, row) in more.items()} | spots,
        judgements=tuple(worth_showing(consistent(named, sets), MAYBE_ACTOR)),
        described=frozenset(id for id, (_, row) in more.items() if row is None),
    )


def _named(corpus: Corpus) -> list[Judgement]:
    profiles = actor_profiles(corpus)
    keys = corpus.keys["actor"]
    known = {keys[profile.items[0]]: profile for profile in profiles}
    judged = only_one(
        judge_actors(corpus, actor_pairs(profiles)),
        loose=lambda key: not known[key].full and bool(known[key].persons),
        apart=lambda one, other: two_bearers(known[one], known[other]),
    )
    return judged + [j for profile in profiles for j in judge_alike(corpus, profile)]


def _states(corpus: Corpus) -> list[Judgement]:
    """That actors of one country code are one state; without a code, those of one name."""
    keys, groups = corpus.keys["actor"], defaultdict(list)
    for item, key in keys.items():
        actor = corpus.reading(item).actors[item.index]
        if actor.type == STATE:
            groups[actor.country or fold(actor.name)].append(key)
    return _stars(groups.values())


def _stars(groups: Iterable[list[str]]) -> list[Judgement]:
    return [
        Judgement(group[0], key, "same", BY_CODE.weight, (BY_CODE,), RULES)
        for group in groups
        for key in group[1:]
    ]


def _rows(
    corpus: Corpus, kind: str, sets: list[list[str]]
) -> tuple[dict[Item, str], dict[str, Entity]]:
    """The entity of every finding of some clusters, and the rows."""
    items = {key: item for item, key in corpus.keys[kind].items()}
    known: dict[Item, str] = {}
    rows: dict[str, Entity] = {}
    for keys in sets:
        members = [items[key] for key in keys]
        row = _place(corpus, members) if kind == "place" else _actor(corpus, members)
        if row.id in rows:
            row = _with_id(row, row_id("e", keys[0]))
        rows[row.id] = row
        known |= dict.fromkeys(members, row.id)
    return known, rows


def _actor(corpus: Corpus, items: list[Item]) -> Entity:
    actors = [corpus.reading(item).actors[item.index] for item in items]
    type = _most([actor.type for actor in actors]) or ""
    country = _most([actor.country for actor in actors])
    if type == STATE and country:
        id = row_id("e", STATE, country)
    else:
        id = row_id("e", corpus.keys["actor"][items[0]])
    names = Counter(actor.name for actor in actors)
    aliases = {alias for actor in actors for alias in actor.aliases}
    name = (state_name(country) if type == STATE else None) or _best(names, type)
    return Entity(
        id=id,
        type=type,
        name=name,
        aliases=_aliases(aliases | set(names), name),
        country=country,
        sector=_most([actor.sector for actor in actors]),
        members=(),
        evidence=_evidence(corpus, items),
    )


def state_name(country: str | None) -> str | None:
    """The usual English name of a state."""
    return next((row["name"] for row in table("states.tsv") if row["iso3"] == country), None)


def _best(names: Counter[str], type: str) -> str:
    """The name told most, of a person one that has more than a word if there is one."""
    full = {n: count for n, count in names.items() if type != PERSON or " " in n} or names
    return min(full, key=lambda name: (-full[name], -len(name), name))


def _aliases(names: set[str], name: str) -> tuple[str, ...]:
    """The other names; of those that differ only in capitals, the one with the fewest."""
    kept = {name.casefold(): name}
    for other in sorted(names, key=lambda n: (sum(c.isupper() for c in n), n)):
        kept.setdefault(other.casefold(), other)
    return tuple(sorted(set(kept.values()) - {name, ""}))


def _most(values: Sequence[str | None]) -> str | None:
    counted = Counter(value for value in values if value)
    return min(counted, key=lambda value: (-counted[value], value)) if counted else None


def _evidence(corpus: Corpus, items: list[Item]) -> tuple[Citation, ...]:
    return citations(
        corpus.cite(item.report, corpus.reading(item).actors[item.index].evidence) for item in items
    )


def _groups(corpus: Corpus, known: dict[Item, str]) -> tuple[dict[Item, str], dict[str, Entity]]:
    """Groups are one where their members are the same, whatever they are called."""
    by_members: dict[tuple[str, ...], list[Item]] = defaultdict(list)
    for item in corpus.keys["actor"]:
        if corpus.reading(item).actors[item.index].members:
            by_members[_members(corpus, known, item, frozenset())].append(item)
    found: dict[Item, str] = {}
    rows: dict[str, Entity] = {}
    for members, items in sorted(by_members.items()):
        row = _group(corpus, members, items)
        rows[row.id] = row
        found |= dict.fromkeys(items, row.id)
    return found, rows


def _by_its_own_name(group: Entity, rows: dict[str, Entity]) -> Entity | None:
    """A group that is called by more than what it is made of ("Iran and Russia", "the two
    sides"): by a name of its own, as E3 or the Visegrad Group; without its other names."""
    theirs = frozenset().union(
        *(country_words(rows[m].country) for m in group.members),
        *(fold(n).split() for m in group.members for n in (rows[m].name, *rows[m].aliases)),
    )
    own = [
        name
        for name in (group.name, *group.aliases)
        if proper(name) and theirs.isdisjoint(fold(name).split())
    ]
    if group.type == GROUP and group.members:
        return replace(group, name=own[0], aliases=tuple(own[1:])) if own else None
    return group


def _members(
    corpus: Corpus, known: dict[Item, str], item: Item, above: frozenset[int]
) -> tuple[str, ...]:
    found: set[str] = set()
    for index in corpus.reading(item).actors[item.index].members:
        member = Item(item.report, index)
        if member in known:
            found.add(known[member])
        elif index not in above:
            found |= set(_members(corpus, known, member, above | {item.index}))
    return tuple(sorted(found))


def _group(corpus: Corpus, members: tuple[str, ...], items: list[Item]) -> Entity:
    actors = [corpus.reading(item).actors[item.index] for item in items]
    names = Counter(actor.name for actor in actors)
    own = Counter({name: count for name, count in names.items() if proper(name)}) or names
    name = _best(own, GROUP)
    aliases = {alias for actor in actors for alias in actor.aliases} | set(names)
    anchor = members or (corpus.keys["actor"][items[0]],)
    return Entity(
        id=row_id("e", GROUP, *anchor),
        type=_most([actor.type for actor in actors]) or GROUP,
        name=name,
        aliases=_aliases(aliases, name),
        country=_most([actor.country for actor in actors]),
        sector=_most([actor.sector for actor in actors]),
        members=members,
        evidence=_evidence(corpus, items),
    )


def _places(
    corpus: Corpus, decisions: Sequence[Judgement]
) -> tuple[dict[Item, str], dict[str, Entity]]:
    """Places are one where the gazetteer says so; others where name and country agree."""
    keys = corpus.keys["place"]
    listed: dict[tuple[str, str | None], set[int]] = defaultdict(set)
    for item in keys:
        place = corpus.reading(item).places[item.index]
        if place.geonameid is not None:
            for country in {place.country, None}:
                listed[fold(place.name), country].add(place.geonameid)
    groups: dict[tuple[object, ...], list[str]] = defaultdict(list)
    for item, key in keys.items():
        place = corpus.reading(item).places[item.index]
        number = place.geonameid
        if number is None:
            same = listed.get((fold(place.name), place.country), set())
            number = min(same) if len(same) == 1 else None
        groups[(number,) if number else (fold(place.name), place.country)].append(key)
    return _rows(corpus, "place", cluster(keys.values(), _stars(groups.values()), decisions))


def _place(corpus: Corpus, items: list[Item]) -> Entity:
    places = [corpus.reading(item).places[item.index] for item in items]
    number = min((p.geonameid for p in places if p.geonameid is not None), default=None)
    names = Counter(place.name for place in places)
    told = {
        corpus.report(item).text[place.span.start : place.span.end]
        for item, place in zip(items, places, strict=True)
    }
    country = _most([place.country for place in places])
    whole = any((place.feature or "").startswith("PCL") for place in places)
    name = (state_name(country) if whole else None) or _best(names, PLACE)
    anchor = (PLACE, number) if number else (corpus.keys["place"][items[0]],)
    return Entity(
        id=row_id("e", *anchor),
        type=PLACE,
        name=name,
        aliases=_aliases(told | set(names), name),
        country=country,
        sector=None,
        members=(),
        evidence=citations(
            corpus.cite(item.report, (place.span.start, place.span.end))
            for item, place in zip(items, places, strict=True)
        ),
    )


def _with_id(row: Entity, id: str) -> Entity:
    return replace(row, id=id)
