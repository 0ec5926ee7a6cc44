"""Polling feeds: when each is polled, what is new in it, and what happens when it fails."""
