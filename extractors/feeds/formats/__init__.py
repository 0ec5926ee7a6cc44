"""One reader for each feed format: bytes become `FeedContents`. `extractors/feeds/parsing.py` chooses among them."""
