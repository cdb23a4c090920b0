"""What the system does: one verb each, load, rule, record, post. Never commits, never reads the clock."""
