"""The rules: standard library only. No Flask, no SQL, no clock, no chance, no sentences."""
