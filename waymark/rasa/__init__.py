"""What runs inside the Rasa process beside the NLU pipeline: its launcher, conversation store and words."""
