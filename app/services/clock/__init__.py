"""What the system does with the clock."""
