"""A report from what a source holds: plain text, a page, or a line of JSON."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from communique.errors import BadMarkup, EmptyReport
from communique.intake import metadata
from communique.intake.page import Page
from communique.intake.segments import Identify, clean_segments, segment
from communique.model.report import Report, Segment, Time

ENOUGH_LANGUAGE = 0.5
"""The score from which the language of all prose together is believed."""


def from_text(
    text: str,
    source: str,
    *,
    digest: str | None = None,
    identify: Identify | None = None,
    clean: bool = False,
    title: str | None = None,
) -> Report:
    """A report from its text: segments, and what they say of it. `title` is the headline where it
    is known apart from the text. With `clean` all of it is prose, a segment a paragraph and one for
    the dateline at its head."""
    segments = clean_segments(text) if clean else segment(text, title=title, identify=identify)
    said = metadata.read_metadata(text, segments)
    if clean:
        segments = tuple(replace(part, kind="body") for part in segments)
    return Report(
        source=source,
        text=text,
        title=title or said.title,
        outlet=said.outlet,
        agencies=said.agencies,
        author=said.author,
        language=_language(text, segments, identify),
        dateline=said.dateline,
        published=said.published,
        segments=segments,
        digest=digest or hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
    )


def _language(text: str, segments: Sequence[Segment], identify: Identify | None) -> str | None:
    """The language of the prose, of the whole text where no prose is found."""
    if identify is None:
        return None
    prose = " ".join(text[s.start : s.end] for s in segments if s.kind in ("title", "body"))
    code, score = identify(prose or text)
    return code if score >= ENOUGH_LANGUAGE else None


def from_page(page: Page, source: str, digest: str, *, identify: Identify | None) -> Report:
    """A report from a page: its own words first, what its text says where they are silent."""
    report = from_text(page.text, source, digest=digest, identify=identify, title=page.title)
    published = metadata.stated_time(page.date, "the page's metadata") if page.date else None
    return replace(
        report,
        outlet=page.sitename or report.outlet,
        author=page.author or report.author,
        published=_finer(published, report.published),
    )


def _finer(given: Time | None, read: Time | None) -> Time | None:
    """Of two days of publication the one given apart from the text, unless the text states the
    same day with its time."""
    if given and read and (read.start or "").startswith(given.start or "-"):
        return read
    return given or read


def from_json(
    data: bytes, source: str, digest: str, *, identify: Identify | None, clean: bool
) -> Report:
    """A report from one line of JSON: `text`, and as far as given `title`, `outlet`, `agencies`,
    `author`, `published` (or `date`), `source` (or `url`).

    Raises BadMarkup for a line that is no object or has no text, EmptyReport for an empty text.
    """
    fields = json_object(data)
    if fields is None:
        reason = 'this is no JSON object; write one report a line, with its words in "text".'
        raise BadMarkup(source, reason)
    text = fields.get("text")
    if not isinstance(text, str):
        raise BadMarkup(source, 'it has no "text"; give the report\'s words in that field.')
    name = _given(fields, "source", "url") or source
    if not text.strip():
        raise EmptyReport(name, 'its "text" is empty; leave it out or fetch it again.')
    title = _given(fields, "title", "headline")
    report = from_text(text, name, digest=digest, identify=identify, clean=clean, title=title)
    date = _given(fields, "published", "date")
    published = metadata.stated_time(date, "the line's own date") if date else None
    return replace(
        report,
        outlet=_given(fields, "outlet", "publisher") or report.outlet,
        agencies=_agencies(fields) or report.agencies,
        author=_given(fields, "author") or report.author,
        published=_finer(published, report.published),
    )


def _given(fields: dict[str, Any], *keys: str) -> str | None:
    """The first of these fields that holds words."""
    for key in keys:
        value = fields.get(key)
        if isinstance(value, str) and value.strip():
            return value.strip()
    return None


def _agencies(fields: dict[str, Any]) -> tuple[str, ...]:
    value = fields.get("agencies", fields.get("agency"))
    listed = value if isinstance(value, list) else [value]
    return tuple(item.strip() for item in listed if isinstance(item, str) and item.strip())


def json_object(data: bytes) -> dict[str, Any] | None:
    """The JSON object that the bytes hold, None when they hold none."""
    try:
        held = json.loads(data)
    except (ValueError, RecursionError):
        return None
    return held if isinstance(held, dict) else None
