/**
 * The views: the current state under names that people ask by, with any SQLite and no function of this program. The state
 * is that of one ruleset with its options, the newest under which it was complete; an article belongs to it with the newest
 * of its runs that holds it, unless a newer text stands under all of its keys. What-if runs never belong to it.
 */

// What SQL makes of packed rows is what `packing/unpack.ts` makes of them; r, x and t are a record, its extraction and text.

/** A term of extraction `x`, under a name, by its number there. */
const term = (name: string, number: string): string => `terms ${name} ON ${name}.id = json_extract(x.terms, '$[' || (${number}) || ']')`

/** The words of a span, where the row does not say them itself. */
const words = (said: string, start: string, length: string): string => `coalesce(${said}, substr(t.text, ${start} + 1, ${length}))`

/** The start of a packed span: from the anchor on, null where there is none. */
const startOf = (span: string): string => `r.start + (${span} ->> 1)`
const endOf = (span: string): string => `r.start + (${span} ->> 1) + (${span} ->> 2)`

const VIA = `(SELECT '[' || group_concat('{"start":' || (${startOf('v.value')}) || ',"end":' || (${endOf('v.value')}) || ',"quote":' ||
  json_quote(${words('v.value ->> 3', startOf('v.value'), 'v.value ->> 2')}) || ',"role":' || json_quote(role.source) || '}', ',') || ']'
  FROM json_each(e.value -> 3) v CROSS JOIN ${term('role', 'v.value ->> 0')})`

const QUOTE = words('e.value ->> 4', startOf('e.value'), 'e.value ->> 2')

/** The line of a record, as it is printed. */
const LINE = `CASE WHEN r.evidence IS NULL THEN r.facts ELSE '{"kind":' || json_quote(r.kind) || ',"id":"' || lower(hex(r.id)) ||
  '","article_id":"' || x.article_id || '","anchor":{"start":' || r.start || ',"end":' || r."end" || ',"quote":' ||
  json_quote(${words('r.quote', 'r.start', 'r."end" - r.start')}) || '}' ||
  (SELECT group_concat(',"' || k.value || '":' || coalesce(r.facts -> ('$.' || k.value), 'null'), '')
   FROM ${term('shape', 'r.rules ->> 0').replace(' ON ', ' CROSS JOIN json_each(shape.keys) k ON ')}) ||
  ',"evidence":{' || coalesce((SELECT group_concat(json_quote(f.name) || ':{"start":' || coalesce(${startOf('e.value')}, 'null') ||
    ',"end":' || coalesce(${endOf('e.value')}, 'null') || ',"quote":' || json_quote(${QUOTE}) || ',"source":' || json_quote(f.source) ||
    ',"rule":' || json_quote(f.rule) || coalesce(',"via":' || ${VIA}, '') || '}', ',')
   FROM json_each(r.evidence) e CROSS JOIN ${term('f', 'e.value ->> 0')}), '') ||
  '},"rules":[' || coalesce((SELECT group_concat(json_quote(f.rule), ',')
   FROM json_each(r.rules) e CROSS JOIN ${term('f', 'e.value')} WHERE e.key > 0), '') || ']}' END`

const RECORDS = `FROM current_articles c JOIN records r ON r.extraction = c.extraction JOIN extractions x ON x.id = c.extraction
    JOIN texts t ON t.article_id = c.article_id`

const ANCHOR = `${words('r.quote', 'r.start', 'r."end" - r.start')} AS quote`
const ID = 'lower(hex(r.id)) AS id'

/** The value of mention `m`. */
const VALUE = `CASE f.keys WHEN '' THEN m.value -> 3 ELSE (SELECT '{' || group_concat(json_quote(k.value) || ':' || (m.value -> (k.key + 3)), ',')
  || '}' FROM json_each(f.keys) k) END`

// Which runs count is asked once (`IN`), not once a row as in a join; of a reading only its newest run matters.
/** SQL for the articles that are not replaced by a newer text, as the runs (a table with a column `run`) know them. */
export const liveArticlesIn = (runs: string): string => `WITH held AS MATERIALIZED (
    SELECT d.article_id, d.key, max(r.run) AS run FROM run_readings r JOIN readings d ON d.id = r.reading
    WHERE r.run IN (SELECT run FROM ${runs}) GROUP BY d.id
  ), latest AS MATERIALIZED (SELECT key, max(run) AS run FROM held WHERE key NOT GLOB 'source:*' GROUP BY key)
  SELECT DISTINCT h.article_id FROM held h
    LEFT JOIN latest l ON l.key = h.key
    LEFT JOIN run_articles a ON a.run = l.run AND a.article_id = h.article_id
  WHERE h.key GLOB 'source:*' OR (h.run = l.run AND a.article_id IS NOT NULL AND a.superseded_by IS NULL)`

/** The views that choose the state; those behind them show it. */
export const STATE = `
-- The newest run whose rules had read all that the state before it held; before there is one, the newest that holds anything.
CREATE VIEW current_method AS
  SELECT ruleset, options FROM runs WHERE what_if = 0 AND EXISTS (SELECT 1 FROM run_articles WHERE run = runs.id)
  ORDER BY is_complete DESC, id DESC LIMIT 1;

CREATE VIEW current_runs AS
  SELECT id AS run FROM runs WHERE what_if = 0 AND (ruleset, options) = (SELECT ruleset, options FROM current_method);

CREATE VIEW live_articles AS
  ${liveArticlesIn('current_runs')};

CREATE VIEW current_articles AS
  SELECT a.article_id, max(a.run) AS run, a.reading, a.extraction, a.duplicate_of FROM run_articles a
  WHERE a.run IN (SELECT run FROM current_runs) AND a.article_id IN (SELECT article_id FROM live_articles)
  GROUP BY a.article_id;

CREATE VIEW articles AS
  SELECT c.article_id, d.key, d.url, d.site, d.external_id, d.source, d.title, d.published, t.language,
    coalesce(d.more ->> 3, d.more ->> 'quality') AS quality, c.duplicate_of, c.run, c.extraction, t.text
  FROM current_articles c JOIN readings d ON d.id = c.reading JOIN texts t ON t.article_id = c.article_id;
`

const KINDS = `
CREATE VIEW documents AS
  SELECT ${ID}, c.article_id, r.document_number AS number, r.facts ->> 'type' AS type, r.facts ->> 'issuer' AS issuer, r.place, r.place_units,
    r.facts ->> 'issued' AS issued, r.facts ->> 'title' AS title, r.facts ->> 'period' AS period, r.facts ->> 'horizon' AS horizon,
    r.confidence, r.start, r."end", ${LINE} AS line
  ${RECORDS} WHERE r.kind = 'document';

CREATE VIEW targets AS
  SELECT ${ID}, c.article_id, r.place, r.place_units, r.document_id, r.document_number, r.subject_id AS indicator_id, r.subject AS indicator,
    r.facts ->> 'qualifier' AS qualifier, r.facts ->> 'comparator' AS comparator, r.low, r.high, r.unit, r.facts ->> 'value_kind' AS value_kind,
    r.facts ->> 'direction' AS direction, r.deadline, r.facts ->> 'deadline_mod' AS deadline_mod,
    r.confidence, ${ANCHOR}, r.start, r."end", ${LINE} AS line
  ${RECORDS} WHERE r.kind = 'target';

CREATE VIEW rank_goals AS
  SELECT ${ID}, c.article_id, r.place, r.place_units, r.document_id, r.document_number, r.subject_id, r.subject,
    r.facts ->> 'rank_kind' AS rank_kind, r.low AS n_low, r.high AS n_high, r.facts ->> 'total' AS total, r.facts ->> 'band' AS band,
    r.facts ->> 'scope' AS scope, r.deadline, r.facts ->> 'deadline_mod' AS deadline_mod,
    r.confidence, ${ANCHOR}, r.start, r."end", ${LINE} AS line
  ${RECORDS} WHERE r.kind = 'rank_goal';

CREATE VIEW observations AS
  SELECT ${ID}, c.article_id, r.facts ->> 'measure' AS measure, r.status, r.place, r.place_units, r.document_id, r.document_number,
    r.subject_id AS indicator_id, r.subject AS indicator, r.low, r.high, r.unit, r.facts ->> 'as_of' AS as_of, r.facts ->> 'reason' AS reason,
    r.confidence, ${ANCHOR}, r.start, r."end", ${LINE} AS line
  ${RECORDS} WHERE r.kind = 'observation';
`

const PARTS = `
CREATE VIEW evidence AS
  SELECT lower(hex(r.id)) AS record_id, c.article_id, r.kind, f.name AS field, ${startOf('e.value')} AS start, ${endOf('e.value')} AS "end",
    ${QUOTE} AS quote, f.source, f.rule, ${VIA} AS via
  ${RECORDS} CROSS JOIN json_each(r.evidence) e CROSS JOIN ${term('f', 'e.value ->> 0')}
  UNION ALL
  SELECT lower(hex(r.id)), c.article_id, r.kind, e.key, e.value ->> 'start', e.value ->> 'end',
    e.value ->> 'quote', e.value ->> 'source', e.value ->> 'rule', e.value -> 'via'
  FROM current_articles c JOIN records r ON r.extraction = c.extraction, json_each(r.facts, '$.evidence') e WHERE r.evidence IS NULL;

CREATE VIEW mentions AS
  SELECT lower(hex(substr(x.mention_ids, 8 * m.key + 1, 8))) AS id, c.article_id, f.name AS type, m.value ->> 1 AS start,
    (m.value ->> 1) + (m.value ->> 2) AS "end", ${words('x.quotes ->> m.key', '(m.value ->> 1)', 'm.value ->> 2')} AS quote,
    ${VALUE} AS value, f.rule
  FROM current_articles c JOIN extractions x ON x.id = c.extraction JOIN texts t ON t.article_id = c.article_id
    CROSS JOIN json_each(x.mentions) m CROSS JOIN ${term('f', 'm.value ->> 0')};

CREATE VIEW current_rejections AS
  SELECT ${ID}, c.article_id, r.record_kind, r.reason, r.rule, ${ANCHOR}, r.message, r.start, r."end"
  FROM current_articles c JOIN rejections r ON r.extraction = c.extraction JOIN texts t ON t.article_id = c.article_id;

CREATE VIEW run_diagnostics AS
  SELECT d.run, d.code, d.severity, d.line FROM diagnostics d WHERE d.run IS NOT NULL
  UNION ALL
  SELECT r.run, d.code, d.severity, d.line FROM run_readings r JOIN diagnostics d ON d.reading = r.reading
  UNION ALL
  SELECT a.run, d.code, d.severity, d.line FROM run_articles a JOIN diagnostics d ON d.extraction = a.extraction;
`

/** The views that show the state: records by kind, and what belongs to them. */
export const SHOWN = KINDS + PARTS
