"""Web pages: the article's text and what the page says of it. The door to trafilatura."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from communique.errors import BadMarkup

_OPENING = re.compile(
    r"^\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_TAG = re.compile(r"<(/?)([a-zA-Z][\w:-]*)[^<>]*?(/?)>")
_HIDDEN = re.compile(r"<(script|style|noscript|template|head)\b.*?</\1\s*>|<!--.*?-->", re.I | re.S)
_BLOCK = re.compile(
    r"</?(?:p|div|br|h[1-6]|li|ul|ol|tr|td|table|section|article|header|footer|blockquote)\b[^>]*>",
    re.I,
)
_START = re.compile(r"<[a-zA-Z]")
_TITLE = re.compile(r"<title\b[^>]*>([^<]*)</title", re.IGNORECASE)
_VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta"})
_OPEN = frozenset({"p", "li", "option", "tr", "td", "th", "dd", "dt", "param", "source", "wbr"})
_UNCOUNTED = _VOID | _OPEN

_RUN = re.compile(r"(?:<[^<>]*+>\s*+){200,}+")

DEEPEST = 200
"""Nesting beyond which a page is flattened first: libxml2 stops at 256 and drops what is deeper."""

MOST_TAGS = 15_000
"""Start tags beyond which the library is not asked, for its time grows with their square (50 s for
100,000 paragraphs). Of 181 news pages the one with most has 1,737."""

LAST_DAY = "2100-01-01"
"""The latest day of publication taken from a page. The library's default is today, and the same
page must give the same report on any day."""


@dataclass(frozen=True, slots=True)
class Page:
    """The text of a page's article with its headline as first line, and what the page says of
    it; None where it says nothing."""

    text: str
    title: str | None
    author: str | None
    date: str | None
    sitename: str | None


def is_page(text: str) -> bool:
    """Whether a text is HTML, by how it begins."""
    return bool(_OPENING.match(text[:4096]))


def read_page(markup: str, source: str) -> Page:
    """The article of a page. Raises BadMarkup when no text is in it."""
    if _tags(markup) > MOST_TAGS:
        # No text is between tags in a row: nothing is lost with them but the page's frame.
        markup = _RUN.sub("<p>", markup)
    if _depth(markup) > DEEPEST:
        markup = _flattened(markup)
    few = _tags(markup) <= MOST_TAGS
    # libxml2 ends a page at its first zero byte.
    found = _extracted(markup.replace("\0", "")) if few else None
    body = ((found.text if found else None) or "").strip() or _plain(markup)
    if not body:
        raise BadMarkup(source, "no text is in this page; save the article's text as .txt.")
    title = _field(found, "title") or (None if few else _title(markup))
    return Page(
        text=_with_title(title, body),
        title=title,
        author=_field(found, "author"),
        date=_field(found, "date"),
        sitename=_field(found, "sitename"),
    )


def _extracted(markup: str) -> Any:
    import trafilatura

    try:
        return trafilatura.bare_extraction(
            markup,
            with_metadata=True,
            include_comments=False,
            include_tables=False,
            date_extraction_params={
                "extensive_search": False,
                "original_date": True,
                "max_date": LAST_DAY,
            },
        )
    except (ValueError, TypeError, AttributeError, RecursionError, AssertionError):
        # What the library cannot take apart is read without it, as plain text.
        return None


def _field(found: Any, name: str) -> str | None:
    value = getattr(found, name, None) if found is not None else None
    return " ".join(str(value).split()) or None if value else None


def _with_title(title: str | None, body: str) -> str:
    """The body with the headline above it, unless it begins with it."""
    if title is None or " ".join(body[: 2 * len(title)].split()).startswith(title):
        return body
    return f"{title}\n\n{body}"


def _tags(markup: str) -> int:
    return sum(1 for _ in _START.finditer(markup))


def _depth(markup: str) -> int:
    """How deep the tags are nested, roughly: elements that need no end tag are not counted."""
    depth = deepest = 0
    for match in _TAG.finditer(markup):
        if match[2].lower() in _UNCOUNTED or match[3]:
            continue
        depth = max(0, depth - 1) if match[1] else depth + 1
        deepest = max(deepest, depth)
    return deepest


def _flattened(markup: str) -> str:
    """The page with the tags deeper than DEEPEST left out, their text kept."""
    pieces: list[str] = []
    depth = position = 0
    for match in _TAG.finditer(markup):
        pieces.append(markup[position : match.start()])
        position = match.end()
        if match[2].lower() in _UNCOUNTED or match[3]:
            pieces.append(match[0])
            continue
        if match[1]:
            if depth <= DEEPEST // 2:
                pieces.append(match[0])
            depth = max(0, depth - 1)
        else:
            depth += 1
            if depth <= DEEPEST // 2:
                pieces.append(match[0])
    return "".join(pieces) + markup[position:]


def _title(markup: str) -> str | None:
    import html

    match = _TITLE.search(markup)
    return " ".join(html.unescape(match[1]).split()) or None if match else None


def _plain(markup: str) -> str:
    """All text of a page, for one in which the library finds no article."""
    import html

    shown = _BLOCK.sub("\n", _HIDDEN.sub(" ", markup))
    text = html.unescape(re.sub(r"<[^<>]*>", "", shown))
    lines = [" ".join(line.split()) for line in text.splitlines()]
    return "\n".join(line for line in lines if line)
