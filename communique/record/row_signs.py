"""The signs by which processes, statements and agreements of several reports are found to be one.

As in signs.py, each is a small pure function of two views that gives the values that decided.
"""

from __future__ import annotations

from dataclasses import dataclass

from communique.record.corpus import Item
from communique.record.days import Days, gap

Values = tuple[str, ...] | None

GENERAL_TYPES = ("commitment", "agreement", "accord", "deal", "joint statement", "cooperation")
"""What any agreement may be called."""
PROCESS_SAME, STATEMENT_SAME, AGREEMENT_SAME = 1.0, 1.3, 1.2
DIFFERENT = -0.3


@dataclass(frozen=True, slots=True)
class TalksView:
    """A process as one report names it. `names` are the words of its names that tell it from
    other talks: places by entity, countries by code, the topic and words like "talks" left out."""

    key: str
    item: Item
    names: tuple[frozenset[str], ...]
    proper: bool
    topic: frozenset[str]
    places: frozenset[str]
    actors: frozenset[str]
    rounds: frozenset[str]


@dataclass(frozen=True, slots=True)
class SaidView:
    """A statement: who said it, what it has in it (entities and stems), and when."""

    key: str
    item: Item
    report: str
    speakers: frozenset[str]
    content: frozenset[str]
    runs: frozenset[tuple[str, ...]]
    denied: bool
    day: Days
    occasions: frozenset[str]


@dataclass(frozen=True, slots=True)
class DealView:
    """An agreement as one report has it."""

    key: str
    item: Item
    report: str
    type: str
    parties: frozenset[str]
    topics: frozenset[str]
    words: frozenset[str]
    signed: Days | None
    occurrence: str | None
    shared: frozenset[str]
    """The report itself and the events that it tells as other reports do."""

    @property
    def special(self) -> bool:
        """Whether it is of a kind of which there is seldom more than one at a time."""
        return self.type not in GENERAL_TYPES


def same_talks_name(left: TalksView, right: TalksView) -> Values:
    """Both are called by the same name, words like "talks" and "process" left aside."""
    return _shared_name(left, right) if left.proper and right.proper else None


def same_plain_name(left: TalksView, right: TalksView) -> Values:
    """Both are called by the same common words, which other talks may bear as well."""
    return None if left.proper and right.proper else _shared_name(left, right)


def name_within_talks_name(left: TalksView, right: TalksView) -> Values:
    """One name has all the words of the other and further ones."""
    if _shared_name(left, right):
        return None
    for one in left.names:
        for other in right.names:
            if one and other and (one < other or other < one):
                return " ".join(sorted(one)), " ".join(sorted(other))
    return None


def same_topic(left: TalksView, right: TalksView) -> Values:
    """Both are about the same topic."""
    return _joined(left.topic & right.topic)


def different_topic(left: TalksView, right: TalksView) -> Values:
    """They are about two topics."""
    if left.topic and right.topic and not left.topic & right.topic:
        return " ".join(sorted(left.topic)), " ".join(sorted(right.topic))
    return None


def named_by_other_places(left: TalksView, right: TalksView) -> Values:
    """They are called after two places."""
    if left.places and right.places and not left.places & right.places:
        return " ".join(sorted(left.places)), " ".join(sorted(right.places))
    return None


def same_round_day(left: TalksView, right: TalksView) -> Values:
    """A round of the one began on the day of a round of the other."""
    return _joined(left.rounds & right.rounds)


def same_actors(left: TalksView, right: TalksView) -> Values:
    """Two or more actors have a role in both."""
    shared = left.actors & right.actors
    return tuple(sorted(shared)) if len(shared) > 1 else None


def other_actors(left: TalksView, right: TalksView) -> Values:
    """They bear common words for a name, and nobody with a role in the one has one in the other."""
    known = left.actors and right.actors and not (left.proper and right.proper)
    if known and not left.actors & right.actors:
        return min(left.actors), min(right.actors)
    return None


PROCESSES = (
    (same_talks_name, 1.2),
    (same_plain_name, 0.6),
    (name_within_talks_name, 0.7),
    (same_topic, 0.4),
    (different_topic, -0.6),
    (named_by_other_places, -1.5),
    (same_round_day, 0.8),
    (same_actors, 0.4),
    (other_actors, -0.6),
)


def same_run_of_words(left: SaidView, right: SaidView) -> Values:
    """Half or more of the shorter has the same four words in a row."""
    least = min(len(left.runs), len(right.runs))
    shared = left.runs & right.runs
    return (" ".join(min(shared)),) if least and len(shared) >= least / 2 else None


def same_content(left: SaidView, right: SaidView) -> Values:
    """They name the same people, places and matters, half or more of all that either names."""
    return _joined(left.content & right.content) if _content(left, right) >= 0.5 else None


def like_content(left: SaidView, right: SaidView) -> Values:
    """A third to a half of what either names is the same."""
    return _joined(left.content & right.content) if 0.33 <= _content(left, right) < 0.5 else None


def same_speakers(left: SaidView, right: SaidView) -> Values:
    """Both were said by the same speakers."""
    return tuple(sorted(left.speakers)) if left.speakers == right.speakers else None


def other_speaker(left: SaidView, right: SaidView) -> Values:
    """One has a speaker whom the other has not."""
    return tuple(sorted(left.speakers ^ right.speakers)) or None


def said_same_time(left: SaidView, right: SaidView) -> Values:
    """Both were said on the same day or the next."""
    days = gap(left.day, right.day)
    return (str(left.day), str(right.day)) if days is not None and days < 2 else None


def said_apart(left: SaidView, right: SaidView) -> Values:
    """They were said more than two days apart."""
    days = gap(left.day, right.day)
    return (str(left.day), str(right.day)) if days is not None and days > 2 else None


def same_event(left: SaidView, right: SaidView) -> Values:
    """Both reports tell the same event in which the speaker took part."""
    return _joined(left.occasions & right.occasions)


def said_in_one_report(left: SaidView, right: SaidView) -> Values:
    """One report has both, in two places."""
    return (left.report,) if left.report == right.report else None


def denied(left: SaidView, right: SaidView) -> Values:
    """One says what the other says not."""
    return ("not",) if left.denied != right.denied else None


STATEMENTS = (
    (same_run_of_words, 1.2),
    (same_content, 0.9),
    (like_content, 0.5),
    (same_speakers, 0.3),
    (other_speaker, -0.3),
    (said_same_time, 0.2),
    (said_apart, -1.5),
    (same_event, 0.3),
    (said_in_one_report, -0.5),
    (denied, -2.0),
)


def same_parties(left: DealView, right: DealView) -> Values:
    """Both are between the same parties."""
    return _joined(left.parties) if left.parties and left.parties == right.parties else None


def parties_in_common(left: DealView, right: DealView) -> Values:
    """Two or more parties are the same, but not all."""
    shared = left.parties & right.parties
    return _joined(shared) if left.parties != right.parties and len(shared) > 1 else None


def same_type(left: DealView, right: DealView) -> Values:
    """Both are called the same kind of agreement."""
    return (left.type,) if left.type == right.type else None


def same_topics(left: DealView, right: DealView) -> Values:
    """Both are about the same topics."""
    return _joined(left.topics & right.topics)


def other_topics(left: DealView, right: DealView) -> Values:
    """They are about other topics."""
    if left.topics and right.topics and not left.topics & right.topics:
        return min(left.topics), min(right.topics)
    return None


def same_commitment(left: DealView, right: DealView) -> Values:
    """What is taken on is told in much the same words."""
    return _joined(left.words & right.words) if _likeness(left.words, right.words) >= 0.4 else None


def other_commitment(left: DealView, right: DealView) -> Values:
    """What is taken on is something else."""
    known = left.words and right.words
    if known and _likeness(left.words, right.words) < 0.15:
        return " ".join(sorted(left.words)[:4]), " ".join(sorted(right.words)[:4])
    return None


def same_occurrence(left: DealView, right: DealView) -> Values:
    """Both were made at the same event."""
    same = left.occurrence is not None and left.occurrence == right.occurrence
    return (left.occurrence or "",) if same else None


def same_kind_on_occasion(left: DealView, right: DealView) -> Values:
    """One report, or two that tell the same event, speak of such an agreement, as of a truce."""
    same = left.special and left.type == right.type
    return _joined(left.shared & right.shared) if same else None


def signed_apart(left: DealView, right: DealView) -> Values:
    """They were signed on two days."""
    days = gap(left.signed, right.signed) if left.signed and right.signed else None
    return (str(left.signed), str(right.signed)) if days is not None and days > 1 else None


AGREEMENTS = (
    (same_parties, 0.6),
    (parties_in_common, 0.3),
    (same_type, 0.3),
    (same_topics, 0.4),
    (other_topics, -0.6),
    (same_commitment, 0.8),
    (other_commitment, -0.8),
    (same_occurrence, 0.5),
    (same_kind_on_occasion, 0.5),
    (signed_apart, -1.5),
)


def explanations() -> dict[str, str]:
    """For every sign of this file, the sentence that explains it."""
    lists = (PROCESSES, STATEMENTS, AGREEMENTS)
    return {sign.__name__: (sign.__doc__ or "").strip() for part in lists for sign, _ in part}


def _shared_name(left: TalksView, right: TalksView) -> Values:
    shared = sorted((name for name in set(left.names) & set(right.names) if name), key=sorted)
    return (" ".join(sorted(shared[0])),) if shared else None


def _content(left: SaidView, right: SaidView) -> float:
    if min(len(left.content), len(right.content)) < 4:
        return 0.0
    return _likeness(left.content, right.content)


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    either = one | other
    return len(one & other) / len(either) if either else 0.0


def _joined(found: frozenset[str]) -> Values:
    return tuple(sorted(found)) or None
