-- Whether the entry waits because its page is looked at again for an edit, not because its feed announced something.
ALTER TABLE pending ADD COLUMN IF NOT EXISTS is_recheck BOOLEAN DEFAULT false;
