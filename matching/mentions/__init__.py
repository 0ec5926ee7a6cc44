"""Where a listed name is mentioned in a text."""
