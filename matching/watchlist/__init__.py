"""The watchlist: its model, file formats, validation, linting and comparison."""
