"""What is kept: one module a table, and the questions that join several."""
