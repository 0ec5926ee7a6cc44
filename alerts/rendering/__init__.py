"""How a digest reads: its views, its bodies and the bytes of its message."""
