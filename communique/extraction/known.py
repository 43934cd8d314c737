"""What the lexicon knows in a text: states, organisations, titles, ranks and kinds of bodies."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from communique.extraction.atoms import Atoms, Phrases
from communique.lexicon.load import Row, table, words


class StateName(NamedTuple):
    """One way to name a state. `kind`: name, demonym, people (its plural), capital, seat or
    prefix ("Franco")."""

    name: str
    iso3: str | None
    kind: str


class Title(NamedTuple):
    """An entry of offices.tsv as found: in the singular or the plural."""

    row: Row
    plural: bool


@dataclass(slots=True)
class Known:
    """What was found, by first atom; `*_end` give the first atom by the last excluded."""

    states: dict[int, tuple[int, StateName]] = field(default_factory=dict)
    organizations: dict[int, tuple[int, Row]] = field(default_factory=dict)
    titles: dict[int, tuple[int, Title]] = field(default_factory=dict)
    ranks: dict[int, tuple[int, Row]] = field(default_factory=dict)
    bodies: dict[int, tuple[int, Row]] = field(default_factory=dict)
    portfolios: dict[int, int] = field(default_factory=dict)
    state_end: dict[int, int] = field(default_factory=dict)
    organization_end: dict[int, int] = field(default_factory=dict)
    body_end: dict[int, int] = field(default_factory=dict)
    portfolio_end: dict[int, int] = field(default_factory=dict)


def plural(phrase: str) -> str:
    """The plural of a title: of its first word before "of" or "for", else of its last word."""
    words_ = phrase.split(" ")
    stops = [i for i, word in enumerate(words_) if word in {"of", "for", "in", "at", "without"}]
    head = (stops[0] if stops and stops[0] else len(words_)) - 1
    word = words_[head]
    if word.endswith(("man", "woman")):
        word = word[:-2] + "en"
    elif word.endswith("y") and word[-2:-1] not in "aeiou":
        word = word[:-1] + "ies"
    elif word.endswith(("s", "x", "ch", "sh")) and not word.endswith("arch"):
        word += "es"
    else:
        word += "s"
    return " ".join([*words_[:head], word, *words_[head + 1 :]])


def singular(title: str, row: Row) -> str:
    """A title in the plural ("Foreign Ministers") as one ("Foreign Minister")."""
    many = plural(row["title"])
    at = title.lower().replace("-", " ").rfind(many)
    if at < 0:
        return title
    one = row["title"]
    if title[at].isupper():
        one = " ".join(
            w if w in {"of", "for", "in", "at", "the"} else w.capitalize() for w in one.split()
        )
    return title[:at] + one + title[at + len(many) :]


@cache
def state_names() -> Phrases[StateName]:
    """Names, demonyms, capitals and seats of states, as written (and in capitals)."""
    entries: list[tuple[str, StateName]] = []

    def add(form: str, name: str, iso3: str | None, kind: str) -> None:
        if form:
            entries.append((form, StateName(name, iso3, kind)))
            if len(form) > 3:
                entries.append((form.upper(), StateName(name, iso3, kind)))

    rows = table("states.tsv")
    names = {row["iso3"]: row["name"] for row in reversed(rows) if row["iso3"]}
    for row in rows:
        iso3 = row["iso3"] or None
        for form in (row["name"], row["official"], *row["variants"].split("|")):
            add(form, row["name"], iso3, "name")
    for row in rows:
        iso3 = row["iso3"] or None
        for form in row["demonyms"].split("|"):
            add(form, row["name"], iso3, "demonym")
            add(form and plural(form), row["name"], iso3, "people")
    for row in table("metonyms.tsv"):
        add(row["name"], names.get(row["iso3"], row["name"]), row["iso3"], row["kind"])
    for row in rows:
        for form in (row["capital"], *row["capital_variants"].split("|")):
            add(form, row["name"], row["iso3"] or None, "capital")
    return Phrases(entries)


@cache
def same_capital(name: str) -> tuple[StateName, ...]:
    """Other states, of other times, that had the capital of this one."""
    rows = table("states.tsv")
    capital = next((row["capital"] for row in rows if row["name"] == name), "")
    return tuple(
        StateName(row["name"], row["iso3"] or None, "name")
        for row in rows
        if capital and row["capital"] == capital and row["name"] != name
    )


@cache
def _organizations() -> Phrases[Row]:
    entries = []
    for row in table("organizations.tsv"):
        for form in (row["name"], *row["variants"].split("|")):
            entries.append((form, row))
            if len(form) > 5:
                entries.append((form.upper(), row))
    return Phrases([(form, row) for form, row in entries if form])


@cache
def _titles() -> Phrases[Title]:
    rows = table("offices.tsv")
    singular = [(row["title"], Title(row, False)) for row in rows]
    return Phrases(singular + [(plural(row["title"]), Title(row, True)) for row in rows])


@cache
def _ranks() -> Phrases[Row]:
    rows = table("ranks.tsv")
    return Phrases((row["rank"], row) for row in rows if not row["rank"].isupper())


@cache
def _styles() -> Phrases[Row]:
    """Forms of address in capitals: "HE the Minister", "HRH Prince NAME"."""
    return Phrases((row["rank"], row) for row in table("ranks.tsv") if row["rank"].isupper())


@cache
def _bodies() -> Phrases[Row]:
    rows = table("bodies.tsv")
    return Phrases(
        [(row["body"], row) for row in rows] + [(plural(row["body"]), row) for row in rows]
    )


@cache
def _portfolios() -> Phrases[str]:
    return Phrases((word, word) for word in sorted(words("portfolios.tsv")))


@cache
def word_set(name: str) -> frozenset[str]:
    """One of the sets of actor_words.tsv."""
    return frozenset(row["word"] for row in table("actor_words.tsv") if row["set"] == name)


@cache
def genders() -> dict[str, str]:
    """Given name in lower case → f or m."""
    return {row["name"]: row["gender"] for row in table("given_names.tsv")}


@cache
def _firsts() -> tuple[frozenset[str], frozenset[str]]:
    """The words that names of states and organisations begin with, as written, and those that
    titles, ranks, bodies and portfolios do, in lower case: most words are neither."""
    names = state_names().firsts | _organizations().firsts | _styles().firsts
    words_ = _titles().firsts | _ranks().firsts | _bodies().firsts | _portfolios().firsts
    return names, words_


def scan(atoms: Atoms) -> Known:
    """Everything the lexicon knows in a text, the longest entry at each atom."""
    known = Known()
    states, organizations, titles = state_names(), _organizations(), _titles()
    ranks, styles, bodies, portfolios = _ranks(), _styles(), _bodies(), _portfolios()
    exact, low, regions = atoms.words, atoms.lows, word_set("american")
    first_names, first_words = _firsts()
    stop = 0
    for i in range(len(atoms)):
        if i >= stop:
            # A phrase ends with its unit: a headline's last word and a lead's first are no name.
            stop = i + 1
            while stop < len(atoms) and atoms.units[stop] == atoms.units[i]:
                stop += 1
        if exact[i] in first_names:
            if not exact[i][:1].islower() and (state := states.match(exact, i, stop)):
                if low[i].startswith("america") and i and low[i - 1] in regions:
                    continue
                known.states[i] = state
                known.state_end.setdefault(state[0], i)
            if organization := organizations.match(exact, i, stop):
                known.organizations[i] = organization
                known.organization_end.setdefault(organization[0], i)
            style = styles.match(exact, i, stop)
            if style and style[0] < stop and not exact[style[0]].isupper():
                known.ranks[i] = style  # not in "HE SAID", where all is in capitals
        if low[i] not in first_words:
            continue
        if title := titles.match(low, i, stop):
            known.titles[i] = title
        if rank := ranks.match(low, i, stop):
            known.ranks[i] = rank
        if body := bodies.match(low, i, stop):
            known.bodies[i] = body
            known.body_end.setdefault(body[0], i)
        if end := portfolios.match(low, i, stop):
            known.portfolios[i] = end[0]
            known.portfolio_end.setdefault(end[0], i)
    _forget_namesakes(atoms, known)
    return known


_OF_STATE = frozenset({"GOV", "JUD", "LEG"})


@cache
def _common() -> frozenset[str]:
    """Words of which names of institutions are made the world over."""
    phrases = words("bodies.tsv", "body") | words("portfolios.tsv")
    kinds = frozenset(word for phrase in phrases for word in phrase.split())
    return (kinds | word_set("common-name")) - word_set("own-name")


def _forget_namesakes(atoms: Atoms, known: Known) -> None:
    """Leave out national bodies of a name that many states use ("Department of Justice") where
    another state stands before it, or the text speaks of others and never of theirs."""
    common = {
        i
        for i, (end, row) in known.organizations.items()
        if row["country"]
        and row["sector"] in _OF_STATE
        and all(low in _common() for low in atoms.lows[i:end])
    }
    if not common:
        return
    named = {state.iso3 for _, state in known.states.values() if state.iso3}
    named |= {row["country"] for i, (_, row) in known.organizations.items() if i not in common}
    named.discard("")
    for i in common:
        end, row = known.organizations[i]
        before = known.states.get(known.state_end.get(i, -1))
        other = before is not None and before[1].iso3 not in {None, row["country"]}
        if other or (named and row["country"] not in named):
            del known.organizations[i]
            if known.organization_end.get(end) == i:
                del known.organization_end[end]
