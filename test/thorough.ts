/** Whether this is `npm run test:slow`, where tests do all of what `npm test` does a representative part of. */
export const IS_THOROUGH = process.env['MUCTIEU_THOROUGH'] === '1'

/** How many of something are tried: few in `npm test`, all or many in `npm run test:slow`. */
export const thorough = (few: number, many: number): number => (IS_THOROUGH ? many : few)

/** Of a list, every so-manieth in `npm test`, all in `npm run test:slow`; which ones differs by `from`. */
export function someOf<Item>(all: readonly Item[], every: number, from = 0): readonly Item[] {
  return IS_THOROUGH ? all : all.filter((_, i) => i % every === from % every)
}
