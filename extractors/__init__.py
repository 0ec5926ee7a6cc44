"""Bytes from outside become entries and articles."""
