-- What publishers call themselves, as their pages or feeds say.
ALTER TABLE pending ADD COLUMN IF NOT EXISTS publisher VARCHAR;
ALTER TABLE rechecks ADD COLUMN IF NOT EXISTS publisher VARCHAR;
ALTER TABLE versions ADD COLUMN IF NOT EXISTS publisher VARCHAR;
