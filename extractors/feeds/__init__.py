"""Feeds: their configuration (feeds.yaml), their formats, their entries, and how they are discovered."""
