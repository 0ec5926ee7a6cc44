"""Text prepared for comparison: characters, folding, offsets, one tokenised field of an article."""
