import type { Excerpt, Origin, ReportContradiction, ReportDocument, ReportGoal } from './data.ts'
import { both, escapeHtml, safeUrl } from './html.ts'

/** The sentences of goals, one entry each, with what filters look at. */
export function goalList(goals: readonly ReportGoal[]): string {
  return `<ol class="goals">${goals.map(goalItem).join('\n')}</ol>`
}

function goalItem(goal: ReportGoal): string {
  const { id, kind, place, subject, value, deadline, year, document, confidence, excerpt, origin } = goal
  const data = {
    kind,
    place: place?.id ?? '',
    units: String(place?.units ?? ''),
    subject: subject?.id ?? '',
    year: String(year ?? ''),
    confidence
  }
  const attributes = Object.entries(data).map(([name, text]) => ` data-${name}="${escapeHtml(text)}"`)
  const what = [place === null ? null : both(place.name), subject === null ? null : both(subject.name)]
    .filter(part => part !== null)
    .join(', ')
  const when = deadline === null ? '' : `, ${escapeHtml(deadline)}`
  const by = document === null ? '' : ` (${escapeHtml(document)})`
  return `<li id="g-${escapeHtml(id)}"${attributes.join('')}><div class="head"><i class="dot ${escapeHtml(confidence)}"></i>${what}${what === '' ? '' : ': '}${escapeHtml(value)}${when}${by}</div>${quoted(excerpt)}${tail(origin)}</li>`
}

/** Official documents with the sentence of their first naming. */
export function documentList(documents: readonly ReportDocument[]): string {
  const items = documents.map(({ id, name, issuer, issued, title, articles, excerpt, origin }) => {
    const head = [escapeHtml(name), issuer === null ? null : both(issuer), issued === null ? null : escapeHtml(issued)].filter(
      part => part !== null
    )
    const says = title === null ? '' : `<div lang="vi">${escapeHtml(title)}</div>`
    const count = both({ vi: `${articles} bài`, en: `${articles} ${articles === 1 ? 'article' : 'articles'}` })
    return `<li id="d-${escapeHtml(id)}"><div class="head">${head.join(' · ')}</div>${says}${quoted(excerpt)}${tail(origin, count)}</li>`
  })
  return `<ol class="goals">${items.join('\n')}</ol>`
}

const DOCUMENTS: Readonly<Record<ReportContradiction['documents'], { readonly vi: string; readonly en: string }>> = {
  same: { vi: 'cùng một văn bản', en: 'one document' },
  different: { vi: 'khác văn bản', en: 'different documents' },
  unknown: { vi: 'không rõ văn bản', en: 'document unknown' }
}

/** Values that contradict each other, each with the way to its sentences. */
export function contradictionTable(contradictions: readonly ReportContradiction[]): string {
  const rows = contradictions.map(({ place, subject, deadline, values, documents }) => {
    const said = values.map(({ value, document, goals }) => {
      const links = goals.map((id, i) => `<a href="#g-${escapeHtml(id)}">${i === 0 ? escapeHtml(value) : `[${i + 1}]`}</a>`)
      return `<li>${links.join(' ')}${document === null ? '' : ` (${escapeHtml(document)})`}</li>`
    })
    const kind = both(DOCUMENTS[documents])
    return `<tr><td>${both(place)}, ${both(subject)}, ${escapeHtml(deadline)}</td><td><ul>${said.join('')}</ul></td><td>${kind}</td></tr>`
  })
  const head = [
    { vi: 'Mục tiêu', en: 'Goal' },
    { vi: 'Giá trị được nêu', en: 'Values reported' },
    { vi: 'Nguồn', en: 'Said by' }
  ]
  return `<table class="contradictions"><thead><tr>${head.map(words => `<th>${both(words)}</th>`).join('')}</tr></thead><tbody>${rows.join('\n')}</tbody></table>`
}

function quoted({ before, mark, after }: Excerpt): string {
  return `<q lang="vi">${escapeHtml(before)}<mark>${escapeHtml(mark)}</mark>${escapeHtml(after)}</q>`
}

function tail({ title, url, published, source }: Origin, more?: string): string {
  const name = escapeHtml(title ?? source)
  const link = safeUrl(url)
  const named = link === null ? `<span lang="vi">${name}</span>` : `<a href="${escapeHtml(link)}" rel="noreferrer" lang="vi">${name}</a>`
  return `<div class="tail">${[named, published === null ? undefined : escapeHtml(published), more].filter(part => part !== undefined).join(' · ')}</div>`
}
