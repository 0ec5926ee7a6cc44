"""The DuckDB database. No other package uses DuckDB."""
