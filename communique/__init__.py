"""Communique reads press reports of diplomacy and keeps the record."""

__version__ = "0.1.0"
