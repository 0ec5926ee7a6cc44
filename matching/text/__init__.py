"""What is compared: characters, folding, offsets, one tokenised field of an article."""
