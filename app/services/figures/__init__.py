"""What is done with figures: counted, reported and checked."""
