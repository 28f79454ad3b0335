/**
 * The views of the SQLite database in PostgreSQL's words: same names, same columns, same values. r, x, t and d are a record
 * or rejection, its extraction, its text and a reading, as in `store/views.ts`, which says what they mean.
 */

const FUNCTIONS = `
-- A cell of a term of an extraction, by the term's number: 1 its name, 2 its source, 3 its rule, 4 its keys as JSON.
CREATE FUNCTION muctieu.term(terms text[], number integer, cell integer) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
  $$ SELECT split_part(terms[number + 1], E'\\t', cell) $$;

-- The words of a span, where the row does not say them itself.
CREATE FUNCTION muctieu.words(said text, body text, start integer, length integer) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
  $$ SELECT coalesce(said, substr(body, start + 1, length)) $$;

-- A text as JSON.
CREATE FUNCTION muctieu.quoted(said text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT to_json(said)::text $$;

-- The further spans of an item of evidence, as JSON; null where there are none.
CREATE FUNCTION muctieu.via(item json, start integer, terms text[], body text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT '[' || string_agg('{"start":' || (start + (v.value ->> 1)::int) || ',"end":' || (start + (v.value ->> 1)::int + (v.value ->> 2)::int)
    || ',"quote":' || muctieu.quoted(muctieu.words(v.value ->> 3, body, start + (v.value ->> 1)::int, (v.value ->> 2)::int))
    || ',"role":' || muctieu.quoted(muctieu.term(terms, (v.value ->> 0)::int, 2)) || '}', ',' ORDER BY v.n) || ']'
  FROM json_array_elements(item -> 3) WITH ORDINALITY AS v (value, n) $$;

-- The evidence of a record, as JSON.
CREATE FUNCTION muctieu.evidence_line(evidence json, start integer, terms text[], body text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(string_agg(muctieu.quoted(muctieu.term(terms, (e.value ->> 0)::int, 1))
    || ':{"start":' || coalesce((start + (e.value ->> 1)::int)::text, 'null')
    || ',"end":' || coalesce((start + (e.value ->> 1)::int + (e.value ->> 2)::int)::text, 'null')
    || ',"quote":' || coalesce(muctieu.quoted(muctieu.words(e.value ->> 4, body, start + (e.value ->> 1)::int, (e.value ->> 2)::int)), 'null')
    || ',"source":' || muctieu.quoted(muctieu.term(terms, (e.value ->> 0)::int, 2))
    || ',"rule":' || muctieu.quoted(muctieu.term(terms, (e.value ->> 0)::int, 3))
    || coalesce(',"via":' || muctieu.via(e.value, start, terms, body), '') || '}', ',' ORDER BY e.n), '')
  FROM json_array_elements(evidence) WITH ORDINALITY AS e (value, n) $$;

-- A record's line, as it is printed.
CREATE FUNCTION muctieu.line(r muctieu.records, article text, terms text[], body text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN r.evidence IS NULL THEN r.facts::text ELSE '{"kind":' || muctieu.quoted(r.kind) || ',"id":"' || encode(r.id, 'hex')
    || '","article_id":"' || article || '","anchor":{"start":' || r.start || ',"end":' || r."end" || ',"quote":'
    || muctieu.quoted(muctieu.words(r.quote, body, r.start, r."end" - r.start)) || '}'
    || coalesce((SELECT string_agg(',"' || k.value || '":' || coalesce((r.facts -> k.value)::text, 'null'), '' ORDER BY k.n)
      FROM json_array_elements_text(muctieu.term(terms, (r.rules ->> 0)::int, 4)::json) WITH ORDINALITY AS k (value, n)), '')
    || ',"evidence":{' || muctieu.evidence_line(r.evidence, r.start, terms, body) || '},"rules":['
    || coalesce((SELECT string_agg(muctieu.quoted(muctieu.term(terms, e.value::text::int, 3)), ',' ORDER BY e.n)
      FROM json_array_elements(r.rules) WITH ORDINALITY AS e (value, n) WHERE e.n > 1), '') || ']}' END $$;
`

/** SQL for the articles that are not replaced by a newer text, as the runs (a table with a column `run`) know them. */
export const liveArticlesIn = (runs: string): string => `WITH held AS MATERIALIZED (
    SELECT d.article_id, d.key, max(r.run) AS run FROM muctieu.run_readings r JOIN muctieu.readings d ON d.id = r.reading
    WHERE r.run IN (SELECT run FROM ${runs}) GROUP BY d.id
  ), latest AS MATERIALIZED (SELECT key, max(run) AS run FROM held WHERE key NOT LIKE 'source:%' GROUP BY key)
  SELECT DISTINCT h.article_id FROM held h
    LEFT JOIN latest l ON l.key = h.key
    LEFT JOIN muctieu.run_articles a ON a.run = l.run AND a.article_id = h.article_id
  WHERE h.key LIKE 'source:%' OR (h.run = l.run AND a.article_id IS NOT NULL AND a.superseded_by IS NULL)`

const STATE = `
CREATE VIEW muctieu.current_method AS
  SELECT ruleset, options FROM muctieu.runs
  WHERE what_if = 0 AND EXISTS (SELECT 1 FROM muctieu.run_articles WHERE run = runs.id)
  ORDER BY is_complete DESC, id DESC LIMIT 1;

CREATE VIEW muctieu.current_runs AS
  SELECT id AS run FROM muctieu.runs WHERE what_if = 0 AND (ruleset, options) = (SELECT ruleset, options FROM muctieu.current_method);

CREATE VIEW muctieu.live_articles AS
  ${liveArticlesIn('muctieu.current_runs')};

CREATE VIEW muctieu.current_articles AS
  SELECT DISTINCT ON (a.article_id) a.article_id, a.run, a.reading, a.extraction, a.duplicate_of FROM muctieu.run_articles a
  WHERE a.run IN (SELECT run FROM muctieu.current_runs) AND a.article_id IN (SELECT article_id FROM muctieu.live_articles)
  ORDER BY a.article_id, a.run DESC;

CREATE VIEW muctieu.articles AS
  SELECT c.article_id, d.key, d.url, d.site, d.external_id, d.source, d.title, d.published, t.language,
    CASE WHEN d.more = '' THEN NULL WHEN d.more LIKE '[%' THEN d.more::json ->> 3 ELSE d.more::json ->> 'quality' END AS quality,
    c.duplicate_of, c.run, c.extraction, t.text
  FROM muctieu.current_articles c JOIN muctieu.readings d ON d.id = c.reading JOIN muctieu.texts t ON t.article_id = c.article_id;
`

const RECORDS = `FROM muctieu.current_articles c JOIN muctieu.records r ON r.extraction = c.extraction
    JOIN muctieu.extractions x ON x.id = c.extraction JOIN muctieu.texts t ON t.article_id = c.article_id`

const ID = `encode(r.id, 'hex') AS id`
const ANCHOR = 'muctieu.words(r.quote, t.text, r.start, r."end" - r.start) AS quote'
// Unpacked once a record, and not for each of its words.
const TERMS = "string_to_array(x.terms, E'\\n')"
// OFFSET keeps it from being unpacked again wherever it is named.
const LISTS = `LATERAL (SELECT ${TERMS} AS list OFFSET 0) l`
const LINE = `muctieu.line(r, x.article_id, ${TERMS}, t.text || '') AS line`
const fact = (name: string): string => `r.facts ->> '${name}'`
const PLACE = `${fact('place')} AS place, (${fact('place_units')})::integer AS place_units`
const DOCUMENT = `${fact('document_id')} AS document_id, ${fact('document_number')} AS document_number`
const SUBJECT_ID = `coalesce(r.facts #>> '{indicator,id}', r.facts #>> '{subject,id}')`
const SUBJECT = `coalesce(r.facts #>> '{indicator,text}', r.facts #>> '{subject,text}')`
const number = (...names: readonly string[]): string => `(coalesce(${names.map(fact).join(', ')}))::double precision`
const DEADLINE = `${fact('deadline')} AS deadline, ${fact('deadline_mod')} AS deadline_mod`
const CONFIDENCE = `${fact('confidence')} AS confidence`

const KINDS = `
CREATE VIEW muctieu.documents AS
  SELECT ${ID}, c.article_id, ${fact('number')} AS number, ${fact('type')} AS type, ${fact('issuer')} AS issuer, ${PLACE},
    ${fact('issued')} AS issued, ${fact('title')} AS title, ${fact('period')} AS period, ${fact('horizon')} AS horizon,
    ${CONFIDENCE}, r.start, r."end", ${LINE}
  ${RECORDS} WHERE r.kind = 'document';

CREATE VIEW muctieu.targets AS
  SELECT ${ID}, c.article_id, ${PLACE}, ${DOCUMENT}, ${SUBJECT_ID} AS indicator_id, ${SUBJECT} AS indicator,
    ${fact('qualifier')} AS qualifier, ${fact('comparator')} AS comparator, ${number('low', 'n_low')} AS low, ${number('high', 'n_high')} AS high,
    ${fact('unit')} AS unit, ${fact('value_kind')} AS value_kind, ${fact('direction')} AS direction, ${DEADLINE},
    ${CONFIDENCE}, ${ANCHOR}, r.start, r."end", ${LINE}
  ${RECORDS} WHERE r.kind = 'target';

CREATE VIEW muctieu.rank_goals AS
  SELECT ${ID}, c.article_id, ${PLACE}, ${DOCUMENT}, ${SUBJECT_ID} AS subject_id, ${SUBJECT} AS subject,
    ${fact('rank_kind')} AS rank_kind, ${number('low', 'n_low')} AS n_low, ${number('high', 'n_high')} AS n_high,
    ${number('total')} AS total, ${fact('band')} AS band, ${fact('scope')} AS scope, ${DEADLINE},
    ${CONFIDENCE}, ${ANCHOR}, r.start, r."end", ${LINE}
  ${RECORDS} WHERE r.kind = 'rank_goal';

CREATE VIEW muctieu.observations AS
  SELECT ${ID}, c.article_id, ${fact('measure')} AS measure, ${fact('status')} AS status, ${PLACE}, ${DOCUMENT},
    ${SUBJECT_ID} AS indicator_id, ${SUBJECT} AS indicator, ${number('low', 'n_low')} AS low, ${number('high', 'n_high')} AS high,
    ${fact('unit')} AS unit, ${fact('as_of')} AS as_of, ${fact('reason')} AS reason, ${CONFIDENCE}, ${ANCHOR}, r.start, r."end", ${LINE}
  ${RECORDS} WHERE r.kind = 'observation';
`

const SPAN_START = '(r.start + (e.value ->> 1)::integer)'
const WITH_ORDINALITY = 'WITH ORDINALITY AS'

const PARTS = `
CREATE VIEW muctieu.evidence AS
  SELECT encode(r.id, 'hex') AS record_id, c.article_id, r.kind, muctieu.term(l.list, (e.value ->> 0)::integer, 1) AS field,
    ${SPAN_START} AS start, ${SPAN_START} + (e.value ->> 2)::integer AS "end",
    muctieu.words(e.value ->> 4, t.text, ${SPAN_START}, (e.value ->> 2)::integer) AS quote,
    muctieu.term(l.list, (e.value ->> 0)::integer, 2) AS source, muctieu.term(l.list, (e.value ->> 0)::integer, 3) AS rule,
    muctieu.via(e.value, r.start, l.list, t.text) AS via
  ${RECORDS} CROSS JOIN ${LISTS} CROSS JOIN LATERAL json_array_elements(r.evidence) AS e (value)
  UNION ALL
  SELECT encode(r.id, 'hex'), c.article_id, r.kind, e.key, (e.value ->> 'start')::integer, (e.value ->> 'end')::integer,
    e.value ->> 'quote', e.value ->> 'source', e.value ->> 'rule', (e.value -> 'via')::text
  FROM muctieu.current_articles c JOIN muctieu.records r ON r.extraction = c.extraction
    CROSS JOIN LATERAL json_each(r.facts -> 'evidence') AS e (key, value) WHERE r.evidence IS NULL;

CREATE VIEW muctieu.mentions AS
  SELECT encode(substr(x.mention_ids, 8 * m.n::integer - 7, 8), 'hex') AS id, c.article_id,
    muctieu.term(l.list, (m.value ->> 0)::integer, 1) AS type, (m.value ->> 1)::integer AS start,
    (m.value ->> 1)::integer + (m.value ->> 2)::integer AS "end",
    muctieu.words(x.quotes ->> (m.n::integer - 1), t.text, (m.value ->> 1)::integer, (m.value ->> 2)::integer) AS quote,
    CASE muctieu.term(l.list, (m.value ->> 0)::integer, 4) WHEN '' THEN (m.value -> 3)::text ELSE
      (SELECT '{' || string_agg(muctieu.quoted(k.value) || ':' || (m.value -> (k.n::integer + 2))::text, ',' ORDER BY k.n) || '}'
       FROM json_array_elements_text(muctieu.term(l.list, (m.value ->> 0)::integer, 4)::json) ${WITH_ORDINALITY} k (value, n)) END AS value,
    muctieu.term(l.list, (m.value ->> 0)::integer, 3) AS rule
  FROM muctieu.current_articles c JOIN muctieu.extractions x ON x.id = c.extraction JOIN muctieu.texts t ON t.article_id = c.article_id
    CROSS JOIN ${LISTS} CROSS JOIN LATERAL json_array_elements(x.mentions) ${WITH_ORDINALITY} m (value, n);

CREATE VIEW muctieu.current_rejections AS
  SELECT ${ID}, c.article_id, r.record_kind, r.reason, r.rule, ${ANCHOR}, r.message, r.start, r."end"
  FROM muctieu.current_articles c JOIN muctieu.rejections r ON r.extraction = c.extraction
    JOIN muctieu.texts t ON t.article_id = c.article_id;

CREATE VIEW muctieu.run_diagnostics AS
  SELECT d.run, d.code, d.severity, d.line::text AS line FROM muctieu.diagnostics d WHERE d.run IS NOT NULL
  UNION ALL
  SELECT r.run, d.code, d.severity, d.line::text FROM muctieu.run_readings r JOIN muctieu.diagnostics d ON d.reading = r.reading
  UNION ALL
  SELECT a.run, d.code, d.severity, d.line::text FROM muctieu.run_articles a JOIN muctieu.diagnostics d ON d.extraction = a.extraction;
`

export const VIEWS = FUNCTIONS + STATE + KINDS + PARTS
