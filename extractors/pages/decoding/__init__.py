"""Bytes become text: the charset, as declared or as guessed."""
