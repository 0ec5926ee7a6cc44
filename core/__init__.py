"""The values that flow between the stages, and what every package may use: errors, settings, files, URLs."""
