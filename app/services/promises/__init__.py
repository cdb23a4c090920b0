"""What is done with promises."""
