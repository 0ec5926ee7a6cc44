"""The heart: who and what of the watchlist stands in a text, where, and why. Pure: no I/O, no clock, no database."""
