"""What names of places look like."""

from __future__ import annotations

import unicodedata


def is_english(name: str) -> bool:
    """Whether a name could stand in English text: Latin letters, a capital first, no code."""
    if not (len(name) > 3 and name[0].isupper() and not name.isupper()):
        return False
    if name.isascii():
        return True
    return all("LATIN" in unicodedata.name(c, "") for c in name if c.isalpha())
