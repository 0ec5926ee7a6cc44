-- Which pages of a feed are read again for edits that the feed does not announce, as feeds.yaml says.
ALTER TABLE feeds ADD COLUMN recheck VARCHAR DEFAULT 'hits';
