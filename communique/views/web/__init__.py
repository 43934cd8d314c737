"""The record as pages, rendered on the server: no build step, no network."""
