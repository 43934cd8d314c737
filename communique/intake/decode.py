"""Bytes to text: which encoding they are in, or why they are no text.

The text is kept as received: line ends, no-break spaces and all; only a byte order mark, which is
no character of the text, is left out.
"""

from __future__ import annotations

import codecs
import re
from functools import cache

from communique.errors import EmptyReport, NotText
from communique.lexicon.load import table

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w.:-]+)|<\?xml[^>]+encoding\s*=\s*[\"']([\w.:-]+)", re.I
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f]")
_WESTERN = frozenset(
    "‘’“”–—…•€£©®°·«»´¨§½¼¾×éèêëáàâäãåæçíìîïñóòôöõøœúùûüýÿßÉÈÀÁÂÄÅÆÇÍÎÑÓÔÖØÚÜ\u00a0"
)

SAMPLE = 65536
"""Bytes looked at to tell UTF-16 and binary files from text."""


def decode(data: bytes, source: str, *, markup: bool = False) -> str:
    """The text that the bytes hold. `markup` lets a page say its encoding itself.

    Raises EmptyReport when nothing but blanks is in it, NotText when it is binary or of an
    encoding that cannot be told.
    """
    text = _decode(data, source, markup=markup)
    if not text.strip():
        raise EmptyReport(source, "nothing is in it; leave it out or fetch it again.")
    if len(_CONTROL.findall(text)) > max(3, len(text) // 100):
        raise NotText(source, "it is binary, not text; leave it out or save its text as .txt.")
    return text


def _decode(data: bytes, source: str, *, markup: bool) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace")
    if name := signature(data):
        raise NotText(source, f"it is {name}.")
    if encoding_of_zeros := _sixteen_bits(data):
        return data.decode(encoding_of_zeros, errors="replace")
    if b"\0" in data[:SAMPLE]:
        raise NotText(source, "it is binary, not text; leave it out or save its text as .txt.")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        declared = _declared(data) if markup else None
        return declared or _guessed(data, source)


@cache
def _signatures() -> tuple[tuple[bytes, int, str], ...]:
    return tuple(
        (bytes.fromhex(row["hex"]), int(row["offset"]), f"{row['name']}; {row['advice']}")
        for row in table("signatures.tsv")
    )


def signature(data: bytes) -> str | None:
    """What a file is by its first bytes, and what to do with it; None when they say nothing."""
    for mark, offset, name in _signatures():
        if data[offset : offset + len(mark)] == mark:
            return name
    return None


def _sixteen_bits(data: bytes) -> str | None:
    """UTF-16 without a mark: in text of Latin letters every second byte is zero."""
    sample = data[: SAMPLE - SAMPLE % 2]
    half = len(sample) // 2
    if half < 2 or len(data) % 2:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > 0.4 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.4 * half and odd < 0.05 * half:
        return "utf-16-be"
    return None


def _declared(data: bytes) -> str | None:
    match = _DECLARED.search(data[:4096])
    if match is None:
        return None
    name = (match[1] or match[2]).decode("ascii", "replace").lower()
    # Browsers read Latin-1 as Windows-1252, and pages rely on it.
    name = {
        "iso-8859-1": "cp1252",
        "latin-1": "cp1252",
        "ascii": "cp1252",
        "us-ascii": "cp1252",
    }.get(name, name)
    try:
        return data.decode(name, errors="replace")
    except LookupError:
        return None


def _guessed(data: bytes, source: str) -> str:
    """UTF-8 with a few broken bytes, Windows-1252, or what charset-normalizer finds."""
    mended = data.decode("utf-8", errors="replace")
    broken = mended.count("\ufffd")
    whole = sum(ord(c) > 127 for c in mended) - broken
    if whole >= 4 * broken:
        return mended
    western = data.decode("cp1252", errors="replace")
    if all(c in _WESTERN for c in western if ord(c) > 127):
        return western
    from charset_normalizer import from_bytes

    best = from_bytes(data[: 16 * SAMPLE]).best()
    if best is None:
        raise NotText(source, "its encoding cannot be told; save it as UTF-8.")
    return data.decode(best.encoding, errors="replace")
