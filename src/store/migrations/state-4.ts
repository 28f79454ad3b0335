/** The views of the current state in schema 4: the articles of the newest run's ruleset and options. */
export const STATE_4 = `
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
    coalesce(d.more ->> 3, d.more ->> 'quality') AS quality, c.duplicate_of, c.run, c.extraction, t.text
  FROM current_articles c JOIN readings d ON d.id = c.reading JOIN texts t ON t.article_id = c.article_id;
`
