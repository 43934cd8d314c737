"""From the world to a report: collect."""
