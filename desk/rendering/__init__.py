"""Templates and what they print with."""
