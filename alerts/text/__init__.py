"""Foreign text made safe, and the words of mail."""
