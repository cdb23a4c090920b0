"""What is kept: SQLAlchemy rows and queries. Decides nothing."""
