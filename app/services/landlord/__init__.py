"""What is done with the landlord's own data."""
