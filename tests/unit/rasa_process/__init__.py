"""Unit tests that import Rasa itself (seconds, and some 500 MB)."""
