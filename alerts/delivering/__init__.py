"""How messages are handed over: the outbox, mail, and other channels."""
