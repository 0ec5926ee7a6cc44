-- The words of stored articles, so that a changed watchlist entry need not have all of them read again. All of it is
-- computed from `versions` and can be dropped at any time: articles without words are read again in any case.

-- One row: which rules of folding and likeness the words were made by; with others, they are made anew.
CREATE TABLE word_rules (version VARCHAR NOT NULL);

-- Articles whose words are known, by number.
CREATE TABLE documents (
    document UINTEGER NOT NULL,         -- key
    article_id VARCHAR NOT NULL,        -- key, with content_hash
    content_hash VARCHAR NOT NULL
);

-- Every folded word once.
CREATE TABLE words (
    word_id UINTEGER NOT NULL,          -- key
    word VARCHAR NOT NULL,              -- key
    likely BOOLEAN NOT NULL             -- met with a capital or in a script without: it may be a name misspelt
);

-- Checksums that like words share, of the likely words.
CREATE TABLE word_marks (
    mark UINTEGER NOT NULL,
    word_id UINTEGER NOT NULL
);

-- Which word stands in which article.
CREATE TABLE postings (
    document UINTEGER NOT NULL,
    word_id UINTEGER NOT NULL
);
