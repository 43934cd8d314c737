"""Keeping and asking; the only room that knows SQLAlchemy."""
