import { createHash } from 'node:crypto'
import { deflateRawSync } from 'node:zlib'
import type { ReportData, Words } from './client/model.ts'
import { escapeHtml } from './html.ts'

const TITLE: Words = { vi: 'Mục tiêu trong báo chí', en: 'Targets in the news' }

/** What the page is made with besides data: one script and one style sheet. */
export interface PageParts {
  readonly script: string
  readonly style: string
}

/**
 * The report as one HTML page that needs nothing else. All it shows is one compressed block, which its script unpacks and
 * draws: no text of an article is ever markup. Equal data give equal bytes.
 */
export function page(data: ReportData, { script, style }: PageParts): string {
  const { language } = data
  const hash = createHash('sha256').update(script).digest('base64')
  const policy = `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${TITLE[language]} · muctieu</title>
<style>${style}</style>
</head>
<body>
<noscript>${summary(data)}</noscript>
<div id="app"></div>
<aside id="panel" hidden></aside>
<div id="paper"></div>
<script type="application/octet-stream" id="data">${packed(data)}</script>
<script>${script}</script>
</body>
</html>
`
}

function packed(data: ReportData): string {
  return deflateRawSync(JSON.stringify(data), { level: 9 }).toString('base64')
}

/** What can be said to those whose browser runs no script. */
function summary({ language, of, articles, goals, documents }: ReportData): string {
  const counts = [articles.length, goals.length, documents.length]
  const [a, g, d] = counts
  const says =
    language === 'vi'
      ? `Trang này cần JavaScript. ${a} bài báo, ${g} mục tiêu, ${d} văn bản; tệp không tải gì từ mạng.`
      : `This page needs JavaScript. ${a} articles, ${g} goals, ${d} documents; the file loads nothing from the network.`
  return `<h1>${TITLE[language]}</h1><p>${says}</p><p>${escapeHtml(of)}</p>`
}
