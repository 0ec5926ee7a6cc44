-- The memory of Watchword. Instants are TIMESTAMP in UTC, durations DOUBLE seconds, offsets Unicode code points;
-- columns named after a field of core/records.py mean what its docstring says. Nested values are JSON text.
-- There are no foreign keys, enums or indexes: updates of their tables fail or lose rows in some DuckDB versions, and
-- keys are kept by the statements of storage/batches.py. `watchword doctor` checks them.

-- ------------------------------------------------------------------ runs

CREATE TABLE runs (
    run_id VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,              -- poll, digest, rematch, maintain
    started_at TIMESTAMP NOT NULL,
    ended_at TIMESTAMP,                 -- NULL while it runs, or if it was killed
    complete BOOLEAN NOT NULL,          -- it came to its end
    summary VARCHAR                     -- JSON: counts, never a target's name
);

-- One row. Grows whenever something changes that a reader of the snapshot sees.
CREATE TABLE changes (data_version BIGINT NOT NULL);
INSERT INTO changes VALUES (0);

-- ------------------------------------------------------------------ feeds

CREATE TABLE feeds (
    feed_id VARCHAR NOT NULL,           -- key
    url VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    title VARCHAR,
    tags VARCHAR[] NOT NULL,
    active BOOLEAN NOT NULL             -- stands in feeds.yaml
);

CREATE TABLE feed_states (
    feed_id VARCHAR NOT NULL,           -- key
    url VARCHAR NOT NULL,
    etag BLOB,
    last_modified BLOB,
    validator_origin VARCHAR,
    body_sha256 VARCHAR,
    first_polled_at TIMESTAMP,
    last_attempt_at TIMESTAMP,
    last_success_at TIMESTAMP,
    last_new_entry_at TIMESTAMP,
    last_probe_at TIMESTAMP,
    next_due_at TIMESTAMP,
    retry_after_at TIMESTAMP,
    interval DOUBLE,                    -- seconds
    usual_gap DOUBLE,                   -- seconds
    usual_new_entries DOUBLE,
    failure_streak BIGINT NOT NULL,
    failure_points DOUBLE NOT NULL,
    last_failure VARCHAR,
    paused VARCHAR,
    moved_to VARCHAR,
    moved_seen BIGINT NOT NULL,
    wanted_gap DOUBLE,                  -- seconds
    skip_hours BIGINT NOT NULL,
    skip_days BIGINT NOT NULL
);

-- A row a poll, kept 30 days.
CREATE TABLE polls (
    run_id VARCHAR NOT NULL,
    feed_id VARCHAR NOT NULL,
    polled_at TIMESTAMP NOT NULL,
    status VARCHAR NOT NULL,            -- new, unchanged, failed
    http_status BIGINT,
    elapsed_s DOUBLE NOT NULL,
    body_bytes BIGINT NOT NULL,
    entries BIGINT NOT NULL,            -- in the body
    new_entries BIGINT NOT NULL,        -- unseen or changed
    warnings VARCHAR[] NOT NULL,
    failure_kind VARCHAR,               -- transient, permanent; NULL for a success
    failure_cause VARCHAR,
    failure_message VARCHAR
);

-- ------------------------------------------------------------------ entries

-- Every entry that ever stood in a feed, narrow and for ever: what is known here is not new again.
CREATE TABLE entries (
    feed_id VARCHAR NOT NULL,           -- key, with entry_key
    entry_key VARCHAR NOT NULL,
    entry_hash VARCHAR NOT NULL,        -- of what the entry says; another one means that it is read again
    first_seen_at TIMESTAMP NOT NULL,
    rereads BIGINT NOT NULL             -- times it was queued again because it changed
);

-- Entries whose article is still to be read; a row leaves when it was read or given up.
CREATE TABLE pending (
    feed_id VARCHAR NOT NULL,           -- key, with entry_key
    entry_key VARCHAR NOT NULL,
    url VARCHAR,
    title VARCHAR,
    summary VARCHAR,
    content VARCHAR,
    published TIMESTAMP,
    seen_at TIMESTAMP NOT NULL,
    author VARCHAR,
    language VARCHAR,
    date_flag VARCHAR,
    revision VARCHAR,                   -- the date of the last edit, as the feed writes it
    origin VARCHAR NOT NULL,
    attempts BIGINT NOT NULL,
    next_attempt_at TIMESTAMP NOT NULL
);

-- A row an attempt to read an entry's article, kept 30 days.
CREATE TABLE readings (
    run_id VARCHAR NOT NULL,
    feed_id VARCHAR NOT NULL,
    entry_key VARCHAR NOT NULL,
    url VARCHAR,
    read_at TIMESTAMP NOT NULL,
    article_id VARCHAR,                 -- NULL if nothing was read
    site VARCHAR,
    quality VARCHAR,
    failure_kind VARCHAR,               -- NULL for a success
    failure_cause VARCHAR,
    failure_message VARCHAR
);

-- ------------------------------------------------------------------ articles

-- A row a version. Several entries may lead to one article: see sightings.
CREATE TABLE versions (
    article_id VARCHAR NOT NULL,        -- key, with content_hash
    content_hash VARCHAR NOT NULL,
    is_current BOOLEAN NOT NULL,        -- the version stored last; true for exactly one of an article
    stored_at TIMESTAMP NOT NULL,
    first_seen_at TIMESTAMP NOT NULL,   -- of the article, the same for all its versions
    feed_id VARCHAR NOT NULL,           -- of the entry that led to this version
    entry_key VARCHAR NOT NULL,
    url VARCHAR NOT NULL,               -- canonical
    site VARCHAR NOT NULL,
    title VARCHAR,
    text VARCHAR NOT NULL USING COMPRESSION zstd,
    zones VARCHAR NOT NULL,             -- JSON
    quality VARCHAR NOT NULL,
    quality_reason VARCHAR NOT NULL,
    published VARCHAR,                  -- JSON: what the publisher says, with its precision
    author VARCHAR,
    language VARCHAR,
    origin VARCHAR NOT NULL
);

CREATE TABLE sightings (
    article_id VARCHAR NOT NULL,        -- key, with feed_id and entry_key
    feed_id VARCHAR NOT NULL,
    entry_key VARCHAR NOT NULL,
    seen_at TIMESTAMP NOT NULL
);

-- Articles that were purged for their age: they stay away though an entry may lead to them again.
CREATE TABLE tombstones (
    article_id VARCHAR NOT NULL,        -- key
    purged_at TIMESTAMP NOT NULL
);

-- The bytes as they came, as evidence.
CREATE TABLE pages (
    article_id VARCHAR NOT NULL,        -- key, with content_hash
    content_hash VARCHAR NOT NULL,
    url VARCHAR NOT NULL,
    final_url VARCHAR NOT NULL,
    status BIGINT NOT NULL,
    headers VARCHAR NOT NULL,           -- JSON, pairs
    body BLOB NOT NULL USING COMPRESSION zstd,
    fetched_at TIMESTAMP NOT NULL,
    sha256 VARCHAR NOT NULL             -- of body, hex
);

-- Blocks of text by site, so that what is repeated on many pages can be told from an article.
CREATE TABLE host_blocks (
    site VARCHAR NOT NULL,              -- key, with block_hash
    block_hash VARCHAR NOT NULL,
    pages BIGINT NOT NULL,              -- articles it was seen on
    last_article_id VARCHAR NOT NULL,
    last_seen_at TIMESTAMP NOT NULL
);

-- ------------------------------------------------------------------ the watchlist

CREATE TABLE watchlists (
    watchlist_version VARCHAR NOT NULL,
    saved_at TIMESTAMP NOT NULL
);

-- A row an entry and wording, for ever: hits of old wordings can still be explained.
CREATE TABLE targets (
    target_id VARCHAR NOT NULL,         -- key, with since
    since TIMESTAMP NOT NULL,
    until TIMESTAMP,                    -- NULL while this wording is in force
    watchlist_version VARCHAR NOT NULL, -- the first one with this wording
    name VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    severity VARCHAR NOT NULL,
    tags VARCHAR[] NOT NULL,
    basis VARCHAR,
    source VARCHAR,
    entry_hash VARCHAR NOT NULL
);

-- Stored articles to read again for changed entries.
CREATE TABLE rematch_jobs (
    job_id VARCHAR NOT NULL,            -- key
    target_ids VARCHAR[] NOT NULL,
    watchlist_version VARCHAR NOT NULL,
    since TIMESTAMP NOT NULL,           -- articles first seen from here …
    before TIMESTAMP NOT NULL,          -- … and stored before here
    requested_at TIMESTAMP NOT NULL,
    planned BOOLEAN NOT NULL,           -- its articles are in rematch_queue
    ended_at TIMESTAMP,
    examined BIGINT NOT NULL,
    found BIGINT NOT NULL,
    closed BIGINT NOT NULL
);

CREATE TABLE rematch_queue (
    job_id VARCHAR NOT NULL,            -- key, with article_id; a row leaves when it was read
    article_id VARCHAR NOT NULL,
    first_seen_at TIMESTAMP NOT NULL
);

-- ------------------------------------------------------------------ hits

CREATE TABLE hits (
    hit_id VARCHAR NOT NULL,            -- key
    article_id VARCHAR NOT NULL,
    target_id VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    band VARCHAR NOT NULL,
    score BIGINT NOT NULL,
    mentions VARCHAR NOT NULL,          -- JSON, best first
    reasons VARCHAR NOT NULL,           -- JSON
    watchlist_version VARCHAR NOT NULL,
    article_version VARCHAR NOT NULL,
    retroactive BOOLEAN NOT NULL,       -- found in the archive, after a change of the watchlist
    found_at TIMESTAMP NOT NULL,        -- moves when the band rises or the hit is opened again
    status VARCHAR NOT NULL,            -- open, closed
    closed_at TIMESTAMP,
    closed_reason VARCHAR,
    quote VARCHAR NOT NULL,             -- the sentence around the best mention
    quote_start BIGINT NOT NULL,        -- its offset in the mention's field
    revised_at TIMESTAMP NOT NULL       -- when this row was written
);

-- What a hit was before each change of its evidence.
CREATE TABLE hit_history AS FROM hits LIMIT 0;

CREATE TABLE reviews (
    hit_id VARCHAR NOT NULL,
    verdict VARCHAR NOT NULL,           -- confirmed, dismissed, suppressed; the latest counts
    note VARCHAR,
    reviewer VARCHAR,
    reviewed_at TIMESTAMP NOT NULL
);

-- ------------------------------------------------------------------ stories

CREATE TABLE stories (
    story_id VARCHAR NOT NULL,          -- key
    article_ids VARCHAR[] NOT NULL,
    links VARCHAR NOT NULL,             -- JSON
    severity VARCHAR,
    first_seen_at TIMESTAMP NOT NULL,
    last_seen_at TIMESTAMP NOT NULL,
    title VARCHAR,
    merged_ids VARCHAR[] NOT NULL
);

CREATE TABLE story_articles (
    article_id VARCHAR NOT NULL,        -- key
    story_id VARCHAR NOT NULL
);

-- ------------------------------------------------------------------ alerts

CREATE TABLE digests (
    digest_id VARCHAR NOT NULL,         -- key
    subscription_id VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    window_start TIMESTAMP NOT NULL,
    window_end TIMESTAMP NOT NULL,
    composed_at TIMESTAMP NOT NULL,
    cards BIGINT NOT NULL               -- stories told as news
);

CREATE TABLE told (
    subscription_id VARCHAR NOT NULL,   -- key, with hit_id, article_version and story_id
    hit_id VARCHAR NOT NULL,
    story_id VARCHAR NOT NULL,
    article_id VARCHAR NOT NULL,
    article_version VARCHAR NOT NULL,
    target_id VARCHAR NOT NULL,
    severity VARCHAR,                   -- NULL: told only as something to check
    section VARCHAR NOT NULL,
    digest_id VARCHAR NOT NULL,
    told_at TIMESTAMP NOT NULL,
    "primary" BOOLEAN NOT NULL,
    correction BOOLEAN NOT NULL
);

CREATE TABLE deliveries (
    delivery_id VARCHAR NOT NULL,       -- key
    digest_id VARCHAR NOT NULL,
    subscription_id VARCHAR NOT NULL,
    recipient VARCHAR NOT NULL,
    message_id VARCHAR NOT NULL,
    subject VARCHAR NOT NULL,
    body BLOB NOT NULL USING COMPRESSION zstd,
    created_at TIMESTAMP NOT NULL,
    channel VARCHAR NOT NULL,
    state VARCHAR NOT NULL,
    attempts BIGINT NOT NULL,
    last_error VARCHAR,
    next_attempt_at TIMESTAMP,
    finished_at TIMESTAMP
);
