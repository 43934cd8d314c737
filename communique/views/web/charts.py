"""Where the dots and lines of the small pictures lie; the templates draw them as SVG."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from communique.model.identity import Occurrence
from communique.views.web.axis import Tick, axis_over, day


@dataclass(frozen=True, slots=True)
class Dot:
    """One event on a time line; `x` in per cent of its width, `row` counts from below."""

    x: float
    row: int
    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """Events by day; `rows` is the height of the tallest stack, `undated` how many are left out."""

    dots: tuple[Dot, ...]
    ticks: tuple[Tick, ...]
    rows: int
    undated: int


@dataclass(frozen=True, slots=True)
class Node:
    """An entity of the circle of meetings, at x, y in a square of 100; `anchor` as in SVG."""

    id: str
    x: float
    y: float
    label_x: float
    label_y: float
    anchor: str


@dataclass(frozen=True, slots=True)
class Edge:
    """Two entities that met `times` times."""

    left: Node
    right: Node
    times: int


@dataclass(frozen=True, slots=True)
class Circle:
    """Who meets whom: those who meet most, on a circle."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


def timeline(occurrences: Sequence[Occurrence], labels: Sequence[str]) -> Timeline:
    """Occurrences as dots from the first day to the last, stacked where they would overlap."""
    dated = [
        (found, o, label)
        for o, label in zip(occurrences, labels, strict=True)
        if (found := day(o.time))
    ]
    dated.sort(key=lambda entry: (entry[0], entry[1].id))
    axis = axis_over(when for when, _, _ in dated)
    if axis is None:
        return Timeline((), (), 0, len(occurrences))
    stacks: Counter[int] = Counter()
    dots = []
    for when, occurrence, label in dated:
        slot = round(axis.x(when) / 1.6)
        dots.append(Dot(axis.x(when), stacks[slot], occurrence.id, label))
        stacks[slot] += 1
    undated = len(occurrences) - len(dated)
    return Timeline(tuple(dots), axis.ticks, max(stacks.values()), undated)


def circle(meetings: Sequence[Occurrence], most: int = 14) -> Circle:
    """The entities that meet most, and how often each two of them met."""
    pairs: Counter[tuple[str, str]] = Counter()
    for meeting in meetings:
        together = sorted({*meeting.actors, *meeting.recipients})
        pairs.update(combinations(together, 2))
    weight: Counter[str] = Counter()
    for (left, right), times in pairs.items():
        weight[left] += times
        weight[right] += times
    chosen = sorted(sorted(weight), key=lambda i: -weight[i])[:most]
    nodes = {id: _node(id, number, len(chosen)) for number, id in enumerate(sorted(chosen))}
    edges = tuple(
        Edge(nodes[left], nodes[right], times)
        for (left, right), times in sorted(pairs.items())
        if left in nodes and right in nodes
    )
    return Circle(tuple(nodes.values()), edges)


def _node(id: str, number: int, of: int) -> Node:
    angle = 2 * math.pi * number / max(of, 1) - math.pi / 2
    x, y = math.cos(angle), math.sin(angle)
    anchor = "middle" if abs(x) < 0.2 else "start" if x > 0 else "end"
    return Node(
        id,
        round(50 + 30 * x, 2),
        round(50 + 30 * y, 2),
        round(50 + 33 * x, 2),
        round(51 + 34 * y, 2),
        anchor,
    )
