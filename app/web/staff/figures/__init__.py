"""The staff's pages of figures."""
