import { DECISION_SEAL, INPUT_SEAL, lineSeals, RUN_HOLDS_SEAL } from '../seals.ts'

// The seals of schema 3, of rows that hold whole lines: never changed.

/** The seal of a row of `readings`, with what was said of it. */
export const READING_SEAL_3 = `muctieu_seal(id, identity, input, article_id, source, key, url, external_id, site, title, published, title_is_text,
  rank, line, ${lineSeals('diagnostics', 'reading = readings.id', 'id')})`

/** The seal of a row of `extractions`, with everything that was extracted. */
export const EXTRACTION_SEAL_3 = `muctieu_seal(identity, article_id, published, title, title_is_text, options, ruleset) || ' ' ||
  muctieu_seal(${lineSeals('records', 'extraction = extractions.id', 'ordinal')}) || ' ' || muctieu_seal(mentions, sentences,
  ${lineSeals('rejections', 'extraction = extractions.id', 'ordinal')}, ${lineSeals('diagnostics', 'extraction = extractions.id', 'id')})`

/** The first part of the seal of a row of `runs`, in schemas 3 and 4. */
export const RUN_ROW_SEAL_3 = `muctieu_seal(id, name, status, ruleset, options, reading_options, code_version, reader, started, finished,
  input_set, counts, timings)`

/** The seal of a row of `runs` that has ended, in schemas 3 and 4. */
export const RUN_SEAL_3 = `${RUN_ROW_SEAL_3} || ' ' || ${RUN_HOLDS_SEAL}`

/** The migration that brings seals: what is stored already is sealed as it is. */
export const SEALS_3 = `
ALTER TABLE inputs ADD COLUMN seal TEXT;
ALTER TABLE readings ADD COLUMN seal TEXT;
ALTER TABLE extractions ADD COLUMN seal TEXT;
-- Null until the run has ended.
ALTER TABLE runs ADD COLUMN seal TEXT;
ALTER TABLE decisions ADD COLUMN seal TEXT;

DROP TRIGGER decisions_of_removed;
DROP TRIGGER decisions_are_final;
UPDATE inputs SET seal = ${INPUT_SEAL};
UPDATE readings SET seal = ${READING_SEAL_3};
UPDATE extractions SET seal = ${EXTRACTION_SEAL_3};
UPDATE runs SET seal = ${RUN_SEAL_3} WHERE status <> 'running';
UPDATE decisions SET seal = ${DECISION_SEAL} WHERE NOT EXISTS (SELECT 1 FROM removals WHERE value = article_id);
CREATE TRIGGER decisions_are_final BEFORE UPDATE ON decisions
  WHEN NOT EXISTS (SELECT 1 FROM removals WHERE value = OLD.article_id)
  BEGIN SELECT raise(ABORT, 'decisions are never changed'); END;
CREATE TRIGGER decisions_of_removed AFTER INSERT ON removals BEGIN
  UPDATE decisions SET quote = NULL, subject = NULL, before = NULL, after = NULL, truth = NULL, note = NULL, seal = NULL
    WHERE article_id = NEW.value;
END;
`
