"""The outside: one module a library or machine, so that each can be changed in one place."""
