import regions from './regions.json' with { type: 'json' }

/** The names of the country's regions in lower case, the longer ones first: a name may begin with another. */
export const REGIONS: readonly string[] = regions
  .flatMap(({ name, aliases }) => [name, ...aliases])
  .map(name => name.toLowerCase())
  .toSorted((a, b) => b.length - a.length)
