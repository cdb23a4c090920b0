"""What the staff do with a complaint."""
