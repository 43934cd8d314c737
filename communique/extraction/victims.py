"""Who suffers what others condemn, reject, support or ask for, and so is not whom they mean."""

from __future__ import annotations

from functools import cache

from communique.extraction.ground import Ground
from communique.extraction.triggers import Trigger
from communique.lexicon.load import table

ABOUT = frozenset({"ACCUSE", "REJECT", "SUPPORT", "REQUEST"})
"""Types of words about what others do, which are not meant for those who suffer it."""

ORDERS = frozenset({"order"})
"""Verbs by which somebody does what others carry out: "ordered the arrest of Lind"."""


@cache
def _inflicted() -> dict[str, frozenset[str]]:
    """By noun of a harm, the prepositions before whom it is done to."""
    return {row["noun"]: frozenset(row["before"].split()) for row in table("suffered.tsv")}


def suffers(ground: Ground, index: int, trigger: Trigger) -> bool:
    """Whether a phrase names whom a harm is done to: "the arrest of Lind", "crimes against". What
    a trigger itself does with a noun is none: "filed a complaint against"."""
    above, case = ground.head(index), ground.case(index)
    if above < 0 or ground.is_verb(above) or trigger.words[0] in ORDERS:
        return False
    if any(ground.lemmas[above] in wanted for wanted in trigger.objects):
        return False
    return case == "against" or case in _inflicted().get(ground.lemmas[above], frozenset())
