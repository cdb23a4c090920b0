"""How the clock is said."""
