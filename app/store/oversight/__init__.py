"""Rows about what was learnt from complaints."""
