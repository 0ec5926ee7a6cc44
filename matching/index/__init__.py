"""A watchlist compiled, and how a text is looked up in it."""
