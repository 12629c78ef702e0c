"""Rasa custom actions: one skill a file, each a thin wrapper around waymark.dialogue."""
