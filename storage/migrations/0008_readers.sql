-- Readers who want no more messages of a subscription.
CREATE TABLE unsubscribed (
    subscription_id VARCHAR NOT NULL,   -- key, with recipient; 'trouble' for messages about the watch itself
    recipient VARCHAR NOT NULL,
    unsubscribed_at TIMESTAMP NOT NULL,
    via VARCHAR NOT NULL                -- command, link or one_click
);

-- Targets of which readers want to hear nothing for some days.
CREATE TABLE snoozes (
    subscription_id VARCHAR NOT NULL,   -- key, with recipient and target_id
    recipient VARCHAR NOT NULL,         -- '' for every reader of the subscription
    target_id VARCHAR NOT NULL,
    until TIMESTAMP NOT NULL,
    snoozed_at TIMESTAMP NOT NULL,
    via VARCHAR NOT NULL
);
