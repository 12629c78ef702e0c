"""Pages of other sites with the chat in them, served from an origin of their own."""
