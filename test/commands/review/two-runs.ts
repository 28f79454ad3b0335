import { folderWith, muctieu } from '../../cli/harness.ts'

/** The rule that the first run does without: it reads the numbers of decisions of state. */
export const RULE = 'document_number/state'
const PLACES = ['Hậu Giang', 'Cà Mau', 'Bạc Liêu', 'An Giang', 'Nghệ An', 'Gia Lai', 'Phú Thọ', 'Lào Cai']

/** A folder whose `m.sqlite` has the runs `base` and `new` of eight articles: a document and a target changed in each. */
export async function folderOfTwoRuns(): Promise<string> {
  const folder = folderWith()
  const articles = PLACES.map((place, i) => ({
    id: `a${i}`,
    title: `Bài về ${place}`,
    url: `https://example.org/${i}`,
    published: `2021-0${i + 1}-03`,
    text: `Theo Quyết định số ${700 + i}/QĐ-TTg ngày 3/6/2020, tỉnh ${place} phấn đấu đến năm 2025 kinh tế số chiếm ${20 + i}% GRDP.\n`
  }))
  const input = articles.map(a => JSON.stringify(a)).join('\n')
  await muctieu(folder, ['run', '-', '--db', 'm.sqlite', '--name', 'base', '--without', RULE], { input })
  await muctieu(folder, ['run', '-', '--db', 'm.sqlite', '--name', 'new'], { input })
  return folder
}

/** Markup as it is read: without tags, in one line. */
export function said(markup: string): string {
  return markup
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replace(/\s+/g, ' ')
}
