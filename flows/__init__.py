"""The Prefect flows: wiring, batching and retries. The work itself is in the other packages."""
