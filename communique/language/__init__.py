"""From a report's prose to a Text."""
