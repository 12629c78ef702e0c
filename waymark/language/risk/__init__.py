"""Finding explicit danger in what people type, by reviewed patterns of words."""
