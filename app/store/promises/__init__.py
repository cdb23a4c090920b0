"""Rows of promises."""
