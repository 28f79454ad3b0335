const WIDTH = 12

function shown(value: number): string {
  if (Number.isNaN(value)) return '-'
  return value >= 100 ? value.toFixed(0) : value.toFixed(2)
}

/** Prints one table: contenders as columns, measures as rows. */
export function printTable(table: object): void {
  const { texts, megabytes, results } = table as {
    texts: string
    megabytes?: number
    results: Readonly<Record<string, Readonly<Record<string, number>>>>
  }
  const names = Object.keys(results)
  const measures = [...new Set(names.flatMap(name => Object.keys(results[name] ?? {})))]
  const widths = names.map(name => Math.max(WIDTH, name.length + 2))
  const row = (head: string, cells: readonly string[]): string =>
    `${head.padEnd(22)}${cells.map((cell, i) => cell.padStart(widths[i] as number)).join('')}\n`
  process.stdout.write(`\n${texts}${megabytes === undefined ? '' : `, ${megabytes.toFixed(2)} MB`}\n`)
  process.stdout.write(row('', names))
  for (const measure of measures)
    process.stdout.write(
      row(
        measure,
        names.map(name => {
          const value = results[name]?.[measure]
          return value === undefined ? '' : shown(value)
        })
      )
    )
}
