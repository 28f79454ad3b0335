/** The log of what reviewers decided: rows are added and never changed, as in the SQLite database. */
export const DECISIONS = `
CREATE TABLE muctieu.decisions (
  id integer PRIMARY KEY,
  token text COLLATE "C" NOT NULL UNIQUE,
  at text NOT NULL, reviewer text NOT NULL,
  action text NOT NULL
    CHECK (action IN ('accept', 'reject', 'edit', 'add', 'none', 'skip', 'note', 'reveal', 'done', 'undo', 'redo')),
  origin text NOT NULL,
  article_id text COLLATE "C" NOT NULL, sha256 text COLLATE "C" NOT NULL,
  kind text, start integer, "end" integer, quote text, subject text,
  before json, after json, truth json,
  reason text, note text,
  target integer REFERENCES muctieu.decisions,
  batch text,
  base_run integer, new_run integer, program text NOT NULL, ruleset text,
  seal text COLLATE "C"
);
CREATE INDEX decisions_by_article ON muctieu.decisions (article_id);

CREATE FUNCTION muctieu.decisions_stay() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND EXISTS (SELECT 1 FROM muctieu.removals WHERE value = OLD.article_id) THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'decisions are never changed or deleted';
END $$;
CREATE TRIGGER decisions_stay BEFORE UPDATE OR DELETE ON muctieu.decisions FOR EACH ROW EXECUTE FUNCTION muctieu.decisions_stay();

CREATE FUNCTION muctieu.blank_decisions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE muctieu.decisions SET quote = NULL, subject = NULL, before = NULL, after = NULL, truth = NULL, note = NULL, seal = NULL
    WHERE article_id = NEW.value;
  RETURN NULL;
END $$;
CREATE TRIGGER decisions_of_removed AFTER INSERT OR UPDATE ON muctieu.removals
  FOR EACH ROW EXECUTE FUNCTION muctieu.blank_decisions();
`
