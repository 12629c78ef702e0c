"""What a carer says about themselves and the person: condition, relationship, age, strain."""
