"""Finds who and what of the watchlist a text names, where, and why. Pure: no I/O, no clock, no database."""
