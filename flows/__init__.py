"""The Prefect flows: wiring, batching and retries; the work itself is done by the stages."""
