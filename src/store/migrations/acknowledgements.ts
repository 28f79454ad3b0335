/** The migration that brings a list of inputs that give no article, and that somebody knows of. */
export const ACKNOWLEDGEMENTS = `
CREATE TABLE acknowledgements (
  -- Of the bytes: a file that changes is told again.
  sha256 TEXT NOT NULL,
  -- What the file was called; it counts only where there are no bytes to tell it by.
  name TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  reason TEXT NOT NULL, acknowledged TEXT NOT NULL,
  PRIMARY KEY (sha256, name)
) STRICT, WITHOUT ROWID;
`
