"""What the house is about: frozen dataclasses, standard library only."""
