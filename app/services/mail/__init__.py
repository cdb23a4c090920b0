"""How letters are frozen and word is posted."""
