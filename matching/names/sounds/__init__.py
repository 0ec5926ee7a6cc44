"""How words of different scripts sound, and how far two of them are apart."""
