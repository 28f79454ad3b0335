import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { line, muctieu } from '../../cli/harness.ts'

/** Articles that make every kind of record, with a document over two articles, a claim with two reports and a contradiction. */
export const TEXTS: readonly string[] = [
  'Hậu Giang đẩy mạnh chuyển đổi số\n\nNgày 17/5/2021, Tỉnh ủy Hậu Giang ban hành Nghị quyết số 147-NQ/TU về chuyển đổi số, định hướng đến năm 2030. Văn bản đặt mục tiêu đến năm 2025, kinh tế số chiếm 22% GRDP; tỉnh nằm trong nhóm 18 địa phương dẫn đầu về chuyển đổi số. Năm 2020, kinh tế số đạt 12% GRDP.\n',
  'Triển khai Nghị quyết\n\nTheo Nghị quyết số 147-NQ/TU ngày 17/5/2021 của Tỉnh ủy Hậu Giang, tỉnh Hậu Giang phấn đấu đến năm 2025, kinh tế số chiếm 22% GRDP.\n',
  'Số liệu khác\n\nTỉnh Hậu Giang phấn đấu đến năm 2025, kinh tế số chiếm 20% GRDP 😀. Tỷ lệ che phủ rừng của tỉnh Hậu Giang đến năm 2025 đạt 38%.\n'
]

/** The articles as NDJSON, with a hostile title. */
export function ndjson(texts: readonly string[] = TEXTS): string {
  return texts
    .map((text, i) => line({ id: `a${i}`, url: `https://bao.vn/${i}`, title: '=HYPERLINK("x")', published: `2021-07-0${i + 1}`, text }))
    .join('')
}

/** Runs and exports, and gives the folder of the dataset. */
export async function exported(
  folder: string,
  options: readonly string[] = [],
  to = 'dataset',
  inputs: readonly string[] = ['in']
): Promise<string> {
  const db = `${to}.sqlite`
  const ran = await muctieu(folder, ['run', ...inputs, '--db', db])
  expect(ran.stderr).toBe('')
  const done = await muctieu(folder, ['export', '--db', db, '--to', to, ...options])
  expect([done.code, done.stderr]).toEqual([0, ''])
  return join(folder, to)
}

/** Every file of a dataset but what says where and when it was made. */
export function contents(dataset: string): Record<string, string> {
  const files = readdirSync(dataset, { recursive: true, encoding: 'utf8', withFileTypes: true }).filter(
    f => f.isFile() && f.name !== 'build-info.json'
  )
  return Object.fromEntries(files.map(f => [f.name, readFileSync(join(f.parentPath, f.name), 'latin1')]))
}

/** The lines of a JSONL file of a dataset. */
export function jsonl(dataset: string, table: string): Record<string, unknown>[] {
  return readFileSync(join(dataset, 'data', `${table}.jsonl`), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map(text => JSON.parse(text) as Record<string, unknown>)
}
