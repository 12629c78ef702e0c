"""Reading, checking and looking things up in what the project knows."""
