"""What a message is about: the topic classifier and the gate that decides how sure is sure enough."""
