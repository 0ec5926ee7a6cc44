"""What a mention is worth, its band and its reasons."""
