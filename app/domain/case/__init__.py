"""What happens to a complaint, one noun a module."""
