import type { Context } from './context.ts'

let kinds = 0

/** Something that is kept of each article while it is linked, made when it is first asked for. It goes with the article. */
export function keeper<V extends object>(make: () => V): (context: Context) => V {
  const kind = kinds++
  return ({ kept }) => (kept[kind] ??= make()) as V
}
