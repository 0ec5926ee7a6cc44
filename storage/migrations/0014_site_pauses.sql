-- Sites that answered a page with Retry-After: until then, no cycle asks them for one.
CREATE TABLE site_pauses (
    site VARCHAR NOT NULL,              -- key: the registrable domain
    until TIMESTAMP NOT NULL
);
