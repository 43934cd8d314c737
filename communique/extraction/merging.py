"""The same event told more than once in one report becomes one event, with the fullest telling as
its evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from communique.extraction.frames import Scene
from communique.model.findings import Event

FACE_TO_FACE = frozenset(
    {
        "meeting",
        "talks",
        "negotiations",
        "consultations",
        "exchange of views",
        "dialogue",
        "audience",
        "session",
    }
)
"""Formats that are words for one thing: two people who meet also talk."""


def merged(scene: Scene, told: Sequence[Event]) -> list[Event]:
    """The events, those that tell the same thing joined."""
    kept: list[Event] = []
    for event in told:
        for n, known in enumerate(kept):
            if _same(scene, known, event):
                kept[n] = _joined(scene, known, event)
                break
        else:
            kept.append(event)
    return kept


def _same(scene: Scene, known: Event, event: Event) -> bool:
    if (known.type, known.mode, known.aux) != (event.type, event.mode, event.aux):
        return False
    if _kind(known) != _kind(event) or known.process != event.process:
        return False
    if {*known.actors, *known.recipients} != {*event.actors, *event.recipients}:
        return False
    if event.type not in {"CONSULT", "AGREE"} and known.about != event.about:
        return False
    if None not in (known.place, event.place) and known.place != event.place:
        return scene.places[known.place].name == scene.places[event.place].name  # type: ignore[index]
    return _same_day(scene, known.time, event.time)


def _kind(event: Event) -> str | None:
    return "meeting" if event.format in FACE_TO_FACE else event.format


def _same_day(scene: Scene, left: int | None, right: int | None) -> bool:
    if left is None or right is None or left == right:
        return True
    one, two = scene.times[left].start, scene.times[right].start
    return one is None or two is None or one.startswith(two) or two.startswith(one)


def _joined(scene: Scene, known: Event, event: Event) -> Event:
    """Two tellings as one: the fuller one's evidence, what only the other has added."""
    best, other = (event, known) if fullness(event) > fullness(known) else (known, event)
    return replace(
        best,
        contexts=tuple(sorted({*best.contexts, *other.contexts})),
        hosts=best.hosts or other.hosts,
        occasion=best.occasion or other.occasion,
        place=best.place if best.place is not None else other.place,
        time=best.time if best.time is not None else other.time,
        about=tuple(dict.fromkeys((*known.about, *event.about))),
    )


def fullness(event: Event) -> tuple[int, float]:
    """How much a telling says of the circumstances, and how sure it is."""
    said = [event.place, event.time, event.occasion, event.process]
    return sum(part is not None for part in said), event.evidence.score
