"""Common questions: the nearest by meaning has a reviewed answer."""
