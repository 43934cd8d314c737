"""Series of talks: how a report calls them, their rounds, and what each actor is to them.

A report's mentions of one series are one Process. A mention that names no series ("the 14th round
of talks") joins the one that the report has with the same place, the same country of its place, or
the same topic, else the last one named; it makes a series of its own only where it tells of more
than a meeting.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from communique.extraction.deciding import word_at
from communique.extraction.ground import Ground
from communique.extraction.issues import state_named
from communique.extraction.known_talks import aliases, flat, land_of
from communique.extraction.meetings import hosts, venue
from communique.extraction.process_names import Named, definite_talks, named_talks
from communique.extraction.roles import role_words, roles_at
from communique.extraction.rounds import hosting_state, rounds_of, subject_place
from communique.model.findings import Evidence, Process, Role, Round, Word
from communique.model.text import Span

_HAVE_ROUNDS = frozenset(
    {"talk", "negotiation", "process", "dialogue", "dialog", "format", "track"}
)


@dataclass
class Series:
    """A series of talks while the mentions of a report are being put together."""

    key: str
    mentions: list[Named] = field(default_factory=list)
    rounds: list[Round] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)


def find_processes(ground: Ground) -> tuple[Process, ...]:
    """The series of talks of a report, in the order in which it first names them."""
    series = _series(ground)
    for one in series:
        for named in one.mentions:
            one.rounds += rounds_of(ground, named)
            one.roles += _own_roles(ground, named)
    _add_roles(ground, series)
    return tuple(_process(ground, one) for one in series)


def process_spans(ground: Ground, processes: tuple[Process, ...]) -> list[tuple[Span, int]]:
    """Where each process is mentioned, by its index: the mentions that `find_processes` joined."""
    if not processes:
        return []
    return [
        (_with_round(ground, n), i) for i, one in enumerate(_series(ground)) for n in one.mentions
    ]


def _with_round(ground: Ground, named: Named) -> Span:
    """The characters of a mention from the word "round" on, where it is one of a round."""
    if named.round is None:
        return named.span
    start = ground.text.tokens[named.round].start
    return Span(min(start, named.span.start), named.span.end)


# --- which mention is of which series ---------------------------------------------------------


def _series(ground: Ground) -> list[Series]:
    found: dict[str, Series] = {}
    open_: list[Named] = []
    for named in named_talks(ground):
        if named.key is None:
            open_.append(named)
            continue
        key = _joining(ground, found, named)
        found.setdefault(key, Series(key)).mentions.append(named)
    for named in open_:
        _join(ground, found, named)
    for one in found.values():
        one.mentions.sort(key=lambda n: n.span)
    return sorted(found.values(), key=lambda s: (s.mentions[0].span, s.key))


def _joining(ground: Ground, found: dict[str, Series], named: Named) -> str:
    """The key of the series that a named mention belongs to: its own, or that of one which has the
    same place and is not known to be about something else."""
    assert named.key is not None
    if named.key in found:
        return named.key
    for one in found.values():
        if any(_short_for(known, named) or _same_parties(known, named) for known in one.mentions):
            return one.key
    if named.place is None:
        return named.key
    for one in found.values():
        for known in one.mentions:
            if known.place is None or not _same_place(ground, known.place, named.place):
                continue
            if None in (known.topic, named.topic) or known.topic == named.topic:
                return one.key
    return named.key


def _short_for(known: Named, named: Named) -> bool:
    """Whether a name is another without some of its words: "the Lima Dialogue" after "the Lima
    Regional Economic Dialogue"."""
    long, short = known.name.split(), named.name.split()
    return (
        known.key is not None
        and len(short) > 1
        and long[-1] == short[-1]
        and long[0] == short[0]
        and set(short) < set(long)
    )


def _same_parties(known: Named, named: Named) -> bool:
    """Talks between the same two or more, not known to be about different things."""
    if len(named.parties) < 2 or set(known.parties) != set(named.parties):
        return False
    return None in (known.topic, named.topic) or known.topic == named.topic


def _same_place(ground: Ground, left: int, right: int) -> bool:
    one, two = ground.places[left], ground.places[right]
    if one.geonameid is not None and two.geonameid is not None:
        return one.geonameid == two.geonameid
    return one.name == two.name


def _join(ground: Ground, found: dict[str, Series], named: Named) -> None:
    """Puts a mention without a name where it belongs, or makes a series named after its place."""
    where = named.place if named.place is not None else _where(ground, named)
    if named.place is None and where is not None:
        named = replace(named, place=where)
    one = _that_fits(ground, found, named, where)
    if one is None and where is not None:
        place = ground.places[where]
        if state_named(place.name) is None:
            key = f"{place.name.lower()} talks"
            named = replace(named, name=f"{place.name} talks")
            one = found.setdefault(key, Series(key))
    elif one is None and named.round is None:
        name = " ".join(ground.text.slice(named.span).replace(",", "").split())
        named = replace(named, name=name)
        one = found.setdefault(name, Series(name))
    if one is not None:
        one.mentions.append(named)


def _where(ground: Ground, named: Named) -> int | None:
    """The place of a round: the phrase of its clause, or the city that hosts it."""
    index = named.round if named.round is not None else named.talks
    verb = ground.clause(index)
    city = subject_place(ground, verb)
    if city is not None:
        return city
    place = venue(ground, index, verb, (named.talks,))
    return place.index if place else None


def _that_fits(
    ground: Ground, found: dict[str, Series], named: Named, where: int | None
) -> Series | None:
    """The series of the report that a mention without a name fits: by place, by country of the
    place, by topic, else the last one named before it if nothing speaks against it."""
    country = _country(ground, named, where)
    best: tuple[int, int, Series] | None = None
    for one in found.values():
        if not any(ground.lemmas[n.talks] in _HAVE_ROUNDS for n in one.mentions):
            continue
        topics = {n.topic for n in one.mentions if n.topic}
        lands = {ground.places[n.place].country for n in one.mentions if n.place is not None}
        lands |= {_named_land(ground, n) for n in one.mentions}
        marks = 0
        if named.topic and topics:
            if named.topic not in topics:
                continue
            marks += 2
        if country and lands - {None}:
            if country in lands:
                marks += 3
            elif named.talks != named.round:
                continue
        before = [n.span.start for n in one.mentions if n.span.start < named.span.start]
        if not before and not marks:
            continue
        rank = (marks, max(before, default=-1), one)
        if best is None or rank[:2] > best[:2]:
            best = rank
    return best[2] if best else None


def _country(ground: Ground, named: Named, where: int | None) -> str | None:
    if where is not None:
        return ground.places[where].country
    index = named.round if named.round is not None else named.talks
    host = hosting_state(ground, ground.clause(index))
    return ground.actors[host].country if host is not None else None


def _named_land(ground: Ground, named: Named) -> str | None:
    """The country whose place a series is called after, where the mention itself has none."""
    return land_of(named.name) if named.place is None else None


# --- roles ------------------------------------------------------------------------------------


def _own_roles(ground: Ground, named: Named) -> list[Role]:
    """Parties and hosts that the mention itself names."""
    found = [
        Role(a, "party", _proof(ground, named.talks, named.span, "between", "talks between them"))
        for a in named.parties
    ]
    index = named.round if named.round is not None else named.talks
    gives = list(hosts(ground, named.talks)) + list(hosts(ground, index))
    host = hosting_state(ground, ground.clause(index))
    if host is not None and _is_object(ground, index):
        gives.append(host)
    found += [
        Role(a, "host", _proof(ground, index, named.span, "host", "who gives the place"))
        for a in ground.members(gives)
    ]
    return found


def _is_object(ground: Ground, index: int) -> bool:
    return index in ground.objects(ground.clause(index))


def _proof(ground: Ground, index: int, span: Span, rule: str, why: str) -> Evidence:
    start, end = ground.phrase(index)
    words = (word_at(ground.text, index, "talks_words.tsv"),)
    return Evidence(min(start, span.start), max(end, span.end), f"role: {rule}", 0.8, why, words)


def _add_roles(ground: Ground, series: list[Series]) -> None:
    """Gives every role word of the report to the series that its sentence is about."""
    if not series:
        return
    talks = frozenset(n.talks for one in series for n in one.mentions)
    rounds = frozenset(n.round for one in series for n in one.mentions if n.round is not None)
    talks |= rounds | definite_talks(ground)
    for index in role_words(ground):
        for role in roles_at(ground, index, talks):
            one = _nearest(ground, series, index)
            if one is not None:
                one.roles.append(role)


def _nearest(ground: Ground, series: list[Series], index: int) -> Series | None:
    """The series mentioned nearest to a token in its sentence, else the last before it."""
    start = ground.text.tokens[index].start
    here = ground.text.sentence_of[index]
    best: tuple[int, Series] | None = None
    last: tuple[int, Series] | None = None
    for one in series:
        for named in one.mentions:
            distance = abs(named.span.start - start)
            if ground.text.sentence_of[named.talks] == here:
                if best is None or distance < best[0]:
                    best = (distance, one)
            elif named.span.start < start and (last is None or named.span.start > last[0]):
                last = (named.span.start, one)
    if best is not None:
        return best[1]
    if last is None and len(series) == 1:
        return series[0]
    return last[1] if last else None


# --- the finding ------------------------------------------------------------------------------


def _process(ground: Ground, one: Series) -> Process:
    named = [n for n in one.mentions if n.name]
    called = [n for n in named if n.key is not None]
    best = max(named, key=lambda n: (n.score, n.name != n.name.lower(), -n.span.start))
    written = {" ".join(ground.text.slice(n.span).split()) for n in called}
    written = {name for name in written if " " in name}
    names = sorted({n.name for n in named} | written - {best.name})
    topics = [n.topic for n in sorted(one.mentions, key=lambda n: -n.score) if n.topic]
    first = min(named, key=lambda n: n.span)
    proof = best if best.score > first.score else first
    return Process(
        name=best.name,
        evidence=Evidence(*proof.span, "talks", proof.score, proof.why, _words(ground, proof)),
        aliases=tuple(n for n in names if n != best.name),
        topic=topics[0] if topics else None,
        rounds=_joined_rounds(one.rounds),
        roles=_joined_roles(one.roles),
    )


def _words(ground: Ground, named: Named) -> tuple[Word, ...]:
    """The noun that names talks, by the name that is well known where it ends one."""
    known = flat(ground.text.slice(named.span))
    name = "processes.tsv" if known in aliases()[1] else "talks_words.tsv"
    return (word_at(ground.text, named.talks, name, known),)


def _joined_rounds(rounds: list[Round]) -> tuple[Round, ...]:
    """Rounds of one number, or of one day, told once, with what each telling knows of them."""
    kept: list[Round] = []
    for one in rounds:
        for n, known in enumerate(kept):
            if _same_round(known, one):
                kept[n] = replace(
                    known,
                    number=known.number or one.number,
                    start=known.start or one.start,
                    end=known.end or one.end,
                    place=known.place or one.place,
                    host=known.host or one.host,
                )
                break
        else:
            kept.append(one)
    far = 10_000
    return tuple(sorted(kept, key=lambda r: (r.number or far, r.start or "", r.evidence.start)))


def _same_round(known: Round, one: Round) -> bool:
    if known.number is not None and one.number is not None:
        return known.number == one.number and (
            None in (known.start, one.start) or known.start == one.start
        )
    return known.start is not None and known.start == one.start


def _joined_roles(roles: list[Role]) -> tuple[Role, ...]:
    """Each role of each actor once, with its first evidence; parties that begin to talk are no
    initiators."""
    kept: dict[tuple[str, int], Role] = {}
    parties = {role.actor for role in roles if role.evidence.rule == "role: between"}
    for role in sorted(roles, key=lambda r: (r.evidence.start, r.evidence.end)):
        if role.role != "initiator" or role.actor not in parties:
            kept.setdefault((role.role, role.actor), role)
    return tuple(sorted(kept.values(), key=lambda r: (r.evidence.start, r.role, r.actor)))
