"""Who takes part in a complaint, and how they may be reached."""
