/** How a run was shared out: its plan by name, so that planning twice is one run, and what is said of shards until the run ends. */
export const PLANS = `
CREATE TABLE muctieu.plans (
  run integer PRIMARY KEY REFERENCES muctieu.runs ON DELETE CASCADE,
  -- Hash of the shards and of all that decides what comes of them.
  plan text COLLATE "C" NOT NULL,
  -- Which workers do it: those that give the same.
  kind text COLLATE "C" NOT NULL,
  -- What was found that gives no shard, and what the run is to do at its end; JSON of the engine.
  more json NOT NULL
);
CREATE INDEX plans_by_plan ON muctieu.plans (plan);

-- What gave no article, as the reader or the extractor said it, with the inputs that it came from.
CREATE TABLE muctieu.shard_failures (
  run integer NOT NULL, number integer NOT NULL, ordinal integer NOT NULL,
  failure json NOT NULL,
  PRIMARY KEY (run, number, ordinal),
  FOREIGN KEY (run, number) REFERENCES muctieu.shards ON DELETE CASCADE
);

-- The workers of the last days: when they gave a sign of life, and what they have to say.
CREATE TABLE muctieu.workers (
  name text COLLATE "C" PRIMARY KEY,
  kind text COLLATE "C" NOT NULL,
  seen timestamptz NOT NULL DEFAULT now(),
  says text
);
`
