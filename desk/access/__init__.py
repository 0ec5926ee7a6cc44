"""Who gets in: where a desk may listen, sessions, and what every request must pass."""
