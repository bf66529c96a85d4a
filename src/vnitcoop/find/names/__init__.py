"""Who and what is named: bodies, persons, places, their roles, and which names are of one thing."""
