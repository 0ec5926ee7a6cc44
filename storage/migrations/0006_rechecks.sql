-- Pages with a hit that are fetched again, because publishers edit articles without a word in the feed. A row an entry,
-- with what the feed said of it; next_check_at is NULL after the last check.
CREATE TABLE rechecks AS
SELECT feed_id, entry_key, url, title, summary, content, published, seen_at, author, language, date_flag, revision,
    origin, ''::VARCHAR AS article_id, seen_at AS first_read_at, 0::BIGINT AS checks, seen_at AS next_check_at
FROM pending LIMIT 0;
