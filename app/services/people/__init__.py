"""What is done for the people who use the site."""
