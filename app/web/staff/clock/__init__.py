"""What there is to do, and by when."""
