"""The signs by which two tellings are found to be of one event, or of two.

Each is a small pure function of two happenings, as in signs.py: the values that decided, or None.
"""

from __future__ import annotations

from communique.record.days import Days, agrees, gap
from communique.record.happenings import Happening, format_kind, kilometres

Values = tuple[str, ...] | None

NEAR = 60.0
"""Kilometres within which two places can be one venue: a palace, its city, the airport."""
VERBAL = frozenset({"AGREE", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})


def same_people(left: Happening, right: Happening) -> Values:
    """The same people or bodies took part in both, two or more, and nobody else."""
    if left.named == right.named and len(left.named) > 1:
        return tuple(sorted(left.named))
    return None


def same_states(left: Happening, right: Happening) -> Values:
    """Both name the same two or more states, and no people."""
    alone = not left.named and not right.named
    return tuple(sorted(left.states)) if alone and left.states == right.states != set() else None


def people_in_common(left: Happening, right: Happening) -> Values:
    """Two or more of those who took part are the same."""
    if same_people(left, right) or same_states(left, right):
        return None
    shared = left.parties & right.parties
    enough = (len(shared) > 1 and shared & (left.named | right.named)) or len(shared) > 2
    return tuple(sorted(shared)) if enough else None


def one_in_common(left: Happening, right: Happening) -> Values:
    """One of those who took part is the same."""
    shared = left.parties & right.parties
    return tuple(shared) if len(shared) == 1 else None


def leaders_for_states(left: Happening, right: Happening) -> Values:
    """One names the states, the other those who acted for them."""
    for one, other in ((left, right), (right, left)):
        acting = one.states and not one.named and len(other.named) > 1
        if acting and one.countries == other.countries and len(one.countries) > 1:
            return tuple(sorted(one.countries))
    return None


def other_people(left: Happening, right: Happening) -> Values:
    """Each names somebody whom the other does not."""
    mine, theirs = left.named - right.named, right.named - left.named
    return (*sorted(mine)[:1], *sorted(theirs)[:1]) if mine and theirs else None


def same_day(left: Happening, right: Happening) -> Values:
    """Both were on the same day."""
    if left.dated and right.dated and gap(left.days, right.days) == 0:
        return str(left.days), str(right.days)
    return None


def next_day(left: Happening, right: Happening) -> Values:
    """The days are one apart, as time zones and late news make them."""
    return _apart(left.days, right.days, 1, 1)


def days_apart(left: Happening, right: Happening) -> Values:
    """The days are two or more apart."""
    return _apart(left.days, right.days, 2, None)


def day_fits(left: Happening, right: Happening) -> Values:
    """What the one says of its day, a weekday or a date without year, is what the other says or
    fits its date."""
    return _open_day(left, right, fits=True) or _same_open_day(left, right)


def day_does_not_fit(left: Happening, right: Happening) -> Values:
    """What the one says of its day, a weekday or a date without year, the other's cannot be."""
    return _open_day(left, right, fits=False) or _two_open_days(left.days, right.days)


def no_common_time(left: Happening, right: Happening) -> Values:
    """Nothing tells that they were at one time: no date, no day, no days of publication."""
    if left.report == right.report or (left.days.known and right.days.known):
        return None
    told = (same_day, next_day, days_apart, day_fits, day_does_not_fit, same_weekday)
    reported = (reported_together, reported_apart)
    if any(sign(left, right) for sign in (*told, *reported)):
        return None
    return str(left.days), str(right.days)


def reported_together(left: Happening, right: Happening) -> Values:
    """Both were reported as news within three days."""
    return _reported(left, right, 0, 3)


def reported_apart(left: Happening, right: Happening) -> Values:
    """Both were reported as news, more than ten days apart."""
    return _reported(left, right, 11, None)


def same_place(left: Happening, right: Happening) -> Values:
    """Both were at the same place, or so near that one can hold the other."""
    one, other = left.spot, right.spot
    if one is None or other is None or one.broad or other.broad:
        return None
    far = kilometres(one, other)
    if one.entity == other.entity or (far is not None and far <= NEAR):
        return one.name, other.name
    return None


def places_may_agree(left: Happening, right: Happening) -> Values:
    """The places are in one country, and one of them is not exact."""
    one, other = left.spot, right.spot
    if one is None or other is None or not one.country or one.country != other.country:
        return None
    vague = one.broad or other.broad or kilometres(one, other) is None
    return (one.name, other.name) if vague and one.entity != other.entity else None


def different_place(left: Happening, right: Happening) -> Values:
    """They were at two places, too far apart to be one."""
    return _two_places(left, right) if _surely_placed(left, right) else None


def place_of_writing(left: Happening, right: Happening) -> Values:
    """The places are two, but one of them is a country or only where the report was written."""
    return None if _surely_placed(left, right) else _two_places(left, right)


def _surely_placed(left: Happening, right: Happening) -> bool:
    return all(h.spot is not None and h.spot.told and not h.spot.broad for h in (left, right))


def _two_places(left: Happening, right: Happening) -> Values:
    one, other = left.spot, right.spot
    if one is None or other is None or one.entity == other.entity:
        return None
    if one.country and other.country and one.country != other.country:
        return one.name, other.name
    far = kilometres(one, other)
    if far is not None and far > NEAR and not one.broad and not other.broad:
        return one.name, other.name
    return None


def same_format(left: Happening, right: Happening) -> Values:
    """Both are told as an occasion of the same kind."""
    if left.format and right.format and format_kind(left.format) == format_kind(right.format):
        return left.format, right.format
    return None


def same_special_occasion(left: Happening, right: Happening) -> Values:
    """One report tells both as an occasion of one special kind, as a press conference or visit."""
    kind = format_kind(left.format)
    if left.report == right.report and kind != "talks" and kind == format_kind(right.format):
        return (kind,)
    return None


def next_in_text(left: Happening, right: Happening) -> Values:
    """One report tells the one right after the other."""
    return (left.report,) if left.report == right.report and _between(left, right) < 100 else None


def same_weekday(left: Happening, right: Happening) -> Values:
    """One report places both on the same day of the week, or of a year that it does not say."""
    one, other = left.days, right.days
    said = not one.known and (one.weekday is not None or one.month_day is not None)
    same = (one.weekday, one.month_day) == (other.weekday, other.month_day)
    return (str(one),) if left.report == right.report and said and same else None


def different_format(left: Happening, right: Happening) -> Values:
    """They are told as two kinds of occasion, as talks and the press conference after them."""
    if left.format and right.format and format_kind(left.format) != format_kind(right.format):
        return left.format, right.format
    return None


def visit_or_meeting(left: Happening, right: Happening) -> Values:
    """One is a visit, the other a single event."""
    if "visit" in (left.mode, right.mode) and left.mode != right.mode:
        return left.mode or "not said", right.mode or "not said"
    return None


def same_occasion(left: Happening, right: Happening) -> Values:
    """Both took place on the same larger occasion."""
    least = min(len(left.occasion), len(right.occasion))
    shared = left.occasion & right.occasion
    return tuple(sorted(shared)) if least and len(shared) > least / 2 else None


def different_occasion(left: Happening, right: Happening) -> Values:
    """They took place on two larger occasions."""
    if left.occasion and right.occasion and not left.occasion & right.occasion:
        return " ".join(sorted(left.occasion)), " ".join(sorted(right.occasion))
    return None


def same_process(left: Happening, right: Happening) -> Values:
    """Both belong to the same series of talks."""
    return (left.process,) if left.process and left.process == right.process else None


def same_round(left: Happening, right: Happening) -> Values:
    """Both are the same round of the same talks."""
    if same_process(left, right) and left.round and left.round == right.round:
        return (str(left.round),)
    return None


def different_round(left: Happening, right: Happening) -> Values:
    """They are two rounds of the same talks."""
    if same_process(left, right) and left.round and right.round and left.round != right.round:
        return str(left.round), str(right.round)
    return None


def told_alike(left: Happening, right: Happening) -> Values:
    """The words that tell them are much the same."""
    shared = left.words & right.words
    return tuple(sorted(shared)) if len(shared) > 3 and _alike(left, right) >= 0.5 else None


def told_in_the_same_words(left: Happening, right: Happening) -> Values:
    """A sentence of the one report is a sentence of the other, word for word or nearly so."""
    same = len(left.words) > 4 and _alike(left, right) >= 0.85
    return (left.report, right.report) if same and left.report != right.report else None


def other_matter(left: Happening, right: Happening) -> Values:
    """Asked, accused, agreed or refused, but in words about two matters."""
    if left.type in VERBAL and left.words and right.words and _alike(left, right) < 0.25:
        return " ".join(sorted(left.words)[:3]), " ".join(sorted(right.words)[:3])
    return None


def one_as_past(left: Happening, right: Happening) -> Values:
    """One report tells one of them as news and the other as past."""
    return ("historical",) if left.report == right.report and left.news != right.news else None


def not_both_happened(left: Happening, right: Happening) -> Values:
    """One is said to have happened, the other not, or only supposed."""
    unreal = frozenset({"negation", "hypothetical"})
    one, other = left.aux & unreal, right.aux & unreal
    return (", ".join(sorted(one)), ", ".join(sorted(other))) if one != other else None


def foretold(left: Happening, right: Happening) -> Values:
    """One is announced, the other told as done, and the days do not say that they are one."""
    if ("future" in left.aux) == ("future" in right.aux) or same_day(left, right):
        return None
    return ("future",)


def _between(left: Happening, right: Happening) -> int:
    return max(left.span[0], right.span[0]) - min(left.span[1], right.span[1])


def _alike(left: Happening, right: Happening) -> float:
    either = left.words | right.words
    return len(left.words & right.words) / len(either) if either else 0.0


def _apart(left: Days, right: Days, least: int, most: int | None) -> Values:
    days = gap(left, right)
    if days is None or days < least or (most is not None and days > most):
        return None
    return str(left), str(right)


def _open_day(left: Happening, right: Happening, *, fits: bool) -> Values:
    for one, other in ((left, right), (right, left)):
        day = None if one.days.known else other.days.day
        if day is not None and agrees(one.days, day) is fits:
            return str(one.days), str(day)
    return None


def _same_open_day(left: Happening, right: Happening) -> Values:
    one, other = left.days, right.days
    if one.known or other.known or left.report == right.report or _two_open_days(one, other):
        return None
    weekday = one.weekday is not None and one.weekday == other.weekday
    month_day = one.month_day is not None and one.month_day == other.month_day
    return (str(one), str(other)) if weekday or month_day else None


def _two_open_days(left: Days, right: Days) -> Values:
    if left.known or right.known:
        return None
    for one, other in ((left.weekday, right.weekday), (left.month_day, right.month_day)):
        if one is not None and other is not None and one != other:
            return str(left), str(right)
    return None


def _reported(left: Happening, right: Happening, least: int, most: int | None) -> Values:
    if (left.dated and right.dated) or not left.news or not right.news:
        return None
    one = left.days if left.dated else left.published
    other = right.days if right.dated else right.published
    return _apart(one, other, least, most)
