"""What a digest contains: findings are selected, grouped and reported once. Pure."""
