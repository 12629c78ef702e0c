"""Understanding what carers write: the components of the NLU pipeline and what they rest on."""
