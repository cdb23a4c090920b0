"""What the staff do with promises."""
