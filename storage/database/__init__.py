"""The live database file: opening, locking, bulk reads and writes, migrations."""
