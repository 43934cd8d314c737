"""From many readings to one account; pure functions."""
