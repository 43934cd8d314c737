"""Everything one report says, on one screen: the calls in order, the arguments the dependencies."""

from __future__ import annotations

from communique.extraction.actors import find_actors
from communique.extraction.agreements import find_agreements
from communique.extraction.described import with_described
from communique.extraction.events import find_events
from communique.extraction.ground import Ground
from communique.extraction.parties import kept
from communique.extraction.places import find_places
from communique.extraction.processes import find_processes
from communique.extraction.saying import with_times
from communique.extraction.statements import find_statements
from communique.extraction.times import find_times
from communique.model.reading import Method, Reading
from communique.model.report import Report
from communique.model.text import Text


def extract(report: Report, text: Text, method: Method) -> Reading:
    """When, where, who, what happened, who said what, what was agreed, where the talks stand."""
    times = find_times(report, text)
    places = find_places(report, text)
    actors, mentions = find_actors(report, text, places)
    ground = Ground(text, times, places, actors, mentions)
    wide, doers = with_described(ground)
    statements = find_statements(report, text, wide.actors, wide.mentions)
    processes = find_processes(ground)
    events = find_events(report, doers, statements, processes)
    statements = with_times(report, ground, times, statements, events)
    agreements = find_agreements(report, doers, statements, events, processes)
    reading = Reading(
        times=times,
        places=places,
        actors=wide.actors,
        mentions=wide.mentions,
        events=events,
        statements=statements,
        agreements=agreements,
        processes=processes,
        method=method,
    )
    return kept(ground, wide, reading)
