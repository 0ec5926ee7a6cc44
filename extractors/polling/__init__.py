"""Which feed is asked when, and which of its entries are new."""
