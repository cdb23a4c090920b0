"""What the landlord says of itself, and who of its staff may do what."""
