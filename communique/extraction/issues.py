"""What a statement is about: the issues that its words name, and the states it speaks of."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from communique.extraction.clauses import conjuncts
from communique.lexicon.load import table, words
from communique.model.text import Name, Span, Text

_PLAIN = frozenset({"in", "inside", "across", "into", "over", "about", "on"})
"""Prepositions that make a state the topic whatever they hang on ("the minister in Mali")."""
_ANY, _NONE = "*", "-"
_THEMES = frozenset(
    {"security", "intelligence", "people", "civilian", "citizen", "country", "nation", "state"}
)
"""Words of people_words.tsv that are as often what one speaks of as who acts."""
_TOPIC_PREPOSITIONS = frozenset(
    {"in", "on", "over", "about", "of", "against", "regarding", "concerning", "for", "toward"}
    | {"between", "among", "towards", "into", "inside", "across", "within", "at", "from", "to"}
)


@cache
def _triggers() -> Mapping[str, tuple[tuple[tuple[str, ...], tuple[str, ...], str], ...]]:
    """By first word, longest first: the words of each trigger, the issues it gives, and how the
    file writes it."""
    issues: dict[tuple[str, ...], list[str]] = {}
    written: dict[tuple[str, ...], str] = {}
    for row in table("issues.tsv"):
        trigger = tuple(_words(row["trigger"]))
        issues.setdefault(trigger, []).append(row["issue"])
        written.setdefault(trigger, row["trigger"])
    by_first: dict[str, list[tuple[tuple[str, ...], tuple[str, ...], str]]] = {}
    for trigger, given in issues.items():
        by_first.setdefault(trigger[0], []).append((trigger, tuple(given), written[trigger]))
    return {
        first: tuple(sorted(found, key=lambda f: (-len(f[0]), f[0])))
        for first, found in by_first.items()
    }


def _words(phrase: str) -> list[str]:
    return [
        part if part.isupper() and len(part) > 1 else part.lower()
        for part in phrase.replace("-", " ").split()
    ]


@cache
def _states() -> Mapping[str, str]:
    """Every name and adjective of a state, small, and the state's usual name."""
    found: dict[str, str] = {}
    for row in table("states.tsv"):
        names = [row["name"], row["official"], *row["variants"].split("|")]
        for name in [*names, *row["demonyms"].split("|")]:
            if name:
                found.setdefault(_flat(name), row["name"])
    return found


def _flat(name: str) -> str:
    name = name.replace("\u2019", "'").lower()
    return name.removeprefix("the ").removesuffix("'s")


def state_named(name: str) -> str | None:
    """The usual name of the state that a name or adjective stands for."""
    return _states().get(_flat(name)) or _states().get(_flat(name).removesuffix("s"))


@cache
def _codes() -> Mapping[str, str]:
    """The usual names of states by their codes; of former states that share one, the first."""
    found: dict[str, str] = {}
    for row in table("states.tsv"):
        if row["iso3"]:
            found.setdefault(row["iso3"], row["name"])
    return found


def state_of_code(code: str | None) -> str | None:
    """The usual name of the state with an ISO 3166-1 alpha-3 code."""
    return None if code is None else _codes().get(code)


def code_of_state(name: str) -> str | None:
    """The code of the state that a name stands for."""
    usual = state_named(name)
    return next((code for code, known in _codes().items() if known == usual), None)


def issues_of(
    text: Text,
    spans: Sequence[Span],
    own: Collection[str],
    more: Iterable[tuple[int, str]] = (),
) -> tuple[str, ...]:
    """The issues that some stretches of a report name, in the order in which they do.

    `own` are the names of states that speak: they are no topic of their own words. `more` are
    issues known otherwise, with the characters that name them.
    """
    tokens = [i for start, end in spans for i in text.tokens_in(start, end)]
    found = [*_by_words(text, tokens), *_by_states(text, spans, set(own))]
    found += [(at, issue) for at, issue in more if issue not in own]
    return tuple(dict.fromkeys(issue for _, issue in sorted(found)))


def _by_words(text: Text, tokens: Sequence[int]) -> list[tuple[int, str]]:
    return [(hit.start, hit.issue) for hit in issue_words(text, tokens)]


class Hit(NamedTuple):
    """Words that name an issue, and the trigger of issues.tsv that they are."""

    start: int
    end: int
    trigger: str
    issue: str


class _Heard(NamedTuple):
    start: int
    end: int
    forms: tuple[str, ...]


def issue_words(text: Text, tokens: Sequence[int]) -> list[Hit]:
    """The words among some tokens that name issues, in order."""
    known = _triggers()
    heard: list[_Heard] = []
    for index in tokens:
        word, token = text.word(index), text.tokens[index]
        if "-" not in word:
            forms = (token.lemma.lower(), word.lower(), word)
            heard.append(_Heard(token.start, token.end, forms))
            continue
        parts, base = word.split("-"), token.lemma.lower().split("-")
        if len(parts) != len(base):
            base = [part.lower() for part in parts]
        for part, stem in zip(parts, base, strict=True):
            if part:
                heard.append(_Heard(token.start, token.end, (stem, part.lower(), part)))
    found: list[Hit] = []
    at = 0
    while at < len(heard):
        step = 1
        for form in heard[at].forms:
            for trigger, given, written in known.get(form, ()):
                if _follows(heard, at, trigger):
                    end = heard[at + len(trigger) - 1].end
                    hits = (Hit(heard[at].start, end, written, i) for i in given if i != _NONE)
                    found.extend(hits)
                    step = max(step, len(trigger))
                    break
        at += step
    return found


def _follows(heard: Sequence[_Heard], at: int, trigger: Sequence[str]) -> bool:
    if at + len(trigger) > len(heard):
        return False
    return all(word == _ANY or word in heard[at + n].forms for n, word in enumerate(trigger))


def _by_states(text: Text, spans: Sequence[Span], own: set[str]) -> list[tuple[int, str]]:
    """States in the place of a topic: "in Mali", "the Malian crisis", "Mali's elections"."""
    found = []
    for name in text.names:
        if name.type not in ("place", "nationality", "organization"):
            continue
        if not any(start <= name.start and name.end <= end for start, end in spans):
            continue
        state = state_named(text.slice((name.start, name.end)))
        if state is None and name.type == "organization":  # "the Malian Reform Committee"
            state = _state_of_body(text, name)
        if state is not None and state not in own and _is_topic(text, name.start, name.end, own):
            found.append((name.start, state))
    return found


def _state_at(text: Text, index: int) -> str | None:
    """The state whose name holds a token."""
    at = text.tokens[index].start
    return next(
        (state_named(text.slice((n.start, n.end))) for n in text.names if n.start <= at < n.end),
        None,
    )


def _is_person(text: Text, index: int) -> bool:
    at = text.tokens[index].start
    return any(n.type == "person" and n.start <= at < n.end for n in text.names)


def _is_people(noun: str) -> bool:
    """Whether a noun is of those who act for a state: their state is no topic."""
    return noun in words("people_words.tsv") and noun not in _THEMES


def _state_of_body(text: Text, name: Name) -> str | None:
    """The state whose name opens that of a body, unless the body is of those who act for it."""
    head = text.head_of(name.start, name.end)
    if head is None or _is_people(text.tokens[head].lemma.lower()):
        return None
    return state_named(text.slice((name.start, name.end)).split()[0])


def _is_topic(text: Text, start: int, end: int, own: set[str]) -> bool:
    """Not what acts ("Kenya will ..."), and not the other side of "between us and Kenya"."""
    head = text.head_of(start, end)
    if head is None:
        return False
    while text.tokens[head].deprel == "conj" and text.tokens[head].head >= 0:
        head = text.tokens[head].head
    if any(_state_at(text, part) in own for part in conjuncts(text, head)):
        return False
    token = text.tokens[head]
    if token.deprel in ("amod", "compound", "nmod:poss", "poss", "nmod:desc"):
        return _is_subject_matter(text, token.head)
    cases = [c for c in text.children[head] if text.tokens[c].deprel == "case"]
    opener = cases[0] if cases else token.head if token.deprel == "pobj" else -1
    if opener >= 0:
        preposition = text.tokens[opener].lemma.lower()
        if preposition not in _TOPIC_PREPOSITIONS or preposition in _PLAIN:
            return preposition in _PLAIN
        owner = token.head if cases else text.tokens[opener].head
        return _is_subject_matter(text, owner)
    return token.deprel in ("obj", "dobj", "nsubj:pass", "nsubjpass", "appos", "flat")


def _is_subject_matter(text: Text, owner: int) -> bool:
    """Of "the Kenyan minister" Kenya is no topic where the minister acts, or is met."""
    if owner < 0:
        return True
    if not _is_people(text.tokens[owner].lemma.lower()):
        return not _is_person(text, owner)
    token = text.tokens[owner]
    cases = [c for c in text.children[owner] if text.tokens[c].deprel == "case"]
    return (
        token.deprel in ("nmod", "obl", "conj")
        and bool(cases)
        and text.tokens[cases[0]].lemma.lower() in _TOPIC_PREPOSITIONS
    )
