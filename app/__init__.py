"""Putright: complaints put right. Kept empty, so that app.domain can be imported without Flask."""
