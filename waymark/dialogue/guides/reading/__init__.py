"""Reading what carers type as answers: generously, and never guessing between two meanings."""
