"""Rows about people: sessions, tries and those who take part in a case."""
