import { readFileSync } from 'node:fs'
import { extract } from '../../../../src/index.ts'
import type { Article } from '../../../../src/model/article.ts'
import type { AnyRecord } from '../../../../src/model/record.ts'
import { readBytes } from '../../../../src/stages/read/read.ts'

/** The article of a fixture or of some content. */
export async function tableArticle(name: string, content: Uint8Array | string = readFileSync(`fixtures/tables/${name}`)): Promise<Article> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  const [result] = await readBytes(bytes, name, { published: null })
  if (result?.kind !== 'article') throw new Error(`${name} is no article: ${JSON.stringify(result)}`)
  return result.article
}

/** A table as markup, a row a line, cells parted by bars. */
export const table = (...rows: readonly string[]): string =>
  `<table>${rows.map(row => `<tr>${row.split('|').map(cell).join('')}</tr>`).join('')}</table>`

const cell = (text: string): string => {
  const [, attributes = '', words = ''] = /^ ?(?:\{([^}]*)\})?(.*?) ?$/s.exec(text) ?? []
  return `<td ${attributes}>${words}</td>`
}

const PAD = 'Các sở, ngành, địa phương căn cứ chức năng, nhiệm vụ được giao để tổ chức thực hiện, định kỳ báo cáo theo quy định.'

/** A page of some day with these parts. */
export const page = (published: string | null, ...parts: readonly string[]): string =>
  `<!doctype html><html lang="vi"><head><meta charset="utf-8">${published === null ? '' : `<meta property="article:published_time" content="${published}">`}</head>
   <body><article><h1>Tin của tỉnh</h1><p>${PAD}</p>${parts.map(p => (p.startsWith('<') ? p : `<p>${p}</p>`)).join('')}<p>${PAD}</p></article></body></html>`

/** What is read of the tables of a page. */
export const readPage = async (published: string | null, ...parts: readonly string[]): Promise<readonly string[]> =>
  linesOf(extract(await tableArticle('a.html', page(published, ...parts))).records)

/** Targets and observations as lines: `goal 58% = 58 % | indicator [qualifier] | by 2025 | place`. */
export const linesOf = (records: readonly AnyRecord[]): readonly string[] =>
  records.filter(r => r.kind === 'target' || r.kind === 'observation').map(lineOf)

function lineOf(record: AnyRecord): string {
  const of = (name: string) => record[name] as string | null | undefined
  const range = record['low'] === record['high'] ? record['low'] : `${record['low']}-${record['high']}`
  const indicator = (record['indicator'] as { text: string } | null)?.text ?? '-'
  const qualifier = of('qualifier') === null ? '' : ` [${of('qualifier')}]`
  const kind = of('value_kind') === 'level' ? '' : ` ${of('value_kind')}${of('direction') === null ? '' : ` ${of('direction')}`}`
  const time = record.kind === 'target' ? [of('deadline_mod'), of('deadline')].filter(t => t != null).join(' ') : (of('as_of') ?? '')
  return `${of('status')} ${record.anchor.quote} ${of('comparator')} ${range} ${of('unit') ?? ''}${kind} | ${indicator}${qualifier} | ${time} | ${of('place') ?? ''}`
}
