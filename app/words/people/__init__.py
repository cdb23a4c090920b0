"""How the people of a case are said."""
