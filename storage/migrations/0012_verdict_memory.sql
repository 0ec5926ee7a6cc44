-- What a verdict says besides: why, and until when it holds. A suppression that gave it, if no person did.
ALTER TABLE reviews ADD COLUMN IF NOT EXISTS reason VARCHAR;
ALTER TABLE reviews ADD COLUMN IF NOT EXISTS until TIMESTAMP;
ALTER TABLE reviews ADD COLUMN IF NOT EXISTS suppression_id VARCHAR;

-- Finds that are counted and not told from now on. A verdict `suppressed` of earlier releases holds for its story alone
-- and stays as it is.
CREATE TABLE suppressions (
    suppression_id VARCHAR NOT NULL,    -- key
    target_id VARCHAR NOT NULL,
    alias VARCHAR,                      -- only where the text has this spelling; NULL for any
    context VARCHAR,                    -- only where the sentence has these words; NULL for any
    until TIMESTAMP,                    -- NULL for ever
    note VARCHAR,
    reviewer VARCHAR,
    created_at TIMESTAMP NOT NULL,
    ended_at TIMESTAMP                  -- by a person, before it expired
);
