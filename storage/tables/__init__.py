"""Reading and writing the tables: a module for each table or group of tables."""
