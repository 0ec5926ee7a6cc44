"""One name and one word of it: parsing, other scripts, grammatical cases, similarity."""
