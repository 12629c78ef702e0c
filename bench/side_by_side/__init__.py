"""Waymark's pipeline, Rasa's default pipeline and plain full-text search on the same labelled sentences, in one run."""
