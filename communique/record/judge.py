"""The lists of signs with their weights, and what their sum comes to.

A weight is what a sign adds to the score when it is there; a score of SAME or more joins, one of
DIFFERENT or less keeps apart, and what lies between is left for a person. The weights were set by
hand: so that a full name carries a person across reports, a family name alone does so only with a
country, an office or no other bearer, and a date or a place that contradicts outweighs everyone
who took part.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Protocol, TypeVar

from communique.model.identity import Judgement, Sign
from communique.record import event_signs as e
from communique.record import signs as s
from communique.record.corpus import Corpus
from communique.record.happenings import Happening, Rarity
from communique.record.profiles import PERSON, Profile

RULES = "rules 1"
"""Who judged, where no person did: this set of signs. Changed with every change of a weight."""

T = TypeVar("T")
Signs = Sequence[tuple[Callable[[T, T], "tuple[str, ...] | None"], float]]

AFTERWARDS = {
    "fits_others_too": "It fits others about as well, and they are apart.",
    "kept_apart_by_others": "Other judgements keep apart what this one would join.",
}
"""What is found only when all pairs are judged."""
NOT_OF_NAMES = frozenset({"same_country", "same_office", "like_company"})
"""Signs that make no pair worth a judgement where the names have nothing in common."""

ACTOR_SAME, ACTOR_DIFFERENT = 1.0, -0.5
EVENT_SAME, EVENT_DIFFERENT = 1.6, -0.5
MAYBE_ACTOR = 0.3
"""The score from which an unsure judgement on actors is kept."""
WORTH_SHOWING = 0.9
"""The score from which an unsure judgement on events, statements or agreements is kept."""

PERSONS: Signs[Profile] = (
    (s.same_full_name, 2.0),
    (s.spelt_alike, 1.6),
    (s.name_within_name, 1.4),
    (s.one_letter_apart, 0.7),
    (s.byname_in_common, 1.2),
    (s.family_name_alone, 0.5),
    (s.same_single_name, 0.2),
    (s.only_bearer, 0.3),
    (s.best_known_bearer, 0.5),
    (s.like_company, 0.3),
    (s.same_office, 0.7),
    (s.same_country, 0.5),
    (s.different_country, -1.2),
    (s.different_given_names, -3.0),
    (s.named_apart, -0.6),
)
BODIES: Signs[Profile] = (
    (s.same_name, 1.4),
    (s.same_words, 1.3),
    (s.acronym, 1.0),
    (s.spelt_alike_throughout, 1.1),
    (s.words_within, 0.3),
    (s.same_country, 0.2),
    (s.different_country, -2.0),
    (s.named_apart, -0.6),
)
EVENTS: Signs[Happening] = (
    (e.same_people, 1.2),
    (e.same_states, 0.8),
    (e.people_in_common, 0.8),
    (e.one_in_common, 0.2),
    (e.leaders_for_states, 0.6),
    (e.other_people, -1.2),
    (e.same_day, 1.0),
    (e.next_day, -0.7),
    (e.days_apart, -2.5),
    (e.day_fits, 0.4),
    (e.day_does_not_fit, -1.5),
    (e.reported_together, 0.5),
    (e.reported_apart, -1.5),
    (e.same_place, 0.5),
    (e.places_may_agree, 0.2),
    (e.different_place, -2.2),
    (e.place_of_writing, -1.2),
    (e.same_format, 0.2),
    (e.same_special_occasion, 0.6),
    (e.next_in_text, 0.3),
    (e.same_weekday, 0.6),
    (e.different_format, -1.6),
    (e.visit_or_meeting, -0.4),
    (e.same_occasion, 0.6),
    (e.different_occasion, -0.4),
    (e.same_process, 0.3),
    (e.same_round, 1.0),
    (e.different_round, -2.5),
    (e.told_alike, 0.4),
    (e.told_in_the_same_words, 0.6),
    (e.no_common_time, -0.3),
    (e.other_matter, -0.8),
    (e.one_as_past, -1.0),
    (e.not_both_happened, -3.0),
    (e.foretold, -0.5),
)
MUCH_IN_COMMON, SOME_IN_COMMON = 0.6, 0.3
"""Weights of the names that two reports share beside those who took part: of half of them or
more, and of a quarter or more, two names at least."""


def weigh(left: T, right: T, signs: Signs[T]) -> tuple[float, tuple[Sign, ...]]:
    """The sum of the weights, and the signs that were found."""
    found = []
    for sign, weight in signs:
        values = sign(left, right)
        if values is not None:
            found.append(Sign(sign.__name__, weight, values))
    return round(sum(f.weight for f in found), 3), tuple(found)


def verdict(score: float, same: float, different: float) -> str:
    """What a score comes to."""
    return "same" if score >= same else "different" if score <= different else "unsure"


def judge_actors(corpus: Corpus, pairs: Iterable[tuple[Profile, Profile]]) -> list[Judgement]:
    """A judgement on every pair of profiles, about the first finding of each."""
    keys = corpus.keys["actor"]
    judged = []
    for left, right in pairs:
        score, why = weigh(left, right, PERSONS if left.type == PERSON else BODIES)
        if not any(sign.weight > 0 and sign.sign not in NOT_OF_NAMES for sign in why):
            continue
        said = verdict(score, ACTOR_SAME, ACTOR_DIFFERENT)
        judged.append(_judgement(keys[left.items[0]], keys[right.items[0]], said, score, why))
    return judged


def judge_alike(corpus: Corpus, profile: Profile) -> list[Judgement]:
    """That the findings of one profile are the same: they agree in names and country."""
    keys = corpus.keys["actor"]
    name = s.same_full_name if profile.full else s.same_name
    found = [Sign(name.__name__, 2.0 if profile.full else 1.4, (profile.label,))]
    if profile.country:
        found.append(Sign(s.same_country.__name__, 0.5, (profile.country,)))
    why, score = tuple(found), sum(sign.weight for sign in found)
    first = keys[profile.items[0]]
    return [_judgement(first, keys[item], "same", score, why) for item in profile.items[1:]]


def judge_events(pairs: Iterable[tuple[Happening, Happening]], rarity: Rarity) -> list[Judgement]:
    """A judgement on every pair of happenings."""
    judged = []
    for left, right in pairs:
        score, why = weigh(left, right, EVENTS)
        if left.report != right.report and score > EVENT_DIFFERENT:
            shared = names_in_common(left, right, rarity)
            score, why = round(score + sum(x.weight for x in shared), 3), why + shared
        said = verdict(score, EVENT_SAME, EVENT_DIFFERENT)
        judged.append(_judgement(left.key, right.key, said, score, why))
    return judged


def worth_showing(judgements: Iterable[Judgement], least: float) -> list[Judgement]:
    """The judgements a person may want to see: what is the same, what may be (a score of `least`
    or more), and what only a contradiction keeps apart."""

    def likeness(judgement: Judgement) -> float:
        return sum(sign.weight for sign in judgement.why if sign.weight > 0)

    return [
        j
        for j in judgements
        if j.verdict == "same" or (j.score if j.verdict == "unsure" else likeness(j)) >= least
    ]


def names_in_common(left: Happening, right: Happening, rarity: Rarity) -> tuple[Sign, ...]:
    """Their reports name the same others beside those who took part."""
    share, names = rarity.shared(left, right)
    if len(names) < 2 or share < 0.25:
        return ()
    weight = MUCH_IN_COMMON if share >= 0.5 else SOME_IN_COMMON
    return (Sign("names_in_common", weight, names),)


def explanations() -> dict[str, str]:
    """For every sign, the sentence that explains it."""
    from communique.record import row_signs as r

    lists: tuple[Signs[Profile] | Signs[Happening], ...] = (PERSONS, BODIES, EVENTS)
    found = {sign.__name__: (sign.__doc__ or "").strip() for part in lists for sign, _ in part}
    found[names_in_common.__name__] = (names_in_common.__doc__ or "").strip()
    return found | r.explanations() | AFTERWARDS


def _judgement(left: str, right: str, said: str, score: float, why: tuple[Sign, ...]) -> Judgement:
    first, second = (left, right) if left <= right else (right, left)
    return Judgement(first, second, said, score, why, RULES)


class Keyed(Protocol):
    """Anything with the key of a finding."""

    @property
    def key(self) -> str:
        """The key of the finding."""


V = TypeVar("V", bound=Keyed)


def judge_rows(
    pairs: Iterable[tuple[V, V]], signs: Signs[V], same: float, different: float
) -> list[Judgement]:
    """A judgement on every pair that has anything in common."""
    judged = []
    for left, right in pairs:
        score, why = weigh(left, right, signs)
        if any(sign.weight > 0 for sign in why):
            said = verdict(score, same, different)
            judged.append(_judgement(left.key, right.key, said, score, why))
    return judged
