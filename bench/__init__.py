"""Measurements of Waymark: speed beside Rasa's own moodbot, understanding on labelled files, classifiers compared."""
