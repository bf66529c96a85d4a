"""What was held: events by name or without one, when, where and by whom."""
