"""What carers reach: a Starlette service in front of Rasa."""
