"""The memory: DuckDB, and nothing else of the project knows it."""
