"""Words and names we know: data files, loaded and checked once."""
