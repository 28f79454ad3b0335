/**
 * The log of what reviewers decided: rows are added and never changed. Only where an article was removed from the database
 * is what the log quotes of it blanked. Decisions name articles by the hash of their text, so they outlive runs.
 */
export const DECISIONS = `
CREATE TABLE decisions (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  -- Given by who decides: one sent twice is stored once.
  token TEXT NOT NULL UNIQUE,
  at TEXT NOT NULL, reviewer TEXT NOT NULL,
  action TEXT NOT NULL CHECK (action IN ('accept', 'reject', 'edit', 'add', 'none', 'skip', 'note', 'reveal', 'done', 'undo', 'redo')),
  origin TEXT NOT NULL,
  article_id TEXT NOT NULL, sha256 TEXT NOT NULL,
  kind TEXT, start INTEGER, "end" INTEGER, quote TEXT, subject TEXT,
  -- Record lines: the two sides that were shown, and what holds by the decision.
  before TEXT, after TEXT, truth TEXT,
  reason TEXT, note TEXT,
  -- The decision that is taken back, or taken back up.
  target INTEGER REFERENCES decisions,
  -- Decisions made at once.
  batch TEXT,
  base_run INTEGER, new_run INTEGER, program TEXT NOT NULL, ruleset TEXT
) STRICT;
CREATE INDEX decisions_by_article ON decisions (article_id);

CREATE TRIGGER decisions_stay BEFORE DELETE ON decisions BEGIN SELECT raise(ABORT, 'decisions are never deleted'); END;
CREATE TRIGGER decisions_are_final BEFORE UPDATE ON decisions
  WHEN NOT EXISTS (SELECT 1 FROM removals WHERE value = OLD.article_id)
  BEGIN SELECT raise(ABORT, 'decisions are never changed'); END;
CREATE TRIGGER decisions_of_removed AFTER INSERT ON removals BEGIN
  UPDATE decisions SET quote = NULL, subject = NULL, before = NULL, after = NULL, truth = NULL, note = NULL WHERE article_id = NEW.value;
END;
`
