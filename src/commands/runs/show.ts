import type { Diagnostic } from '../../model/diagnostic.ts'
import { openDatabaseToRead } from '../../store/database.ts'
import { diagnosticsOf, rejectionsOf, runNamed } from '../../store/read.ts'
import type { RunRow } from '../../store/runs.ts'
import { visible } from '../../text/visible.ts'
import { column, tableOfRows } from '../columns.ts'
import type { Command } from '../command.ts'
import { DB_OPTION, JSON_OPTION, pathOf } from '../operands.ts'

interface Options {
  readonly db: string
  readonly json?: true
  readonly diagnostics?: true
  readonly rejections?: true
}

/** `muctieu runs show`: one run. */
export const runsShow: Command = {
  name: 'show',
  summary: 'show a run: what it applied, what it counted, what it said',
  operands: [{ name: '<run>', says: 'the number or the name of a run (the newest of that name)' }],
  options: [
    DB_OPTION,
    { flags: '--diagnostics', says: 'list its diagnostics' },
    { flags: '--rejections', says: 'list the candidates it refused' },
    JSON_OPTION
  ],
  examples: [
    ['runs show baseline', 'the newest run of that name'],
    ['runs show 3 --rejections --json', 'why candidates were refused, for programs']
  ],
  async run([name = ''], given, io) {
    const options = given as unknown as Options
    const store = await openDatabaseToRead(pathOf(options.db, io), options.db)
    try {
      const run = runNamed(store, options.db, name)
      const diagnostics = options.diagnostics ? diagnosticsOf(store, run.id) : undefined
      const rejections = options.rejections ? rejectionsOf(store, run.id) : undefined
      if (options.json) {
        await io.data.write(`${JSON.stringify({ ...run, diagnostics, rejections }, null, 1)}\n`)
        return 0
      }
      if (!options.diagnostics && !options.rejections) await io.stdout.write(inWords(run))
      for (const d of diagnostics ?? [])
        await io.stdout.write(`${column(d.severity, 8)} ${column(d.code, 24)} ${visible(namedMessage(d))}\n`)
      for (const r of rejections ?? []) {
        await io.stdout.write(`${r.id} ${column(r.record_kind, 12)}${column(r.quote, 18)}${column(r.reason, 22)} ${visible(r.message)}\n`)
      }
      return 0
    } finally {
      store.db.close()
    }
  }
}

/** A message that names what it is about. */
function namedMessage({ message, source }: Diagnostic): string {
  return source === null || message.includes(source) ? message : `${source}: ${message}`
}

function inWords(run: RunRow): string {
  const rows = [
    ['run', String(run.id)],
    ['name', run.name ?? ''],
    ['state', run.status],
    ['started', run.started],
    ['finished', run.finished ?? ''],
    ['ruleset', run.ruleset],
    ['what if', run.what_if === 1 ? 'yes: never the current state' : ''],
    ['options', run.options],
    ['reading options', run.reading_options],
    ['program', run.code_version],
    ['reader', run.reader],
    ['input set', run.input_set ?? ''],
    ...[...Object.entries(run.counts), ...Object.entries(run.timings)].map(([name, count]) => [name, String(count)])
  ]
  return tableOfRows(rows.filter(([, value]) => value !== ''))
}
