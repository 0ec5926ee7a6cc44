-- Hits of messages that were refused for good: whom they did not reach, and the digest that reports them again.
CREATE TABLE missed (
    subscription_id VARCHAR NOT NULL,   -- key, with channel, recipient, hit_id and digest_id
    channel VARCHAR NOT NULL,
    recipient VARCHAR NOT NULL,
    hit_id VARCHAR NOT NULL,
    digest_id VARCHAR NOT NULL,         -- of the refused message
    missed_at TIMESTAMP NOT NULL,
    reason VARCHAR NOT NULL,
    retold_in VARCHAR                   -- a digest; NULL until the hit is queued again for this recipient
);

-- Messages that were refused before this table existed.
INSERT INTO missed
SELECT deliveries.subscription_id, channel, recipient, hit_id, digest_id, coalesce(finished_at, created_at),
    coalesce(last_error, 'refused'), NULL
FROM deliveries JOIN told USING (digest_id) WHERE state = 'dead';
