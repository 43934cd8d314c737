"""When the town that a report was written in is where its meetings were."""

import pytest

from communique.extraction.ground import Ground
from communique.extraction.meetings import dateline_place
from communique.model.findings import Place
from communique.model.text import Text
from tests import build

LIMA = build.place("Lima", country="PER", role="dateline", span=(0, 4))
AGAIN = build.place("Lima", country="PER", role="venue", span=(20, 24))
QUITO = build.place("Quito", country="ECU", role="venue", span=(30, 35))
TOPIC = build.place("Quito", country="ECU", role="topic", span=(30, 35))


@pytest.mark.parametrize(
    ("places", "start", "found"),
    [
        ((LIMA,), 50, True),
        ((LIMA, AGAIN), 50, True),
        ((LIMA, TOPIC), 50, True),
        ((LIMA, QUITO), 10, True),  # named only after the meeting
        ((LIMA, QUITO), 50, False),
        ((QUITO,), 50, False),
    ],
)
def test_a_report_that_has_gone_elsewhere_stays_there(
    places: tuple[Place, ...], start: int, found: bool
) -> None:
    ground = Ground(Text(""), (), places, (), ())
    assert (dateline_place(ground, start) is not None) == found
