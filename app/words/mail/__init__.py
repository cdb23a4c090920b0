"""How letters are said."""
