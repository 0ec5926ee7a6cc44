"""The spellings under which a watchlist entry is entered in the index."""
