"""Which events of which reports are one: candidates, signs, judgements, clusters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from communique.model.identity import Judgement
from communique.record.candidates import event_pairs
from communique.record.clusters import cluster, consistent
from communique.record.corpus import Corpus, Item, row_id
from communique.record.days import Days, gap
from communique.record.entities import Entities
from communique.record.happenings import Happening, Rarity, format_kind
from communique.record.judge import WORTH_SHOWING, judge_events, worth_showing
from communique.record.rivals import only_one
from communique.record.tellings import happenings


@dataclass(frozen=True)
class Events:
    """The tellings of each occurrence, by its id, and the judgements that joined them."""

    tellings: dict[str, tuple[Happening, ...]]
    judged: tuple[Judgement, ...]
    published: dict[int, Days]

    @property
    def judgements(self) -> tuple[Judgement, ...]:
        """The judgements that a person may want to see, as they came out."""
        sets = [[h.key for h in told] for told in self.tellings.values()]
        return tuple(worth_showing(consistent(self.judged, sets), WORTH_SHOWING))


def match_events(
    corpus: Corpus,
    entities: Entities,
    processes: dict[Item, str],
    published: dict[int, Days],
    decisions: Sequence[Judgement],
    before: Events | None = None,
) -> Events:
    """The events of all reports, those that are one together.

    `published` are the days of the reports. Where some were inferred from judgements made
    `before`, these stand with their own reasons, and only what the new days touch is judged.
    """
    if before is not None and before.published == published:
        return before
    found = happenings(corpus, entities, processes, published)
    known = {h.key: h for h in found}
    judged = _judged(found, published, before)
    firm = only_one(
        judged,
        loose=lambda key: not known[key].dated,
        apart=lambda one, other: not _meet(known[one], known[other]),
    )
    sets = cluster(known, firm, decisions, lambda one, other: _may_be_one(known, one, other))
    tellings = {row_id("o", keys[0]): tuple(known[key] for key in keys) for keys in sets}
    return Events(tellings, tuple(firm), published)


def _judged(
    found: list[Happening], published: dict[int, Days], before: Events | None
) -> list[Judgement]:
    pairs, rarity = event_pairs(found), Rarity(found)
    if before is None:
        return judge_events(pairs, rarity)
    old = {(j.left, j.right): j for j in before.judged}
    dated = {n for n, days in published.items() if days != before.published[n]}
    fresh = judge_events(_touched(pairs, dated, old), rarity)
    again = {(j.left, j.right) for j in fresh}
    return [*fresh, *(j for names, j in old.items() if names not in again)]


def _touched(
    pairs: Iterator[tuple[Happening, Happening]],
    dated: set[int],
    old: dict[tuple[str, str], Judgement],
) -> Iterator[tuple[Happening, Happening]]:
    """The pairs of which a report was newly dated, but for those already found the same."""
    for left, right in pairs:
        known = old.get((left.key, right.key)) or old.get((right.key, left.key))
        if known is not None and known.verdict == "same":
            continue
        if left.item.report in dated or right.item.report in dated:
            yield left, right


def _may_be_one(known: dict[str, Happening], one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether no two dates among the tellings are more than a day apart, the formats are of one
    kind, and not each side has people whom the other lacks."""
    formats = {format_kind(f) for key in (*one, *other) if (f := known[key].format)}
    if len(formats) > 1:
        return False
    mine, theirs = (frozenset().union(*(known[key].named for key in keys)) for keys in (one, other))
    if mine - theirs and theirs - mine and len(mine & theirs) < 2:
        return False
    dated = [known[key].days for key in (*one, *other) if known[key].dated]
    firsts = [days.first for days in dated if days.first is not None]
    lasts = [days.last for days in dated if days.last is not None]
    return not firsts or (max(firsts) - min(lasts)).days <= 1


def _meet(one: Happening, other: Happening) -> bool:
    """Whether two dated tellings are of one day, or of two that follow each other."""
    days = gap(one.days, other.days)
    return days is None or days <= 1
