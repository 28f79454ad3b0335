/** What near-duplicates are told by, from who extracted the articles to who ends the run. */
export const BANDS = `
CREATE TABLE muctieu.shard_bands (
  run integer NOT NULL, number integer NOT NULL,
  -- The ids of articles, one a line, and of each its keys in their order: 32 bits each, the lowest byte first.
  articles text COLLATE "C" NOT NULL,
  bands bytea NOT NULL,
  PRIMARY KEY (run, number),
  FOREIGN KEY (run, number) REFERENCES muctieu.shards ON DELETE CASCADE
);
`
