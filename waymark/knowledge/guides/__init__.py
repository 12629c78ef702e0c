"""Guides as data: what their conditions mean, and whether a guide holds together."""
