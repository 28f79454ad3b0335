/**
 * Schema 1 of PostgreSQL: the tables of the SQLite database with the same meaning, made for many writers. Articles and
 * extractions are found by what decides them (`identity`), so that one that is written twice is stored once; what rows of an
 * extraction name by number stands with it, so that no two writers wait for each other. JSON is kept to the letter (`json`,
 * not `jsonb`), and text is ordered by its bytes, as SQLite orders it.
 */
export const FIRST = `
CREATE TABLE muctieu.migrations (version integer PRIMARY KEY, name text NOT NULL, applied text NOT NULL);

-- One row. Copies of the store that others keep are good for one generation: removing and pruning begin another.
CREATE TABLE muctieu.store (
  is_only boolean PRIMARY KEY DEFAULT true CHECK (is_only),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  generation bigint NOT NULL DEFAULT 1
);
INSERT INTO muctieu.store DEFAULT VALUES;

CREATE TABLE muctieu.rulesets (hash text COLLATE "C" PRIMARY KEY);
CREATE TABLE muctieu.ruleset_parts (
  ruleset text COLLATE "C" NOT NULL REFERENCES muctieu.rulesets ON DELETE CASCADE,
  kind text COLLATE "C" NOT NULL, name text COLLATE "C" NOT NULL, hash text COLLATE "C" NOT NULL,
  PRIMARY KEY (ruleset, kind, name)
);
CREATE TABLE muctieu.methods (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  ruleset text COLLATE "C" NOT NULL REFERENCES muctieu.rulesets, options text COLLATE "C" NOT NULL,
  UNIQUE (ruleset, options)
);

CREATE TABLE muctieu.texts (
  article_id text COLLATE "C" PRIMARY KEY, sha256 text COLLATE "C" NOT NULL, language text COLLATE "C" NOT NULL,
  text text COLLATE "C" NOT NULL
);

-- A file by its bytes, as one version of the reader with some options reads it.
CREATE TABLE muctieu.inputs (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  sha256 text COLLATE "C" NOT NULL, source text COLLATE "C" NOT NULL, reader text COLLATE "C" NOT NULL, options text COLLATE "C" NOT NULL,
  bytes bigint NOT NULL, is_complete integer NOT NULL DEFAULT 0,
  UNIQUE (sha256, source, reader, options)
);
CREATE TABLE muctieu.input_failures (
  input bigint NOT NULL REFERENCES muctieu.inputs ON DELETE CASCADE, ordinal integer NOT NULL, line json NOT NULL,
  PRIMARY KEY (input, ordinal)
);

-- An article as it was read under one source; input is null for a stream. Its key is its own, or made of its url.
CREATE TABLE muctieu.readings (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  identity text COLLATE "C" NOT NULL UNIQUE,
  input bigint REFERENCES muctieu.inputs ON DELETE SET NULL,
  article_id text COLLATE "C" NOT NULL,
  source text COLLATE "C" NOT NULL, own_key text COLLATE "C", url text COLLATE "C", external_id text COLLATE "C",
  site text COLLATE "C", title text COLLATE "C", published text COLLATE "C",
  title_is_text bigint NOT NULL,
  -- JSON: [author, language, encoding, quality, chars, tables]; the whole article line where it says more; empty where the article was removed.
  more text COLLATE "C" NOT NULL,
  key text COLLATE "C" GENERATED ALWAYS AS (coalesce(own_key, 'url:' || url)) STORED
);
CREATE INDEX readings_by_input ON muctieu.readings (input);
CREATE INDEX readings_by_article ON muctieu.readings (article_id);
CREATE INDEX readings_by_key ON muctieu.readings (key);

CREATE TABLE muctieu.extractions (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  identity text COLLATE "C" NOT NULL UNIQUE,
  article_id text COLLATE "C" NOT NULL REFERENCES muctieu.texts ON DELETE CASCADE,
  published text COLLATE "C", title text COLLATE "C", title_is_text bigint NOT NULL,
  method integer NOT NULL REFERENCES muctieu.methods,
  -- What rows name by number, from 0, one a line: name, source, rule and keys between tabs.
  terms text COLLATE "C" NOT NULL,
  -- [[term, start, length, values of the term's keys, ...], ...].
  mentions json NOT NULL,
  -- Eight bytes a mention.
  mention_ids bytea NOT NULL,
  -- The mentions' words, where SQL cannot take them from the text by their offsets; else null.
  quotes json,
  -- See packing/numbers.ts.
  sentences bytea NOT NULL,
  -- Seals of the records and of the rest, as the SQLite database has them.
  records_seal text COLLATE "C" NOT NULL, rest_seal text COLLATE "C" NOT NULL
);
CREATE INDEX extractions_by_article ON muctieu.extractions (article_id);

CREATE TABLE muctieu.records (
  extraction bigint NOT NULL REFERENCES muctieu.extractions ON DELETE CASCADE,
  ordinal integer NOT NULL,
  id bytea NOT NULL, kind text COLLATE "C" NOT NULL, start integer NOT NULL, "end" integer NOT NULL,
  -- The anchor's words, where SQL cannot take them from the text; else null.
  quote text COLLATE "C",
  -- The fields that are not null. The whole line where it is built in another way: then evidence and rules are null.
  facts json NOT NULL,
  -- [[term, start from the anchor's on, length, [[role, start, length, quote], ...], quote], ...].
  evidence json,
  -- The term of the line's keys, then those of its rules.
  rules json,
  PRIMARY KEY (extraction, ordinal)
);
CREATE INDEX records_by_id ON muctieu.records (id);

CREATE TABLE muctieu.rejections (
  extraction bigint NOT NULL REFERENCES muctieu.extractions ON DELETE CASCADE,
  ordinal integer NOT NULL,
  id bytea NOT NULL, record_kind text COLLATE "C" NOT NULL, start integer NOT NULL, "end" integer NOT NULL,
  quote text COLLATE "C",
  reason text COLLATE "C" NOT NULL, rule text COLLATE "C" NOT NULL, message text COLLATE "C" NOT NULL,
  -- The whole line where it says more.
  line json,
  PRIMARY KEY (extraction, ordinal)
);
CREATE INDEX rejections_by_id ON muctieu.rejections (id);

CREATE TABLE muctieu.runs (
  id integer GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
  name text COLLATE "C", status text COLLATE "C" NOT NULL CHECK (status IN ('running', 'done', 'interrupted')),
  ruleset text COLLATE "C" NOT NULL REFERENCES muctieu.rulesets,
  options text COLLATE "C" NOT NULL, reading_options text COLLATE "C" NOT NULL,
  code_version text COLLATE "C" NOT NULL, reader text COLLATE "C" NOT NULL,
  started text COLLATE "C" NOT NULL, finished text COLLATE "C",
  input_set text COLLATE "C", counts json NOT NULL DEFAULT '{}', timings json NOT NULL DEFAULT '{}',
  what_if integer NOT NULL DEFAULT 0 CHECK (what_if IN (0, 1)),
  is_complete integer NOT NULL DEFAULT 0 CHECK (is_complete IN (0, 1))
);
CREATE TABLE muctieu.run_readings (
  run integer NOT NULL REFERENCES muctieu.runs ON DELETE CASCADE,
  reading bigint NOT NULL REFERENCES muctieu.readings ON DELETE CASCADE,
  PRIMARY KEY (run, reading)
);
CREATE INDEX run_readings_by_reading ON muctieu.run_readings (reading);
CREATE TABLE muctieu.run_articles (
  run integer NOT NULL REFERENCES muctieu.runs ON DELETE CASCADE,
  article_id text COLLATE "C" NOT NULL,
  reading bigint NOT NULL REFERENCES muctieu.readings ON DELETE CASCADE,
  extraction bigint NOT NULL REFERENCES muctieu.extractions ON DELETE CASCADE,
  duplicate_of text COLLATE "C", superseded_by text COLLATE "C",
  PRIMARY KEY (run, article_id)
);
CREATE INDEX run_articles_by_article ON muctieu.run_articles (article_id, run);
CREATE INDEX run_articles_by_extraction ON muctieu.run_articles (extraction);
CREATE INDEX run_articles_by_reading ON muctieu.run_articles (reading);

-- Said of a reading, of an extraction or of a run: exactly one of them.
CREATE TABLE muctieu.diagnostics (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  reading bigint REFERENCES muctieu.readings ON DELETE CASCADE,
  extraction bigint REFERENCES muctieu.extractions ON DELETE CASCADE,
  run integer REFERENCES muctieu.runs ON DELETE CASCADE,
  -- Its place among those of its reading or extraction; null for a run.
  ordinal integer,
  code text COLLATE "C" NOT NULL, severity text COLLATE "C" NOT NULL, line json NOT NULL,
  CHECK (num_nonnulls(reading, extraction, run) = 1)
);
CREATE UNIQUE INDEX diagnostics_by_reading ON muctieu.diagnostics (reading, ordinal) WHERE reading IS NOT NULL;
CREATE UNIQUE INDEX diagnostics_by_extraction ON muctieu.diagnostics (extraction, ordinal) WHERE extraction IS NOT NULL;
CREATE INDEX diagnostics_by_run ON muctieu.diagnostics (run) WHERE run IS NOT NULL;

-- What somebody had removed, and may not come back.
CREATE TABLE muctieu.removals (value text COLLATE "C" PRIMARY KEY, reason text NOT NULL, removed text NOT NULL);

-- Inputs that give no article, and that somebody knows of.
CREATE TABLE muctieu.acknowledgements (
  sha256 text COLLATE "C" NOT NULL, name text COLLATE "C" NOT NULL, bytes bigint NOT NULL,
  reason text NOT NULL, acknowledged text NOT NULL,
  PRIMARY KEY (sha256, name)
);

-- What the publisher said of the last export; one row, or none.
CREATE TABLE muctieu.publication (
  id integer PRIMARY KEY CHECK (id = 1), license text, creators json NOT NULL, url text
);
`
