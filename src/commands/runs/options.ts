import type { RunRow } from '../../store/runs.ts'

/** The options by which a run is another one than a plain run of the same files, as they were typed. */
export function optionsInWords(run: Pick<RunRow, 'options' | 'reading_options' | 'what_if'>): string {
  const { without = [] } = JSON.parse(run.options) as { readonly without?: readonly string[] }
  const { stored, published } = JSON.parse(run.reading_options) as { readonly stored?: true; readonly published?: string }
  return [
    ...(stored ? ['--stored'] : []),
    ...(published === undefined ? [] : [`--published ${published}`]),
    ...(run.what_if === 1 && without.length === 0 ? ['--what-if'] : []),
    ...without.map(rule => `--without ${rule}`)
  ].join(' ')
}
