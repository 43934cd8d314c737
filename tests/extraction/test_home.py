"""Officials of whom the report does not say whose they are."""

import pytest

from communique.extraction.actors import find_actors
from communique.model.findings import Actor, Place
from communique.model.report import Segment
from communique.model.text import Span
from tests import build
from tests.extraction.plain import plain


def told(headline: str, body: str, line: str | None, *names: str) -> dict[str, Actor]:
    """The actors of a report whose dateline lies in the country `line`, by name."""
    text = plain(f"{headline}\n{body}", *names)
    segments = (Segment("title", 0, len(headline)), Segment("body", len(headline), len(text.chars)))
    span = Span(len(headline), len(headline) + 1)
    places = (build.place("CITY", country=line, role="dateline", span=span),) if line else ()
    found: tuple[Place, ...] = places
    actors, _ = find_actors(build.report(text.chars, segments=segments), text, found)
    return {actor.name: actor for actor in actors}


def test_an_official_is_of_the_country_of_the_dateline() -> None:
    found = told("", "Foreign Minister Ana Rojas said Chile agreed.", "CHL", "Ana Rojas")
    (office,) = found["Ana Rojas"].offices
    assert (found["Ana Rojas"].country, office.country) == ("CHL", "CHL")
    assert office.evidence.score == 0.5
    assert "inferred from the dateline" in office.evidence.why


def test_an_official_is_of_the_only_state_of_the_headline() -> None:
    body = "President Ana Rojas met his Kenyan counterpart, Otieno Juma."
    found = told("Chile, Kenya sign", body, "BRB", "Ana Rojas", "Otieno Juma")
    assert found["Ana Rojas"].country == "CHL"


@pytest.mark.parametrize(
    ("headline", "body"),
    [
        # the dateline's country is only where they meet
        ("", "Foreign Minister Ana Rojas agreed."),
        # another state is named before the office
        ("", "Peru said Foreign Minister Ana Rojas would come to Chile."),
        # somebody else holds that office there
        ("", "Foreign Minister Ana Rojas met Chilean Foreign Minister Luis Paz."),
        # two states in the headline, neither of them the dateline's
        ("Peru and Kenya agree", "Foreign Minister Ana Rojas praised Chile."),
        # the office is of something else
        ("", "Foreign Minister Luis Paz of Chile met company President Ana Rojas."),
    ],
)
def test_a_doubtful_home_is_left_open(headline: str, body: str) -> None:
    found = told(headline, body, "CHL", "Ana Rojas", "Luis Paz")
    assert found["Ana Rojas"].country is None


def test_a_city_before_its_ministry_tells_the_country() -> None:
    body = "Peru and Chile quarrel.\nIn Lima, Foreign Ministry spokesman Luis Paz denied it."
    assert told("", body, "CHL", "Luis Paz")["Luis Paz"].country == "PER"


def test_the_opposition_is_of_the_same_country() -> None:
    body = "The opposition's chief negotiator Ana Rojas left."
    assert told("Chile in talks", body, None, "Ana Rojas")["Ana Rojas"].country == "CHL"


def test_a_ministry_that_speaks_is_of_the_report_s_own_country() -> None:
    body = "Chile agreed.\nThe foreign ministry/NOUN/nsubj/4 said|say/VERB/root/0 so."
    found = told("", body, "CHL")
    assert found["foreign ministry"].country == "CHL"
    assert "inferred" in found["foreign ministry"].evidence.why
