"""The names of the classes, shared by data, model and export; the order is part of the model."""

from __future__ import annotations

NAME_TYPES = (
    "person", "organization", "place", "nationality", "date",
    "money", "facility", "product", "event", "misc",
)  # fmt: skip
ROLES = ("source", "cue", "content")


def tags(types: tuple[str, ...]) -> list[str]:
    """O and then B, I, E, S of every type."""
    return ["O"] + [f"{place}-{kind}" for kind in types for place in "BIES"]


NAME_TAGS = tags(NAME_TYPES)
ROLE_TAGS = tags(ROLES)


def bies(length: int) -> list[int]:
    """Places of the words of a span of that length: 0 B, 1 I, 2 E, 3 S."""
    return [3] if length == 1 else [0, *[1] * (length - 2), 2]
