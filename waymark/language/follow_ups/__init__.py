"""Short messages that mean something shown before: "what's their number", "the second one", "and in Stockport?"."""
