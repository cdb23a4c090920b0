"""What is done with a complaint, one noun a module."""
