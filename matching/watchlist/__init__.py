"""What a user lists: the model, its files, what is refused, risky or changed."""
