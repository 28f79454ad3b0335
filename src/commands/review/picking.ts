import type { Context, Hono } from 'hono'
import { ADDABLE, renderEditForm } from '../../review/edit-form.ts'
import { html } from '../../review/html.ts'
import { formOf } from './form.ts'
import type { Session } from './session.ts'
import { draftRecord, valuesAt } from './values.ts'
import type { Settings } from './viewer.ts'
import { nameOf } from './views.ts'

/** Adds what a page asks while words are picked from the text: what they say as a field, and the form for a record there. */
export function addPicking(app: Hono, at: (address: string) => string, session: Session, settings: (c: Context) => Settings): void {
  app.post(at('read'), async c => {
    const sent = await formOf(c, settings(c).say)
    const item = await session.find(sent.get('item') ?? '', settings(c).viewer.reviewer)
    if (item === undefined) return c.notFound()
    const { article, extraction } = session.subject.library.open(item.articleId)
    const span = spanIn(sent.get('start'), sent.get('end'), article.text)
    if (span === null) return c.json({ quote: '', values: {} })
    return c.json({
      quote: article.text.slice(span.start, span.end),
      values: valuesAt(sent.get('field') ?? '', span, article.text, extraction)
    })
  })

  app.get(at('form'), async c => {
    const { say, viewer } = settings(c)
    const item = await session.find(c.req.query('item') ?? '', viewer.reviewer)
    if (item === undefined) return c.notFound()
    const { article, extraction } = session.subject.library.open(item.articleId)
    const span = spanIn(c.req.query('start') ?? null, c.req.query('end') ?? null, article.text)
    const kind = ADDABLE.find(k => k === c.req.query('kind'))
    if (span === null || kind === undefined) return c.notFound()
    const hidden = Object.entries(c.req.query()).flatMap(([name, value]) =>
      name.startsWith('h.') ? [html`<input type="hidden" name="${name.slice(2)}" value="${value}">`] : []
    )
    return c.html(
      renderEditForm(
        { action: 'add', record: draftRecord(kind, span, article.text, extraction), hidden: html`${hidden}`, problem: null },
        say,
        nameOf
      ).html
    )
  })
}

function spanIn(start: string | null, end: string | null, text: string): { readonly start: number; readonly end: number } | null {
  const span = { start: Number(start), end: Number(end) }
  return /^\d{1,9}$/.test(start ?? '') && /^\d{1,9}$/.test(end ?? '') && span.start < span.end && span.end <= text.length ? span : null
}
