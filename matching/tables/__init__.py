"""Word lists and character tables; each module names its source and licence. Own collections are Apache-2.0."""
