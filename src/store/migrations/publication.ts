/** What the publisher said of the last export, for the next one; one row, or none. */
export const PUBLICATION = `
CREATE TABLE publication (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  license TEXT,
  -- A JSON array of names.
  creators TEXT NOT NULL CHECK (json_valid(creators)),
  url TEXT
) STRICT;
`
