"""Rows of issued letters."""
