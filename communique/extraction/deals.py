"""Agreements as their nouns tell them, and which nouns of a report name the same one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from communique.extraction.agreement_words import Kind, kind_of
from communique.extraction.deciding import word_at
from communique.extraction.ground import Ground
from communique.extraction.issues import issues_of, state_named
from communique.extraction.signatories import named_parties, signatories
from communique.extraction.stages import STATED, Telling, ruling_verb, tellings
from communique.extraction.timing import Timing
from communique.model.findings import Evidence, Stage, Word
from communique.model.text import Span

_MATTERS = frozenset({"issue", "matter", "affair", "question", "area", "sphere", "field", "sector"})
_ABOUT = ("on", "about", "over", "regarding", "concerning")
_WIDER = frozenset({"regime", "agreement", "deal", "accord"})
"""Nouns that a kind may stand before: "ceasefire regime", "truce deal"."""
_GENERAL = frozenset({"agreement", "accord"})
_MEANT = frozenset({"agreement", "accord", "treaty", "ceasefire", "memorandum of understanding"})
"""Types that "the agreement" or "the accord" may mean."""
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "both"})
_STATEMENTS = frozenset({"joint statement", "declaration"})
"""Types in which something can be said."""
_PASSING = frozenset({"without", "despite"})
_FROM = frozenset({"under", "in", "by", "through"})
"""Prepositions of an agreement whose parties do what its clause tells: "under the accord, …"."""


@dataclass(frozen=True, slots=True)
class Staged:
    """A stage, whether it is only to come, and whether a clause that describes the agreement tells
    it, so that it was before what the main clause tells."""

    stage: Stage
    ahead: bool
    inner: bool


@dataclass(frozen=True, slots=True)
class Deal:
    """What one noun, or several of the same agreement, tell of it. `tops` are the tokens that
    head them; `known` when the last takes the agreement for known."""

    type: str
    tops: tuple[int, ...]
    parties: tuple[int, ...]
    topics: tuple[str, ...]
    stages: tuple[Staged, ...]
    evidence: Evidence
    known: bool


def deals(ground: Ground, timing: Timing) -> list[Deal]:
    """The agreements that nouns and pronouns tell of, in the order of the text."""
    kinds = {i: k for i in range(len(ground.text.tokens)) if (k := kind_of(ground, i)) is not None}
    found = [d for i, k in kinds.items() if (d := _named(ground, timing, i, k)) is not None]
    found += list(_stood_for(ground, timing, kinds))
    return sorted(found, key=lambda d: d.tops)


def joined(ground: Ground, found: Sequence[Deal]) -> list[Deal]:
    """The agreements, those that several nouns tell of as one; of several that fit the latest."""
    kept: list[Deal] = []
    chains = _chains(ground)
    for deal in found:
        for n in reversed(range(len(kept))):
            if _chained(ground, chains, kept[n], deal) or _meant(ground, kept[n], deal):
                kept[n] = _both(ground, kept[n], deal)
                break
        else:
            kept.append(deal)
    return [d for d in kept if d.tops and not _pronoun(ground, d.tops[0])]


def _named(ground: Ground, timing: Timing, index: int, kind: Kind) -> Deal | None:
    top, needs = index, kind.needs
    if ground.rels[index] in {"compound", "nmod", "amod"} and ground.head(index) > index:
        top = ground.head(index)
        if ground.lemmas[top] not in _WIDER:
            return None
        needs = needs and kind_of(ground, top) is None
    elif any(kind_of(ground, k) for k in ground.kids(index, "compound")):
        return None
    if ground.case(top) in _PASSING or _amount(ground, top):
        return None
    known = is_known(ground, top)
    told = _heard(ground, top, tellings(ground, timing, top), known)
    spoken = [t for t in told if (t.word.entry or "").startswith("cues.tsv")]
    if kind.type not in _STATEMENTS or any(t.status == STATED for t in told if t not in spoken):
        told = [t for t in told if t not in spoken]
    parties, how = _between(ground, top, told) if told else (named_parties(ground, (top,)), "")
    if not told and (needs or len(parties) < 2):
        return None
    statuses = {t.status for t in told}
    vague = _many(ground, top) or (_bare(ground, top) and not statuses & {"agreed", "signed"})
    if needs and vague and (len(parties) < 2 or statuses <= {"proposed"}):
        return None
    if not parties and statuses <= {"proposed"} and kind.type != "ceasefire":
        return None
    proof = _proof(ground, index, top, kind.type, None, how)
    return Deal(
        type=kind.type,
        tops=(top,),
        parties=parties,
        topics=_topics(ground, top),
        stages=tuple(_stage(ground, index, top, kind.type, t, how) for t in told),
        evidence=proof,
        known=known,
    )


def _stood_for(ground: Ground, timing: Timing, kinds: dict[int, Kind]) -> Iterator[Deal]:
    """What is told of agreements that pronouns stand for, by the reader's chains."""
    for chain in ground.text.chains:
        heads = [h for h in chain.heads if h is not None]
        named = [kinds[h] for h in heads if h in kinds]
        for head in heads if named else ():
            told = tellings(ground, timing, head) if _pronoun(ground, head) else []
            if told:
                parties, how = signatories(ground, (head,), [t.verb for t in told])
                type = named[0].type
                stages = tuple(_stage(ground, head, head, type, t, how) for t in told)
                yield Deal(type, (head,), parties, (), stages, stages[0].stage.evidence, True)


def _heard(ground: Ground, top: int, told: list[Telling], known: bool) -> list[Telling]:
    """What is told of an agreement, each stage of one time once. What is said to be discussed or
    sought is no proposal if it is known or was made before."""
    made = known or any(t.inner and t.status != "proposed" for t in told)
    if made:
        told = [t for t in told if t.status != "proposed" or ground.head(t.index) == top]
    return list({(t.status, t.when.time if t.when else None): t for t in told}.values())


def _bare(ground: Ground, top: int) -> bool:
    """Whether a noun stands alone: "seek agreement"."""
    return not ground.kids(top, "det", "amod", "compound", "nummod", "nmod", "acl")


def _amount(ground: Ground, top: int) -> bool:
    """ "a great deal of": no agreement."""
    much = {ground.lower[k] for k in ground.kids(top, "amod")} & {"good", "great"}
    return ground.lemmas[top] == "deal" and bool(much) and bool(ground.obliques(top, "of"))


def _many(ground: Ground, top: int) -> bool:
    """Whether a noun means any of its kind: "settlements", "such deals"."""
    told = {ground.lower[k] for k in ground.kids(top, "det")}
    return ground.text.tokens[top].xpos == "NNS" and not told & {"the", "these", "those", "both"}


def _pronoun(ground: Ground, index: int) -> bool:
    return ground.text.tokens[index].upos == "PRON"


def is_known(ground: Ground, top: int) -> bool:
    """Whether a noun takes the agreement for known: "the accord", "its treaty with", "Kenya's"."""
    if any(ground.lower[k] in _DEFINITE for k in ground.kids(top, "det")):
        return True
    return any(ground.text.tokens[k].deprel == "nmod:poss" for k in ground.kids(top, "nmod"))


def _between(ground: Ground, top: int, told: Sequence[Telling]) -> tuple[tuple[int, ...], str]:
    """The parties, by the noun's phrases and by the verbs that say what became of it."""
    nouns = [top, *(k for k in ground.kids(top, "nmod") if ground.case(k) == "of")]
    ruling = ruling_verb(ground, top)
    inner = [t.verb for t in told if t.inner]
    described, how = signatories(ground, nouns, inner) if inner else ((), "")
    if len(described) > 1:
        return described, how
    verbs = [t.verb for t in told]
    if ruling is not None and ruling not in verbs and not ground.case(top):
        verbs.insert(0, ruling)
    found, how = signatories(ground, nouns, verbs)
    if len(found) < 2 and ruling is not None and ground.case(top) in _FROM:
        wider = signatories(ground, nouns, [ruling])
        return wider if len(wider[0]) > len(found) else (found, how)
    return found, how


def _stage(ground: Ground, index: int, top: int, type: str, told: Telling, how: str) -> Staged:
    when = told.when
    stage = Stage(
        status=told.status,
        evidence=_proof(ground, index, top, type, told, how),
        time=when.time if when else None,
        time_from=when.source if when else None,
    )
    return Staged(stage, told.ahead, told.inner)


def _proof(
    ground: Ground, index: int, top: int, type: str, told: Telling | None, how: str
) -> Evidence:
    start, end = _own_phrase(ground, top)
    stands = _pronoun(ground, index)
    words: tuple[Word, ...] = ()
    if not stands:
        words = (word_at(ground.text, index, "agreements.tsv"),)
    why = f"'{ground.text.word(index)}' {'stands for' if stands else 'names'} it"
    if told is not None:
        if told.extent:
            token = ground.text.tokens[told.index]
            start, end = min(start, token.start), max(end, token.end)
        words += (told.word,)
        said = ground.text.slice(Span(told.word.start, told.word.end))
        why += f", '{said}' says it is {told.status}"
    why += how
    if told is not None and told.when is not None:
        why += f"; its time by {told.when.source}: {told.when.why}"
    return Evidence(start, end, f"agreement: {type}", 0.8 if told else 0.6, why, words)


def _topics(ground: Ground, top: int) -> tuple[str, ...]:
    """What an agreement is on: the adjectives of "on economic and security issues" as written, and
    the issues that its phrase names."""
    spans = []
    found: list[str] = []
    for token in ground.obliques(top, *_ABOUT):
        spans.append(ground.whole(token))
        if ground.lemmas[token] in _MATTERS:
            for kid in ground.kids(token, "amod", "compound"):
                found += [ground.lower[c] for c in ground.conjuncts(kid)]
    found += issues_of(ground.text, spans, ())
    named = issues_of(ground.text, [_own_phrase(ground, top)], ())
    found += [issue for issue in named if state_named(issue) is None]
    return tuple(dict.fromkeys(found))


def _own_phrase(ground: Ground, top: int) -> Span:
    """The phrase of a noun without what is coordinated with it."""
    span = ground.phrase(top)
    others = [ground.whole(k).start for k in ground.kids(top, "conj") if k > top]
    return Span(span.start, min([span.end, *others]))


# --- which nouns name the same agreement --------------------------------------------------------


def _chains(ground: Ground) -> dict[int, set[int]]:
    """By token, the reader's chains that it heads a mention of."""
    found: dict[int, set[int]] = {}
    for number, chain in enumerate(ground.text.chains):
        for head in chain.heads:
            found.setdefault(head, set()).add(number)
    return found


def _chained(ground: Ground, chains: Mapping[int, set[int]], known: Deal, deal: Deal) -> bool:
    """Whether the reader's chains join two mentions."""
    mine = chains.get(deal.tops[0], set())
    joined = any(mine & chains.get(top, set()) for top in known.tops)
    return joined and not _apart(ground, known, deal)


def _meant(ground: Ground, known: Deal, deal: Deal) -> bool:
    """Whether a noun means an agreement told of before: by the same kind of noun and nothing said
    against it, where it takes it for known; else by the same parties, topics and stages."""
    if _apart(ground, known, deal) or _pronoun(ground, deal.tops[0]):
        return False
    if _pointed(ground, deal.tops[0]) and not _near(ground, known, deal):
        return False
    within = _sides(ground, deal) <= _sides(ground, known)
    bare = deal.type in _GENERAL and not deal.topics and within
    if deal.type != known.type and not (deal.known and bare and known.type in _MEANT):
        return False
    mine, theirs = _sides(ground, known), _sides(ground, deal)
    if deal.known or deal.type == "ceasefire":
        topical = not deal.topics or not known.topics or {*deal.topics} & {*known.topics}
        return bool(topical) and (theirs <= mine or mine <= theirs)
    statuses = {s.stage.status for s in deal.stages}
    again = statuses <= {s.stage.status for s in known.stages}
    return again and theirs <= mine and {*deal.topics} <= {*known.topics}


def _pointed(ground: Ground, top: int) -> bool:
    """Whether a noun points back to what was just told: "that accord"."""
    return any(ground.lower[k] in {"this", "that"} for k in ground.kids(top, "det"))


def _near(ground: Ground, known: Deal, deal: Deal) -> bool:
    """Whether one was told of in the sentence of another, or in that before it."""
    sentences = ground.text.sentence_of
    return sentences[deal.tops[0]] - max(sentences[t] for t in known.tops) <= 1


def _sides(ground: Ground, deal: Deal) -> frozenset[object]:
    """The parties by their countries; persons as their states, those of none as anybody."""
    cast = ((ground.actors[a], a) for a in deal.parties)
    return frozenset(one.country or a for one, a in cast if one.country or one.type != "person")


def _apart(ground: Ground, known: Deal, deal: Deal) -> bool:
    """Whether two tell the same stage of other days, or are of two pairs of parties."""
    mine, theirs = _sides(ground, known), _sides(ground, deal)
    if len(mine) > 1 and len(theirs) > 1 and not (mine <= theirs or theirs <= mine):
        return True
    days = {(s.stage.status, _day(ground, s.stage)) for s in known.stages}
    for staged in deal.stages:
        day = _day(ground, staged.stage)
        for status, other in days:
            if status != staged.stage.status or not day or not other:
                continue
            if not (day.startswith(other) or other.startswith(day)):
                return True
    return False


def _day(ground: Ground, stage: Stage) -> str | None:
    if stage.time is None or stage.time_from == "report":
        return None
    start = ground.times[stage.time].start
    return start if start and "X" not in start else None


def _both(ground: Ground, known: Deal, deal: Deal) -> Deal:
    """Two tellings as one: the wider parties, all topics, every stage once."""
    mine, theirs = _sides(ground, known), _sides(ground, deal)
    stages = {(s.stage.status, _day(ground, s.stage)): s for s in (*deal.stages, *known.stages)}
    dated = {status for status, day in stages if day}
    kept = [s for (status, day), s in stages.items() if day or status not in dated]
    return replace(
        known,
        tops=(*known.tops, *deal.tops),
        parties=deal.parties if mine < theirs else known.parties,
        topics=tuple(dict.fromkeys((*known.topics, *deal.topics))),
        stages=tuple(kept),
    )
