"""Digests of what was found, and their delivery by mail and other channels."""
