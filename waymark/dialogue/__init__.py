"""Deciding what to say: pure Python, no Rasa."""
