"""Rows of complaints and what was said in them."""
