"""How the reader was made; not part of the package."""
