"""The command line: each command reads what was typed and hands it to the pipeline or the store."""

from __future__ import annotations

from communique.views.cli.main import main

__all__ = ["main"]
