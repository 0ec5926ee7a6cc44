-- Pages that a person has read because the watch could not.
CREATE TABLE read_by_hand (
    url VARCHAR NOT NULL,               -- key
    read_at TIMESTAMP NOT NULL,
    reader VARCHAR                      -- NULL if the machine knows no name
);
