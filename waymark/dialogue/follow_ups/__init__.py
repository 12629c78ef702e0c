"""Follow-ups on what was shown: their number, whether they are open, the second one, the same elsewhere."""
