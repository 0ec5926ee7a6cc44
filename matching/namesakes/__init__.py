"""Edits of an entry that hold its namesakes back, proposed from what a person confirmed and dismissed."""
