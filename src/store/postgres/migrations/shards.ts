/** What several machines share out of a run: pieces of its inputs, each done once. The text is never here, only where it is. */
export const SHARDS = `
CREATE TABLE muctieu.shards (
  run integer NOT NULL REFERENCES muctieu.runs ON DELETE CASCADE,
  number integer NOT NULL,
  -- The shard that this one is a half of, where that broke off.
  parent integer,
  -- Where its articles are, as the engine that planned it says that.
  reference json NOT NULL,
  -- How much it is supposed to be.
  articles integer NOT NULL, bytes bigint NOT NULL,
  state text COLLATE "C" NOT NULL DEFAULT 'planned' CHECK (state IN ('planned', 'done', 'split', 'given up')),
  -- When it was settled, by whom, and what came of it.
  settled text, worker text, counts json NOT NULL DEFAULT '{}',
  PRIMARY KEY (run, number)
);
CREATE INDEX shards_by_state ON muctieu.shards (run, state);
`
