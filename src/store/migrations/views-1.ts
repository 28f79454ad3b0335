/**
 * The views of schema 1: the current state under names that people ask by. An article belongs to it with the newest run
 * that holds it under the newest run's ruleset and options, unless a newer text stands under all of its keys.
 */
export const VIEWS = `
CREATE VIEW current_method AS
  SELECT ruleset, options FROM runs WHERE EXISTS (SELECT 1 FROM run_articles WHERE run = runs.id) ORDER BY id DESC LIMIT 1;

CREATE VIEW live_articles AS
  WITH latest AS MATERIALIZED (
    SELECT d.key, max(r.run) AS run FROM readings d JOIN run_readings r ON r.reading = d.id WHERE d.key NOT GLOB 'source:*' GROUP BY d.key
  )
  SELECT DISTINCT d.article_id FROM readings d JOIN run_readings r ON r.reading = d.id
    LEFT JOIN latest l ON l.key = d.key
    LEFT JOIN run_articles a ON a.run = l.run AND a.article_id = d.article_id
  WHERE d.key GLOB 'source:*' OR (r.run = l.run AND a.article_id IS NOT NULL AND a.superseded_by IS NULL);

CREATE VIEW current_articles AS
  SELECT a.article_id, max(a.run) AS run, a.reading, a.extraction, a.duplicate_of
  FROM current_method m JOIN runs r ON r.ruleset = m.ruleset AND r.options = m.options JOIN run_articles a ON a.run = r.id
  WHERE a.article_id IN (SELECT article_id FROM live_articles)
  GROUP BY a.article_id;

CREATE VIEW articles AS
  SELECT c.article_id, d.key, d.url, d.site, d.external_id, d.source, d.title, d.published, t.language,
    d.line ->> 'quality' AS quality, c.duplicate_of, c.run, c.extraction, t.text
  FROM current_articles c JOIN readings d ON d.id = c.reading JOIN texts t ON t.article_id = c.article_id;

CREATE VIEW documents AS
  SELECT r.id, c.article_id, r.document_number AS number, r.line ->> 'type' AS type, r.line ->> 'issuer' AS issuer, r.place, r.place_units,
    r.line ->> 'issued' AS issued, r.line ->> 'title' AS title, r.line ->> 'period' AS period, r.line ->> 'horizon' AS horizon,
    r.confidence, r.start, r."end", r.line
  FROM current_articles c JOIN records r ON r.extraction = c.extraction WHERE r.kind = 'document';

CREATE VIEW targets AS
  SELECT r.id, c.article_id, r.place, r.place_units, r.document_id, r.document_number, r.subject_id AS indicator_id, r.subject AS indicator,
    r.line ->> 'qualifier' AS qualifier, r.line ->> 'comparator' AS comparator, r.low, r.high, r.unit, r.line ->> 'value_kind' AS value_kind,
    r.line ->> 'direction' AS direction, r.deadline, r.line ->> 'deadline_mod' AS deadline_mod,
    r.confidence, r.line ->> '$.anchor.quote' AS quote, r.start, r."end", r.line
  FROM current_articles c JOIN records r ON r.extraction = c.extraction WHERE r.kind = 'target';

CREATE VIEW rank_goals AS
  SELECT r.id, c.article_id, r.place, r.place_units, r.document_id, r.document_number, r.subject_id, r.subject,
    r.line ->> 'rank_kind' AS rank_kind, r.low AS n_low, r.high AS n_high, r.line ->> 'total' AS total, r.line ->> 'band' AS band,
    r.line ->> 'scope' AS scope, r.deadline, r.line ->> 'deadline_mod' AS deadline_mod,
    r.confidence, r.line ->> '$.anchor.quote' AS quote, r.start, r."end", r.line
  FROM current_articles c JOIN records r ON r.extraction = c.extraction WHERE r.kind = 'rank_goal';

CREATE VIEW observations AS
  SELECT r.id, c.article_id, r.line ->> 'measure' AS measure, r.status, r.place, r.place_units, r.document_id, r.document_number,
    r.subject_id AS indicator_id, r.subject AS indicator, r.low, r.high, r.unit, r.line ->> 'as_of' AS as_of, r.line ->> 'reason' AS reason,
    r.confidence, r.line ->> '$.anchor.quote' AS quote, r.start, r."end", r.line
  FROM current_articles c JOIN records r ON r.extraction = c.extraction WHERE r.kind = 'observation';

CREATE VIEW evidence AS
  SELECT r.id AS record_id, c.article_id, r.kind, e.key AS field, e.value ->> 'start' AS start, e.value ->> 'end' AS "end",
    e.value ->> 'quote' AS quote, e.value ->> 'source' AS source, e.value ->> 'rule' AS rule, e.value -> 'via' AS via
  FROM current_articles c JOIN records r ON r.extraction = c.extraction, json_each(r.line, '$.evidence') e;

CREATE VIEW mentions AS
  SELECT m.value ->> 0 AS id, c.article_id, m.value ->> 1 AS type, m.value ->> 2 AS start, m.value ->> 3 AS "end",
    m.value ->> 4 AS quote, m.value -> 5 AS value, m.value ->> 6 AS rule
  FROM current_articles c JOIN extractions x ON x.id = c.extraction, json_each(x.mentions) m;

CREATE VIEW current_rejections AS
  SELECT r.id, c.article_id, r.record_kind, r.reason, r.rule, r.line ->> 'quote' AS quote, r.line ->> 'message' AS message, r.start, r."end"
  FROM current_articles c JOIN rejections r ON r.extraction = c.extraction;

CREATE VIEW run_diagnostics AS
  SELECT d.run, d.code, d.severity, d.line FROM diagnostics d WHERE d.run IS NOT NULL
  UNION ALL
  SELECT r.run, d.code, d.severity, d.line FROM run_readings r JOIN diagnostics d ON d.reading = r.reading
  UNION ALL
  SELECT a.run, d.code, d.severity, d.line FROM run_articles a JOIN diagnostics d ON d.extraction = a.extraction;
`
