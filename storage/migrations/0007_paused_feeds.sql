-- Feeds that are paused in feeds.yaml, so that health and coverage can say why they are not read.
ALTER TABLE feeds ADD COLUMN paused BOOLEAN DEFAULT false;
