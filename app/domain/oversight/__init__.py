"""What is learnt from complaints, and what changes because of it (9.1–9.3)."""
