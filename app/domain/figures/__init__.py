"""What is counted: every figure from the record, and none that does not add up (8.1)."""
