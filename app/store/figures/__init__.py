"""Rows that figures are counted from."""
