"""Names and their words: parsing, transliteration, grammatical cases, similarity."""
