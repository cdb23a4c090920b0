"""Rows of the landlord's own data: settings, staff, homes, and who looked at which case."""
