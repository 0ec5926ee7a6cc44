"""alerts.yaml as values, and when its digests are due."""
