"""What is done with what complaints teach: written, published, taken back."""
