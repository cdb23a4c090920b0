"""What a report shows, a module for each group of figures: tables, charts and true sentences (8.1, 12.6)."""
