"""The pages of staff about what was learnt from complaints."""
