"""The record as JSON over HTTP."""
