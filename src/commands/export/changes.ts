import { changesOf } from '../../export/changes.ts'
import { codePointsOf } from '../../export/code-points.ts'
import { publishedLine } from '../../export/published.ts'
import type { Line } from '../../export/table.ts'
import type { DatasetSource } from './source.ts'

/** What was gained, lost or changed between two datasets, article by article. */
export function* changesSince(before: DatasetSource | undefined, after: DatasetSource, withText: boolean): Generator<readonly Line[]> {
  const ids = [...new Set([...(before?.ids() ?? []), ...after.ids()])].toSorted()
  for (const id of ids) {
    const [old, now] = [before?.article(id), after.article(id)]
    const codePoints = codePointsOf((now ?? old)?.text ?? '')
    yield changesOf({ before: old?.extraction.records ?? null, after: now?.extraction.records ?? null }, record =>
      publishedLine(record, { withText, codePoints })
    )
  }
}
