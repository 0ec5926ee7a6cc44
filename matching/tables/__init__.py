"""Word lists and letter tables, each with its source and licence."""
