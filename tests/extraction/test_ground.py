"""Who or what the words of a text stand for."""

from __future__ import annotations

from communique.extraction.ground import Ground
from tests.extraction.grounds import actor, ground, names

KENYA, PERU = actor("Kenya", "state", "KEN"), actor("Peru", "state", "PER")
ANNA, OMAR = actor("Anna Berg"), actor("Omar Haddad")


def named(on: Ground, index: int) -> list[str]:
    return names(on, on.named(index))


def test_officials_stand_for_whom_they_serve() -> None:
    on = ground(
        "Kenyan/JJ/amod/2 officials|official/NNS/root/0", (actor("Kenya", "state", None, "Kenyan"),)
    )
    assert named(on, 1) == ["Kenya"]


def test_a_delegation_stands_for_who_leads_it() -> None:
    on = ground(
        "delegation/NN/root/0 led|lead/VBN/acl/1 by/IN/case/4 Anna/NNP/obl/2 Berg/NNP/flat/4",
        (ANNA,),
    )
    assert named(on, 0) == ["Anna Berg"]


def test_a_title_stands_for_the_name_after_it() -> None:
    on = ground("President/NN/root/0 Anna/NNP/appos/1 Berg/NNP/flat/2", (ANNA,))
    assert named(on, 0) == ["Anna Berg"]


def test_a_group_is_its_members() -> None:
    on = ground("They/PRP/root/0", (KENYA, PERU), groups={"They": ["Kenya", "Peru"]})
    assert named(on, 0) == ["Kenya", "Peru"]


def test_the_two_sides_are_the_last_pair_named() -> None:
    on = ground(
        "Kenya/NNP/nsubj/4 and/CC/cc/3 Peru/NNP/conj/1 met|meet/VBD/root/0 ././punct/4\n"
        "The/DT/det/3 two/CD/nummod/3 sides|side/NNS/nsubj/4 agreed|agree/VBD/root/0 ././punct/4",
        (KENYA, PERU),
    )
    assert named(on, 7) == ["Kenya", "Peru"]


def test_two_sides_are_not_three_parties() -> None:
    on = ground(
        "Kenya/NNP/nsubj/4 and/CC/cc/3 Peru/NNP/conj/1 met|meet/VBD/root/0 ././punct/4\n"
        "The/DT/det/3 three/CD/nummod/3 sides|side/NNS/nsubj/4 agreed|agree/VBD/root/0",
        (KENYA, PERU),
    )
    assert named(on, 7) == []


def test_a_name_run_on_into_the_next_is_two_names() -> None:
    on = ground(
        "Anna/NNP/root/0 Berg/NNP/flat/1 and/CC/cc/4 Omar/NNP/flat/1 Haddad/NNP/flat/4",
        (ANNA, OMAR),
    )
    assert named(on, 0) == ["Anna Berg", "Omar Haddad"]


def test_who_comes_as_an_observer_is_in_a_role() -> None:
    on = ground(
        "with/IN/case/2 Kenya/NNP/obl/0 and/CC/cc/4 Peru/NNP/conj/2 as/IN/case/6 "
        "observers|observer/NNS/nmod/4",
        (KENYA, PERU),
    )
    assert on.in_role(1)


def test_a_noun_after_its_name_is_the_place() -> None:
    on = ground(
        "at/IN/case/3 Kronborg/NNP/compound/3 castle/NN/root/0", (), places={"Kronborg": "DNK"}
    )
    assert on.place_heads == [2]
