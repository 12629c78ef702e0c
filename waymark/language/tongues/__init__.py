"""Recognising messages that are not in English, and the language they are in."""
