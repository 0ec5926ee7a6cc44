"""The bytes of a feed become entries; feeds.yaml names the feeds."""
