"""From many readings to one account, on one screen: pure, the same for every order of reports."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from communique.model.identity import Judgement
from communique.model.record import ReadReport, Record
from communique.record.agreements import find_agreements
from communique.record.corpus import Corpus
from communique.record.decisions import understood
from communique.record.differences import find_differences
from communique.record.entities import find_entities
from communique.record.matching import match_events
from communique.record.occurrences import find_occurrences
from communique.record.offices import find_offices
from communique.record.origins import find_origins
from communique.record.processes import find_talks, process_rows
from communique.record.publication import published_days, report_rows, stated_days
from communique.record.statements import find_statements


def link(reads: Iterable[ReadReport], decisions: Sequence[Judgement] = ()) -> Record:
    """The record of these readings, as far as a person has not decided otherwise.

    A decision names two findings by their keys (see corpus.py) or two rows by their ids. Linking
    half of the readings and later all of them gives what linking all at once gives.
    """
    corpus = Corpus.of(reads)
    decided = understood(corpus, decisions)
    origins = find_origins(corpus)
    entities = find_entities(corpus, decided)
    talks = find_talks(corpus, entities, decided)
    stated = stated_days(corpus)
    first = match_events(corpus, entities, talks.of, stated, decided)
    reports = report_rows(corpus, origins, first)
    published = published_days(corpus, reports)
    # The days inferred for undated reports may place more of their events.
    events = match_events(corpus, entities, talks.of, published, decided, first)
    occurrences = find_occurrences(corpus, entities, origins, events)
    offices = find_offices(corpus, entities, published)
    said = find_statements(corpus, entities, occurrences, offices, origins, published, decided)
    deals = find_agreements(corpus, entities, occurrences, published, decided)
    processes = process_rows(corpus, entities, talks, occurrences)
    judgements = (
        *entities.judgements,
        *talks.judgements,
        *events.judgements,
        *said.judgements,
        *deals.judgements,
        *decisions,
    )
    return Record(
        reports=reports,
        entities=entities.shown,
        offices=offices.rows,
        occurrences=occurrences.rows,
        statements=said.rows,
        agreements=deals.rows,
        processes=processes,
        differences=find_differences(corpus, entities, occurrences, talks, processes, deals),
        judgements=tuple(sorted(judgements, key=_place)),
    )


def _place(judgement: Judgement) -> tuple[str, ...]:
    j = judgement
    return j.left, j.right, j.by, j.at or "", j.verdict, str(j.score)
