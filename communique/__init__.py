"""Communique reads press reports of diplomacy and keeps the record.

`read` reads one report; `open_record` opens a record, which `communique.store.questions` asks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from communique.model.reading import Reading
    from communique.model.report import Report
    from communique.pipeline.inspect import read_one as read
    from communique.store.session import open_record

__all__ = ["Reading", "Report", "__version__", "open_record", "read"]
__version__ = "0.1.0"

_WHERE = {
    "Reading": ("communique.model.reading", "Reading"),
    "Report": ("communique.model.report", "Report"),
    "open_record": ("communique.store.session", "open_record"),
    "read": ("communique.pipeline.inspect", "read_one"),
}


def __getattr__(name: str) -> Any:
    # Importing communique loads nothing heavy; a public name is loaded when it is asked for.
    if name not in _WHERE:
        raise AttributeError(f"module 'communique' has no attribute {name!r}")
    from importlib import import_module

    module, attribute = _WHERE[name]
    return getattr(import_module(module), attribute)
