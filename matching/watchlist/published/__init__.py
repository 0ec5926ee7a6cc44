"""Published lists of people, organisations, ships and other assets, each format read into the same values."""
