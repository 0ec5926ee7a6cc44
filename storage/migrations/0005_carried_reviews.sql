-- A verdict on a target in a story is carried to later articles of it: the hit from which it came.
ALTER TABLE reviews ADD COLUMN IF NOT EXISTS carried_from VARCHAR;
