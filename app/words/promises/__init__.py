"""How promises are said."""
