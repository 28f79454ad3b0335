import { VIEWS } from './views-1.ts'

/** Schema 1. JSON columns hold lines of the contract as they are printed; what people ask by stands beside them. */
export const FIRST = `
CREATE TABLE migrations (version INTEGER PRIMARY KEY, name TEXT NOT NULL, applied TEXT NOT NULL) STRICT;

CREATE TABLE rulesets (hash TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE ruleset_parts (
  ruleset TEXT NOT NULL REFERENCES rulesets ON DELETE CASCADE,
  kind TEXT NOT NULL, name TEXT NOT NULL, hash TEXT NOT NULL,
  PRIMARY KEY (ruleset, kind, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE texts (article_id TEXT PRIMARY KEY, sha256 TEXT NOT NULL, language TEXT NOT NULL, text TEXT NOT NULL) STRICT;

-- A file by its bytes, as one version of the reader with some options reads it.
CREATE TABLE inputs (
  id INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL, source TEXT NOT NULL, reader TEXT NOT NULL, options TEXT NOT NULL,
  bytes INTEGER NOT NULL, is_complete INTEGER NOT NULL DEFAULT 0,
  UNIQUE (sha256, source, reader, options)
) STRICT;
CREATE TABLE input_failures (
  input INTEGER NOT NULL REFERENCES inputs ON DELETE CASCADE, ordinal INTEGER NOT NULL, line TEXT NOT NULL,
  PRIMARY KEY (input, ordinal)
) STRICT, WITHOUT ROWID;

-- An article as it was read under one source; input is null for a stream.
CREATE TABLE readings (
  id INTEGER PRIMARY KEY,
  identity TEXT NOT NULL UNIQUE,
  input INTEGER REFERENCES inputs ON DELETE SET NULL,
  article_id TEXT NOT NULL,
  source TEXT NOT NULL, key TEXT NOT NULL, url TEXT, external_id TEXT, site TEXT, title TEXT, published TEXT,
  title_is_text INTEGER NOT NULL,
  -- The smallest of an article's readings names it: earliest day, then url, id, source.
  rank TEXT NOT NULL,
  -- The article line; empty where the article was removed.
  line TEXT NOT NULL
) STRICT;
CREATE INDEX readings_by_input ON readings (input);
CREATE INDEX readings_by_article ON readings (article_id);
CREATE INDEX readings_by_key ON readings (key);

CREATE TABLE extractions (
  id INTEGER PRIMARY KEY,
  identity TEXT NOT NULL UNIQUE,
  article_id TEXT NOT NULL REFERENCES texts ON DELETE CASCADE,
  published TEXT, title TEXT, title_is_text INTEGER NOT NULL,
  options TEXT NOT NULL, ruleset TEXT NOT NULL REFERENCES rulesets,
  mentions TEXT NOT NULL, sentences TEXT NOT NULL
) STRICT;
CREATE INDEX extractions_by_article ON extractions (article_id);
CREATE INDEX extractions_by_ruleset ON extractions (ruleset, options);

-- With row ids: lines are long, and WITHOUT ROWID would put most of each on a page of its own.
CREATE TABLE records (
  extraction INTEGER NOT NULL REFERENCES extractions ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  id TEXT NOT NULL, kind TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
  status TEXT, place TEXT, place_units INTEGER, document_id TEXT, document_number TEXT,
  subject_id TEXT, subject TEXT, low REAL, high REAL, unit TEXT, deadline TEXT, confidence TEXT,
  line TEXT NOT NULL,
  PRIMARY KEY (extraction, ordinal)
) STRICT;
CREATE INDEX records_by_id ON records (id);
CREATE INDEX records_by_place ON records (place, kind);
CREATE INDEX records_by_subject ON records (subject_id);
CREATE INDEX records_by_document ON records (document_number);
CREATE INDEX records_by_deadline ON records (deadline);

CREATE TABLE rejections (
  extraction INTEGER NOT NULL REFERENCES extractions ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  id TEXT NOT NULL, record_kind TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
  reason TEXT NOT NULL, rule TEXT NOT NULL,
  line TEXT NOT NULL,
  PRIMARY KEY (extraction, ordinal)
) STRICT;
CREATE INDEX rejections_by_id ON rejections (id);

CREATE TABLE runs (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT, status TEXT NOT NULL CHECK (status IN ('running', 'done', 'interrupted')),
  ruleset TEXT NOT NULL REFERENCES rulesets, options TEXT NOT NULL, reading_options TEXT NOT NULL,
  code_version TEXT NOT NULL, reader TEXT NOT NULL,
  started TEXT NOT NULL, finished TEXT,
  input_set TEXT, counts TEXT NOT NULL DEFAULT '{}', timings TEXT NOT NULL DEFAULT '{}'
) STRICT;
CREATE TABLE run_readings (
  run INTEGER NOT NULL REFERENCES runs ON DELETE CASCADE,
  reading INTEGER NOT NULL REFERENCES readings ON DELETE CASCADE,
  PRIMARY KEY (run, reading)
) STRICT, WITHOUT ROWID;
CREATE TABLE run_articles (
  run INTEGER NOT NULL REFERENCES runs ON DELETE CASCADE,
  article_id TEXT NOT NULL,
  reading INTEGER NOT NULL REFERENCES readings ON DELETE CASCADE,
  extraction INTEGER NOT NULL REFERENCES extractions ON DELETE CASCADE,
  duplicate_of TEXT, superseded_by TEXT,
  PRIMARY KEY (run, article_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX run_articles_by_article ON run_articles (article_id, run);
CREATE INDEX run_articles_by_extraction ON run_articles (extraction);
CREATE INDEX run_readings_by_reading ON run_readings (reading);

-- Said of a reading, of an extraction or of a run: exactly one of them.
CREATE TABLE diagnostics (
  id INTEGER PRIMARY KEY,
  reading INTEGER REFERENCES readings ON DELETE CASCADE,
  extraction INTEGER REFERENCES extractions ON DELETE CASCADE,
  run INTEGER REFERENCES runs ON DELETE CASCADE,
  code TEXT NOT NULL, severity TEXT NOT NULL, line TEXT NOT NULL,
  CHECK ((reading IS NOT NULL) + (extraction IS NOT NULL) + (run IS NOT NULL) = 1)
) STRICT;
CREATE INDEX diagnostics_by_reading ON diagnostics (reading) WHERE reading IS NOT NULL;
CREATE INDEX diagnostics_by_extraction ON diagnostics (extraction) WHERE extraction IS NOT NULL;
CREATE INDEX diagnostics_by_run ON diagnostics (run) WHERE run IS NOT NULL;

-- What somebody had removed, and may not come back.
CREATE TABLE removals (value TEXT PRIMARY KEY, reason TEXT NOT NULL, removed TEXT NOT NULL) STRICT, WITHOUT ROWID;
${VIEWS}`
