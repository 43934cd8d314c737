"""From a Text to a Reading."""
