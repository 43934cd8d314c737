"""Which findings are worth comparing: those that share a key, never all pairs.

Keys that many share are cut into windows, so that the number of pairs grows with the number of
findings and not with its square.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from itertools import combinations
from typing import TypeVar

from communique.record.days import Days, gap
from communique.record.happenings import Happening, format_kind
from communique.record.profiles import PERSON, Profile, family_first, initials_of
from communique.record.words import skeleton

WINDOW = 12
"""How many neighbours one is compared with where a key is shared by more."""
OPEN_WINDOW = 24
"""How many a telling without any date is compared with: those told in the company most alike."""

BLOCK = 500
"""The most tellings of one key that one without any date is looked for among."""

T = TypeVar("T")


def windows(
    items: Sequence[T], keys: Callable[[T], Iterable[Hashable]], order: Callable[[T], object]
) -> Iterator[tuple[T, T]]:
    """Pairs of items that share a key, within WINDOW places of each other in `order`; each pair
    once, in a fixed order."""
    blocks: dict[Hashable, list[int]] = defaultdict(list)
    ranked = sorted(items, key=order)  # type: ignore[arg-type]
    for number, item in enumerate(ranked):
        for key in set(keys(item)):
            blocks[key].append(number)
    pairs = {
        (block[n], block[m])
        for block in blocks.values()
        for n in range(len(block))
        for m in range(n + 1, min(len(block), n + 1 + WINDOW))
    }
    return ((ranked[n], ranked[m]) for n, m in sorted(pairs))


def actor_pairs(profiles: Sequence[Profile]) -> Iterator[tuple[Profile, Profile]]:
    """Profiles whose names sound, begin or end alike, or that share an alias or acronym. A family
    name alone is compared with full names, and with its like only where there is no full name."""
    people = [p for p in profiles if p.type == PERSON]
    full = [p for p in people if p.full]
    known = {key for p in full for key in _person_keys(p)}
    alone = [p for p in people if not p.full]
    bare = [p for p in alone if known.isdisjoint(_person_keys(p))]
    bodies = [p for p in profiles if p.type != PERSON]
    common = _common_words(bodies)
    yield from windows(full, _person_keys, _rank)
    yield from windows(bare, _person_keys, _rank)
    yield from _with_full_names(alone, full)
    yield from windows(bodies, lambda p: _body_keys(p, common), _rank)


def _rank(profile: Profile) -> tuple[object, ...]:
    first = profile.items[0]
    return sorted(profile.spellings), profile.country or "", first.report, first.index


def _with_full_names(
    alone: Sequence[Profile], full: Sequence[Profile]
) -> Iterator[tuple[Profile, Profile]]:
    """Every family name alone with the full names that may be its bearer's, those that most
    reports tell first."""
    blocks: dict[Hashable, list[int]] = defaultdict(list)
    ranked = sorted(full, key=lambda p: (-len(p.reports), *_rank(p)))
    for number, profile in enumerate(ranked):
        for key in set(_person_keys(profile)):
            blocks[key].append(number)
    for profile in sorted(alone, key=_rank):
        bearers = {n for key in set(_person_keys(profile)) for n in blocks[key][:OPEN_WINDOW]}
        for n in sorted(bearers):
            yield profile, ranked[n]


def _person_keys(profile: Profile) -> Iterator[Hashable]:
    for name in profile.persons:
        ends = {name.family}
        if name.full and (profile.country is None or family_first(profile.country)):
            ends |= {name.words[0], name.words[-1]}
        for end in ends:
            yield PERSON, "sound", skeleton(end)
        if len(name.family) >= 7:
            yield PERSON, "letters", "".join(sorted(name.family))
            yield PERSON, "begins", name.family[:5]
            yield PERSON, "ends", name.family[-5:]


def _body_keys(profile: Profile, common: frozenset[str]) -> Iterator[Hashable]:
    for spelling in profile.spellings:
        yield "name", spelling
        yield "sound", skeleton(spelling.replace(" ", ""))
    for letters in profile.acronyms | initials_of(profile):
        yield "acronym", letters
    for body in profile.bodies:
        yield "words", tuple(sorted(body))
        for word in body - common:
            yield "word", word


def _common_words(profiles: Sequence[Profile]) -> frozenset[str]:
    """The words that more than WINDOW names of organizations have: "ministry" brings nobody
    together."""
    count: dict[str, int] = defaultdict(int)
    for profile in profiles:
        for word in frozenset().union(*profile.bodies):
            count[word] += 1
    return frozenset(word for word, times in count.items() if times > WINDOW)


def event_pairs(found: Sequence[Happening]) -> Iterator[tuple[Happening, Happening]]:
    """Happenings of one type that share two who took part, or one on the same days or in the
    same place; those that are dated and far apart are left out."""
    dated = [h for h in found if _when(h)]
    for left, right in windows(dated, _event_keys, lambda h: (_when(h), h.key)):
        if _near(left, right):
            yield left, right
    yield from _open_pairs(found)


def _when(happening: Happening) -> str:
    """Where a happening stands in time as far as anything tells: its days or its report's."""
    for days in (happening.days if happening.dated else None, happening.published):
        if days is not None and days.first is not None:
            return days.first.isoformat()
    return ""


def _event_keys(happening: Happening) -> Iterator[Hashable]:
    yield from _company_keys(happening)
    for party in sorted(happening.parties)[:6]:
        if happening.spot is not None:
            yield happening.type, party, happening.spot.entity
        if len(happening.parties) == 1:
            yield happening.type, party, _when(happening)


def _company_keys(happening: Happening) -> Iterator[Hashable]:
    for two in combinations(sorted(happening.parties)[:6], 2):
        yield happening.type, two
    for two in combinations(sorted(happening.countries)[:4], 2):
        yield happening.type, "countries", two
    kind = format_kind(happening.format)
    for party in sorted(happening.parties)[:6]:
        yield happening.type, party, happening.report
        if kind != "talks":
            yield happening.type, party, kind
    if happening.process and happening.round:
        yield happening.type, happening.process, happening.round


def _near(left: Happening, right: Happening) -> bool:
    return not (left.dated and right.dated) or _distance(left.days, right.days) <= 10


def _distance(left: Days, right: Days) -> int:
    return gap(left, right) or 0


def _open_pairs(found: Sequence[Happening]) -> Iterator[tuple[Happening, Happening]]:
    """Every happening without any date with those of the same parties, the ones whose reports
    have most names in common first."""
    blocks: dict[Hashable, list[Happening]] = defaultdict(list)
    for happening in found:
        for key in _company_keys(happening):
            blocks[key].append(happening)
    pairs: dict[tuple[str, str], tuple[Happening, Happening]] = {}
    for happening in found:
        if _when(happening) and not _past(happening):
            continue
        others = {
            other.key: other
            for key in set(_company_keys(happening))
            for other in blocks[key][:BLOCK]
            if other.key != happening.key
        }
        ranked = sorted(others.values(), key=lambda o: (-len(o.company & happening.company), o.key))
        for other in ranked[:OPEN_WINDOW]:
            left, right = sorted((happening, other), key=lambda h: h.key)
            pairs[left.key, right.key] = (left, right)
    yield from (pairs[keys] for keys in sorted(pairs))


def _past(happening: Happening) -> bool:
    return not happening.news and not happening.dated
