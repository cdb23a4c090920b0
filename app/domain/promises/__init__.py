"""What the landlord said it would do, and by when."""
