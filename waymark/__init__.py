"""Waymark: a signposting assistant for unpaid carers in the UK."""
