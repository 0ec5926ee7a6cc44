-- The public SQL interface, built from the live database (catalog `live`) at each publication; `texts` has the text and the zones
-- of the articles with hits (storage/snapshot.py).
-- Instants are TIMESTAMP in UTC; offsets count Unicode code points, the end excluded. DuckDB 1.1 must understand the views.

CREATE TABLE targets AS
SELECT target_id, name, kind, severity, tags, basis, source, entry_hash, watchlist_version, since, until
FROM live.targets;

CREATE TABLE stories AS
SELECT story_id, title, severity, first_seen_at, last_seen_at, len(article_ids) AS articles, article_ids, links,
    events
FROM live.stories;

CREATE TABLE articles AS
WITH current AS (SELECT * EXCLUDE (text, zones) FROM live.versions WHERE is_current),
counted AS (SELECT article_id, count(*) AS versions FROM live.versions GROUP BY article_id),
cited AS (SELECT DISTINCT article_id FROM live.hits)
SELECT
    current.article_id, story_id, current.feed_id, url, site, publisher, title, author, language,
    published->>'$.at' AS published,
    CASE WHEN published IS NOT NULL THEN
        timezone('UTC', TRY_CAST(published->>'$.at' AS TIMESTAMPTZ)) END AS published_at,
    published->>'$.source' AS published_source,
    first_seen_at, stored_at, quality, quality_reason, origin, content_hash, coalesce(versions, 1) AS versions,
    CASE WHEN cited.article_id IS NOT NULL THEN text END AS text,
    CASE WHEN cited.article_id IS NOT NULL THEN zones END AS zones
FROM current
LEFT JOIN texts USING (article_id, content_hash)
LEFT JOIN counted USING (article_id)
LEFT JOIN cited USING (article_id)
LEFT JOIN live.story_articles USING (article_id);

CREATE TABLE article_versions AS
WITH edited AS (SELECT article_id FROM live.versions GROUP BY article_id HAVING count(*) > 1),
compared AS (
    SELECT article_id, content_hash, stored_at, is_current, title, published->>'$.at' AS published,
        row_number() OVER ordered AS version,
        title IS DISTINCT FROM lag(title) OVER ordered AS retitled,
        text IS DISTINCT FROM lag(text) OVER ordered AS rewritten,
        published->>'$.at' IS DISTINCT FROM lag(published->>'$.at') OVER ordered AS redated
    FROM live.versions SEMI JOIN edited USING (article_id)
    WINDOW ordered AS (PARTITION BY article_id ORDER BY stored_at, content_hash)
)
SELECT article_id, version, content_hash, stored_at, is_current, title, published,
    CASE WHEN version > 1 AND retitled THEN ['title'] ELSE [] END
        || CASE WHEN version > 1 AND rewritten THEN ['text'] ELSE [] END
        || CASE WHEN version > 1 AND redated THEN ['date'] ELSE [] END AS changed
FROM compared;

-- The pages as they were fetched, which are kept as evidence; their bytes are in the live database.
CREATE TABLE pages AS
SELECT article_id, content_hash, url, final_url, status, fetched_at, sha256 FROM live.pages;

CREATE TABLE hits_all AS
WITH named AS (
    SELECT target_id, name, severity, tags, basis FROM live.targets
    QUALIFY row_number() OVER (PARTITION BY target_id ORDER BY since DESC) = 1
),
reviewed AS (
    SELECT hit_id, CASE WHEN verdict = 'open' OR (verdict = 'snoozed' AND until <= getvariable('published_at')) THEN NULL
        ELSE verdict END AS verdict, note, reviewer, reviewed_at, carried_from, reason AS verdict_reason,
        until AS snoozed_until, suppression_id
    FROM live.reviews
    QUALIFY row_number() OVER (PARTITION BY hit_id ORDER BY reviewed_at DESC, rowid DESC) = 1
),
refused AS (SELECT digest_id FROM live.deliveries GROUP BY digest_id HAVING bool_and(state = 'dead')),
reports AS (
    SELECT hit_id, digest_id, told_at FROM live.told
    UNION ALL
    SELECT hit_id, retold_in, composed_at FROM live.missed JOIN live.digests ON digests.digest_id = retold_in
),
told AS (SELECT hit_id, min(told_at) AS told_at FROM reports ANTI JOIN refused USING (digest_id) GROUP BY hit_id)
SELECT
    hits.hit_id, hits.target_id, coalesce(named.name, hits.target_id) AS target_name, hits.kind,
    coalesce(named.severity, 'medium') AS severity, coalesce(named.tags, []) AS tags, basis,
    band, score, hits.article_id, articles.story_id, articles.feed_id, articles.url, articles.title,
    articles.site AS source, articles.publisher, articles.language, articles.published_at, articles.first_seen_at,
    hits.found_at, hits.retroactive,
    mentions->>'$[0].zone' AS zone, mentions->>'$[0].method' AS method, mentions->>'$[0].surface' AS surface,
    mentions->>'$[0].field' AS field, quote, quote_start, reasons, hits.watchlist_version, article_version,
    verdict, note, reviewer, reviewed_at, carried_from, verdict_reason, snoozed_until, suppression_id, told_at, status, closed_at, closed_reason, articles.origin,
    deciding_reason(reasons) AS deciding_reason
FROM live.hits
LEFT JOIN named USING (target_id)
LEFT JOIN articles USING (article_id)
LEFT JOIN reviewed USING (hit_id)
LEFT JOIN told USING (hit_id);

CREATE VIEW hits AS SELECT * EXCLUDE (status, closed_at, closed_reason) FROM hits_all WHERE status = 'open';

CREATE TABLE reviews AS
SELECT hit_id, hits_all.target_id, target_name, story_id, reviews.verdict, reviews.note, reviews.reviewer,
    reviews.reviewed_at, reviews.carried_from, reviews.reason, reviews.until, reviews.suppression_id
FROM live.reviews LEFT JOIN hits_all USING (hit_id);

-- Kinds of finds that are counted and not reported, with how many there were.
CREATE TABLE suppressions AS
SELECT suppressions.*, coalesce(held, 0) AS hits FROM live.suppressions LEFT JOIN (
    SELECT suppression_id, count(DISTINCT hit_id) AS held FROM live.reviews WHERE suppression_id IS NOT NULL
    GROUP BY suppression_id
) USING (suppression_id);

-- Whom a hit was reported to: a row a hit and subscription; `deliveries` has the messages, by digest_id.
CREATE TABLE notifications AS
SELECT hit_id, subscription_id, section, digest_id, told_at FROM live.told
UNION ALL
SELECT hit_id, missed.subscription_id, 'again', retold_in, composed_at
FROM live.missed JOIN live.digests ON digests.digest_id = retold_in;

CREATE TABLE mentions AS
WITH listed AS (
    SELECT hit_id, article_id, target_id, status,
        unnest(from_json(mentions, '[{"field": "VARCHAR", "start": "BIGINT", "end": "BIGINT", "surface": "VARCHAR", "alias": "VARCHAR", "method": "VARCHAR", "zone": "VARCHAR"}]')) AS mention,
        generate_subscripts(from_json(mentions, '["JSON"]'), 1) AS rank
    FROM live.hits
)
SELECT hit_id, article_id, target_id, status, rank, mention.field, mention.start AS start_offset,
    mention."end" AS end_offset, mention.surface, mention.alias, mention.method, mention.zone
FROM listed;

-- What an article says of the person whom a hit names, and what the list says: reasons of the two codes of facts.
CREATE TABLE hit_facts AS
WITH listed AS (
    SELECT hit_id, article_id, target_id, status, unnest(from_json(reasons, '["JSON"]')) AS reason FROM live.hits
    WHERE contains(reasons::VARCHAR, 'fact_')
)
SELECT hit_id, article_id, target_id, status, reason->>'$.facts.fact' AS fact,
    (reason->>'$.facts.agrees')::BOOLEAN AS agrees, reason->>'$.facts.weight' AS weight,
    reason->>'$.facts.said' AS said, reason->>'$.facts.listed' AS listed, reason->>'$.facts.field' AS field,
    (reason->>'$.facts.start')::BIGINT AS start_offset, (reason->>'$.facts."end"')::BIGINT AS end_offset,
    reason->>'$.facts.surface' AS surface
FROM listed WHERE reason->>'$.code' IN ('fact_agrees', 'fact_contradicts');

CREATE TABLE feed_health AS
WITH latest AS (
    FROM live.polls QUALIFY row_number() OVER (PARTITION BY feed_id ORDER BY polled_at DESC) = 1
),
week AS (
    SELECT feed_id, count(*) AS polls, count(*) FILTER (status = 'failed') AS failed_polls,
        sum(new_entries)::BIGINT AS new_entries, median(elapsed_s) AS median_elapsed_s
    FROM live.polls WHERE polled_at >= (SELECT max(polled_at) FROM live.polls) - INTERVAL 7 DAY GROUP BY feed_id
)
SELECT feeds.feed_id, feeds.url, feeds.title, feeds.tags, feeds.active, latest.status AS last_status,
    latest.http_status AS last_http_status, latest.failure_cause AS last_cause, latest.failure_message AS last_message,
    state.last_attempt_at, state.last_success_at, state.last_new_entry_at,
    CASE WHEN feeds.active AND state.paused IS NULL AND feeds.paused IS NOT TRUE
        THEN greatest(state.next_due_at, state.retry_after_at) END AS next_due_at,
    coalesce(state.failure_streak, 0) AS failure_streak, coalesce(state.paused, CASE WHEN feeds.paused THEN 'by hand' END) AS paused, state.moved_to,
    state.usual_gap AS usual_gap_s,
    coalesce(week.polls, 0) AS polls_7d, coalesce(week.failed_polls, 0) AS failed_polls_7d,
    coalesce(week.new_entries, 0) AS new_entries_7d, week.median_elapsed_s AS median_elapsed_s_7d
FROM live.feeds
LEFT JOIN live.feed_states AS state USING (feed_id)
LEFT JOIN latest USING (feed_id)
LEFT JOIN week USING (feed_id);

-- Pages that could not be read at all, or of which only the opening was: by hand they can be.
CREATE TABLE unread_pages AS
WITH attempted AS (
    SELECT feed_id, entry_key, url, min(read_at) AS since, max(read_at) AS last_attempt_at, count(*) AS attempts,
        arg_max(failure_cause, read_at) AS cause, arg_max(failure_message, read_at) AS message,
        arg_max(failure_cause IS NULL, read_at) AS is_read
    FROM live.readings GROUP BY feed_id, entry_key, url
),
failed AS (
    SELECT coalesce(attempted.url, pending.url, attempted.entry_key) AS url, pending.title AS headline,
        attempted.feed_id, cause, message, since, attempted.attempts, next_attempt_at AS next_try_at
    FROM attempted LEFT JOIN live.pending USING (feed_id, entry_key)
    WHERE NOT is_read AND attempted.entry_key NOT IN (
        SELECT entry_key FROM live.sightings WHERE sightings.feed_id = attempted.feed_id
    )
),
tried AS (  -- what kept the page away from which only the opening, or the feed's own words, are stored
    SELECT article_id, arg_max(failure_cause, read_at) AS why, count(*) AS times
    FROM live.readings WHERE article_id IS NOT NULL GROUP BY article_id
),
partly AS (
    SELECT url, title AS headline, feed_id, coalesce(why, quality) AS cause, quality_reason AS message,
        stored_at AS since, coalesce(times, 1) AS attempts, NULL::TIMESTAMP AS next_try_at
    FROM live.versions LEFT JOIN tried USING (article_id) WHERE is_current AND quality IN ('paywall', 'consent', 'partial', 'empty', 'not_article')
)
SELECT unread.*, by_hand.read_at AS read_by_hand_at, by_hand.reader AS read_by_hand_by
FROM (SELECT * FROM failed UNION ALL BY NAME SELECT * FROM partly) unread
LEFT JOIN live.read_by_hand by_hand USING (url)
ORDER BY since DESC, url;

CREATE TABLE deliveries AS
SELECT delivery_id, digest_id, subscription_id, kind, recipient, message_id, subject, channel, state, attempts,
    last_error, created_at, next_attempt_at, finished_at, window_start, window_end
FROM live.deliveries LEFT JOIN (SELECT digest_id, kind, window_start, window_end FROM live.digests) USING (digest_id);

CREATE VIEW hits_by_target_day AS
SELECT target_id, target_name, severity, CAST(found_at AS DATE) AS day,
    count(*) FILTER (band = 'alert') AS alerts, count(*) FILTER (band = 'review') AS reviews,
    count(*) FILTER (band = 'suppressed') AS suppressed, count(*) FILTER (verdict = 'confirmed') AS confirmed,
    count(*) FILTER (verdict = 'dismissed') AS dismissed, count(*) FILTER (verdict = 'suppressed') AS unwanted,
    count(DISTINCT story_id) AS stories
FROM hits GROUP BY ALL;

CREATE TABLE runs AS
SELECT run_id, kind, started_at, ended_at, complete, summary,
    round(epoch(ended_at) - epoch(started_at), 1) AS seconds,
    (summary->>'$.seconds_feeds')::DOUBLE AS seconds_feeds,
    (summary->>'$.seconds_articles')::DOUBLE AS seconds_articles,
    (summary->>'$.seconds_archive')::DOUBLE AS seconds_archive,
    (summary->>'$.feeds_due')::BIGINT AS feeds_due, (summary->>'$.feeds_read')::BIGINT AS feeds_read,
    (summary->>'$.entries_new')::BIGINT AS entries_new, (summary->>'$.articles_new')::BIGINT AS articles_new,
    (summary->>'$.hits_alert')::BIGINT AS hits_alert, (summary->>'$.failures')::BIGINT AS failures
FROM live.runs;
