"""How a complaint's events and refusals are said."""
