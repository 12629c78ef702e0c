"""Finding where people live in what they write."""
