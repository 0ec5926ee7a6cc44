"""What was found becomes a digest, and a digest becomes mail."""
