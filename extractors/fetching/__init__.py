"""Bytes over HTTP, guarded and polite."""
