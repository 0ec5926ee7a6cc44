"""Listed words and written ones that sound alike, across scripts."""
