"""Word lists of our own, each with its sources."""
