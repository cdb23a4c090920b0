"""What the staff do with the people of a case."""
