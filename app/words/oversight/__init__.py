"""How it is said what was learnt."""
