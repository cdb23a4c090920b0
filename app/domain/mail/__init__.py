"""What goes out, to whom and by which way."""
