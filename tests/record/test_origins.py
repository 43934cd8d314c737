"""Which reports go back to one original."""

import pytest

from communique.model.record import ReadReport
from communique.model.report import Report
from communique.record.corpus import Corpus
from communique.record.origins import find_origins
from tests.build import reading, report

STORY = (
    "The harbour board of the island voted late on Monday to open its second pier to ferries of "
    "both neighbours, ending a quarrel of nine years over fees, pilots and the colour of a flag. "
    "Members left by the back door, and only the clerk, who had to lock up, would speak of it."
)
OTHER = (
    "After nine years the two neighbours may again send their ferries to the island, whose harbour "
    "board gave way on Monday evening when a last proposal on fees was put before it. Nobody would "
    "say how the members had voted, and the building was dark within minutes of the count."
)
QUOTE = (
    "“We have waited nine years for this pier, we have written to everyone who can read, and "
    "tonight somebody at last has answered us, so let us not ask why it took so long but go home "
    "and paint the boats before the season begins, for it begins very soon on these islands,” "
)


def origins(*reports: Report) -> list[int]:
    """How large each group of one origin is, the largest first."""
    corpus = Corpus.of(ReadReport(r, reading()) for r in reports)
    groups = list(find_origins(corpus).values())
    return sorted((groups.count(group) for group in set(groups)), reverse=True)


def test_a_copy_with_another_head_and_foot_has_the_same_origin() -> None:
    assert origins(report(f"FERRY NEWS. {STORY}"), report(f"{STORY} Read on at our site.")) == [2]


def test_the_first_half_of_a_report_is_a_copy_too() -> None:
    assert origins(report(STORY), report(STORY[: len(STORY) // 2])) == [2]


def test_the_same_event_in_other_words_has_two_origins() -> None:
    assert origins(report(STORY), report(OTHER)) == [1, 1]


def test_the_same_words_of_a_speaker_do_not_make_a_copy() -> None:
    assert origins(report(STORY + QUOTE), report(OTHER + QUOTE)) == [1, 1]


@pytest.mark.parametrize(("agency", "groups"), [("Coast Agency", [2]), (None, [1, 1])])
def test_one_agency_lowers_what_must_be_shared(agency: str | None, groups: list[int]) -> None:
    half = STORY[: STORY.index("Members")]
    agencies = (agency,) if agency else ()
    mixed = report(f"{half[: len(half) * 4 // 5]} {OTHER}", agencies=agencies)
    assert origins(report(f"{half} {QUOTE}", agencies=agencies), mixed) == groups


def test_one_agency_without_shared_words_is_no_copy() -> None:
    assert origins(report(STORY, agencies=("A",)), report(OTHER, agencies=("A",))) == [1, 1]


def test_many_copies_are_one_group() -> None:
    assert origins(*(report(f"{n}: {STORY}") for n in range(60))) == [60]
