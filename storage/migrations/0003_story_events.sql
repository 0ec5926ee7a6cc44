-- The events of a story: of a case the charge, the conviction … (JSON: `StoryEvent`).
ALTER TABLE stories ADD COLUMN events VARCHAR;
UPDATE stories SET events = '[]';
