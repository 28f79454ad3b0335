import type Database from 'better-sqlite3'
import { SHOWN } from '../views.ts'
import { repack } from './repack.ts'
import { STATE_4 } from './state-4.ts'

/** Schema 4: what rows repeat of each other, of their article's text and of themselves is said once. */

const DROPPED_VIEWS = [
  'run_diagnostics',
  'current_rejections',
  'mentions',
  'evidence',
  'observations',
  'rank_goals',
  'targets',
  'documents',
  'articles',
  'current_articles',
  'live_articles',
  'current_method'
]

const TABLES = `
-- What rows name by number: see packing/terms.ts.
CREATE TABLE terms (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL, source TEXT NOT NULL, rule TEXT NOT NULL, keys TEXT NOT NULL,
  seal TEXT NOT NULL,
  UNIQUE (name, source, rule, keys)
) STRICT;

CREATE TABLE methods (
  id INTEGER PRIMARY KEY, ruleset TEXT NOT NULL REFERENCES rulesets, options TEXT NOT NULL, seal TEXT,
  UNIQUE (ruleset, options)
) STRICT;

-- An article as it was read under one source; input is null for a stream.
CREATE TABLE new_readings (
  id INTEGER PRIMARY KEY,
  identity TEXT NOT NULL UNIQUE,
  input INTEGER REFERENCES inputs ON DELETE SET NULL,
  article_id TEXT NOT NULL,
  source TEXT NOT NULL,
  -- Null where it is made of the url.
  own_key TEXT,
  url TEXT, external_id TEXT, site TEXT, title TEXT, published TEXT,
  title_is_text INTEGER NOT NULL,
  -- JSON: [author, language, encoding, quality, chars]; the whole article line where it says more; empty where the article was removed.
  more TEXT NOT NULL,
  seal TEXT,
  key TEXT GENERATED ALWAYS AS (coalesce(own_key, 'url:' || url)) VIRTUAL,
  -- The smallest of an article's readings names it: earliest day, then url, id, source.
  rank TEXT GENERATED ALWAYS AS (CASE more WHEN '' THEN '' ELSE coalesce(published, '9999') || char(9) ||
    CASE WHEN key GLOB 'url:*' THEN '0' WHEN key GLOB 'id:*' THEN '1' ELSE '2' END || char(9) || key || char(9) || source || char(9) ||
    coalesce(title, '') || char(9) || identity END) VIRTUAL
) STRICT;

CREATE TABLE new_extractions (
  id INTEGER PRIMARY KEY,
  identity TEXT NOT NULL UNIQUE,
  article_id TEXT NOT NULL REFERENCES texts ON DELETE CASCADE,
  published TEXT, title TEXT, title_is_text INTEGER NOT NULL,
  method INTEGER NOT NULL REFERENCES methods,
  -- JSON: the terms of its rows; rows name them by their places here, from 0.
  terms TEXT NOT NULL,
  -- JSON: [[term, start, length, values of the term's keys, ...], ...].
  mentions TEXT NOT NULL,
  -- Eight bytes a mention.
  mention_ids BLOB NOT NULL,
  -- JSON: the mentions' words, where SQL cannot take them from the text by their offsets; else null.
  quotes TEXT,
  -- See packing/numbers.ts.
  sentences BLOB NOT NULL,
  seal TEXT
) STRICT;

CREATE TABLE new_records (
  extraction INTEGER NOT NULL REFERENCES extractions ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  id BLOB NOT NULL, kind TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
  -- The anchor's words, where SQL cannot take them from the text; else null.
  quote TEXT,
  -- JSON: the fields that are not null. The whole line where it is built in another way: then evidence and rules are null.
  facts TEXT NOT NULL,
  -- JSON: [[term, start from the anchor's on, length, [[role, start, length, quote], ...], quote], ...].
  evidence TEXT,
  -- JSON: the term of the line's keys, then those of its rules.
  rules TEXT,
  status TEXT GENERATED ALWAYS AS (facts ->> 'status') VIRTUAL,
  place TEXT GENERATED ALWAYS AS (facts ->> 'place') VIRTUAL,
  place_units INTEGER GENERATED ALWAYS AS (facts ->> 'place_units') VIRTUAL,
  -- A document stands under its own number, and a rank's numbers stand where a target's do.
  document_id TEXT GENERATED ALWAYS AS (CASE kind WHEN 'document' THEN lower(hex(id)) ELSE facts ->> 'document_id' END) VIRTUAL,
  document_number TEXT GENERATED ALWAYS AS (facts ->> CASE kind WHEN 'document' THEN 'number' ELSE 'document_number' END) VIRTUAL,
  subject_id TEXT GENERATED ALWAYS AS (coalesce(facts ->> '$.indicator.id', facts ->> '$.subject.id')) VIRTUAL,
  subject TEXT GENERATED ALWAYS AS (coalesce(facts ->> '$.indicator.text', facts ->> '$.subject.text')) VIRTUAL,
  low REAL GENERATED ALWAYS AS (coalesce(facts ->> 'low', facts ->> 'n_low')) VIRTUAL,
  high REAL GENERATED ALWAYS AS (coalesce(facts ->> 'high', facts ->> 'n_high')) VIRTUAL,
  unit TEXT GENERATED ALWAYS AS (facts ->> 'unit') VIRTUAL,
  deadline TEXT GENERATED ALWAYS AS (facts ->> 'deadline') VIRTUAL,
  confidence TEXT GENERATED ALWAYS AS (facts ->> 'confidence') VIRTUAL,
  PRIMARY KEY (extraction, ordinal)
) STRICT;

CREATE TABLE new_rejections (
  extraction INTEGER NOT NULL REFERENCES extractions ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  id BLOB NOT NULL, record_kind TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
  -- The words, where SQL cannot take them from the text; else null.
  quote TEXT,
  reason TEXT NOT NULL, rule TEXT NOT NULL, message TEXT NOT NULL,
  -- The whole line where it says more.
  line TEXT,
  PRIMARY KEY (extraction, ordinal)
) STRICT;
`

const INDEXES = `
CREATE INDEX readings_by_input ON readings (input);
CREATE INDEX readings_by_article ON readings (article_id);
CREATE INDEX readings_by_key ON readings (key);
CREATE INDEX extractions_by_article ON extractions (article_id);
CREATE INDEX records_by_id ON records (id);
CREATE INDEX rejections_by_id ON rejections (id);
`

/** Brings a database of schema 3 to schema 4; foreign keys are off. */
export function sayOnce(db: Database.Database): void {
  for (const view of DROPPED_VIEWS) db.exec(`DROP VIEW ${view}`)
  db.exec(TABLES)
  repack(db)
  for (const table of ['records', 'rejections', 'extractions', 'readings'])
    db.exec(`DROP TABLE ${table}; ALTER TABLE new_${table} RENAME TO ${table}`)
  db.exec(INDEXES + STATE_4 + SHOWN)
}
