"""Running guides: one small state, one step at a time. Pure Python."""
