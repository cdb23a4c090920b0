"""What is kept of the clock: the bank holidays it counts by."""
