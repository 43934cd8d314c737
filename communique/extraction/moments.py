"""Years, months and days of which something may be unknown, and arithmetic on them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

PAST, PERHAPS_PAST, UNKNOWN, FUTURE = -2, -1, 0, 1
"""Which way a clause looks: perhaps to the past where a verb in the past stands above the words but
they do not tell when it happened ("announced a dividend payable 1 December")."""


class Moment(NamedTuple):
    """A year, month or day; what is not known is None."""

    year: int | None
    month: int | None = None
    day: int | None = None

    @property
    def iso(self) -> str:
        """ISO 8601 as long as it is known; an unknown year is XXXX."""
        parts = ["XXXX" if self.year is None else f"{self.year:04d}"]
        parts += [f"{n:02d}" for n in (self.month, self.day) if n is not None]
        return "-".join(parts)

    @property
    def precision(self) -> str:
        """Year, month or day."""
        return "day" if self.day else "month" if self.month else "year"


def exists(year: int | None, month: int | None, day: int | None) -> bool:
    """Whether the calendar has this day; without a year, in any year."""
    try:
        date(year or 2000, month or 1, day or 1)
    except ValueError:
        return False
    return True


def day_of(moment: Moment | None) -> date | None:
    """The calendar day of a moment, when year, month and day are known and exist."""
    if moment is None or None in moment:
        return None
    try:
        return date(*moment)  # type: ignore[arg-type]
    except ValueError:
        return None


def moment_of(day: date) -> Moment:
    """The moment of a calendar day."""
    return Moment(day.year, day.month, day.day)


def plus_days(moment: Moment, days: int) -> Moment | None:
    """A day so many days on; with an unknown year, only where leap years make no difference."""
    day = day_of(moment)
    try:
        if day is not None:
            return moment_of(day + timedelta(days=days))
        if moment.year is not None or not moment.day:
            return None
        found = {
            Moment(
                None, *moment_of(date(y, moment.month or 1, moment.day) + timedelta(days=days))[1:]
            )
            for y in (2001, 2004)
        }
    except (ValueError, OverflowError):
        return None
    return found.pop() if len(found) == 1 else None


def plus_months(moment: Moment, months: int) -> Moment | None:
    """A month so many months on."""
    if not moment.month:
        return None
    index = (moment.year or 2000) * 12 + moment.month - 1 + months
    return Moment(index // 12 if moment.year is not None else None, index % 12 + 1)


def nearest_year(day: date, moment: Moment, direction: int) -> int:
    """The year of the last such month or day up to `day` (PAST), of the first one from it on
    (FUTURE), or of the nearer of the two. PERHAPS_PAST is the past unless that is `FAR` months
    away: so far off, writers name the year."""
    here = (day.month, day.day if moment.day else 0)
    there = (moment.month or 1, moment.day or 0)
    ahead, back = day.year + (there < here), day.year - (there > here)
    months_ahead = (ahead - day.year) * 12 + (moment.month or 1) - day.month
    if ahead != back and direction == UNKNOWN:
        return ahead if months_ahead < 6 else back
    if direction == PERHAPS_PAST and ahead != back:
        return ahead if 12 - months_ahead >= FAR else back
    return ahead if direction == FUTURE else back


FAR = 9
"""8, 9 and 10 read the dates of TimeBank and AQUAINT alike; 12, always the past, costs a point."""


def year_of_weekday(day: date, moment: Moment, weekday: int | None) -> int | None:
    """The year, within one of `day`, in which a day of the year has a weekday (Monday 1)."""
    for year in (day.year, day.year - 1, day.year + 1):
        there = day_of(moment._replace(year=year))
        if there is not None and there.isoweekday() == weekday:
            return year
    return None


def easter(year: int) -> date:
    """Easter Sunday, by the anonymous Gregorian computus (Meeus, Astronomical Algorithms)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)
