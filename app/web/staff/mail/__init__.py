"""What the staff do with letters."""
