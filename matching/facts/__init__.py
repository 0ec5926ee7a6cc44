"""Which bearer of a name an article means: what it says of the mentioned person, compared with the facts of an entry.

    excerpt of a mention ─► reading: claims ─► comparing with the entry's facts: comparisons, which scoring weighs

Everything is text, offsets and dates; nothing here is done for mentions of entries without facts.
"""
