"""What is said of the landlord and its staff."""
