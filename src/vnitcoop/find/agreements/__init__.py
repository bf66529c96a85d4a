"""What was signed, and by whom."""
