"""The order of the rooms; the only code that knows it."""
