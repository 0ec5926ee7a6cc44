"""What a page says of its article outside of the text: headline, date, author, outlet, language."""
