"""Context rules: their model, compiling and evaluation."""
