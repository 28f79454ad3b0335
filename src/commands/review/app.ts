import { randomUUID } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { nextRedo, nextUndo } from '../../review/decisions/decision.ts'
import { renderEditForm } from '../../review/edit-form.ts'
import { type Html, html, raw } from '../../review/html.ts'
import { isDone, type Queue } from '../../review/item.ts'
import { renderUndo } from '../../review/pages/actions.ts'
import { renderLog } from '../../review/pages/log.ts'
import { renderProgress } from '../../review/pages/progress.ts'
import { type Frame, renderPage } from '../../review/pages/shell.ts'
import { renderEmpty, renderWork } from '../../review/pages/work.ts'
import type { Language } from '../../review/words/index.ts'
import { decided } from './answers.ts'
import type { Asset } from './assets.ts'
import { guard } from './guard.ts'
import type { Session } from './session.ts'
import { draftRecord, valuesAt } from './values.ts'
import { keepSettings, type Settings, settingsOf } from './viewer.ts'
import { filtersOf, hrefOf, listView, nameOf, openQueue, progressView, queueNamed, workView } from './views.ts'

/** What the review's server is made of. */
export interface ReviewServer {
  readonly session: Session
  readonly assets: ReadonlyMap<string, Asset>
  readonly token: string
  readonly port: () => number
  readonly reviewer: string
  readonly language: Language | null
}

/** The web application of a review. */
export function reviewApp(server: ReviewServer): Hono {
  const { session, assets } = server
  const app = new Hono()
  const settings = (c: Context): Settings =>
    settingsOf(c, { reviewer: server.reviewer, isBlind: session.subject.isBlind, language: server.language })
  app.use(guard(server))
  app.use(bodyLimit({ maxSize: 1 << 20 }))
  app.notFound(c => c.text('There is nothing here.', 404))
  app.onError((error, c) => c.text(`Something is wrong: ${error.message}`, 500))

  app.get('/assets/:name', c => {
    const asset = assets.get(c.req.param('name'))
    return asset === undefined ? c.notFound() : c.body(asset.content, 200, { 'content-type': asset.type })
  })

  app.get('/', c => c.redirect(`/q/${session.queues[0] ?? 'records'}`, 303))

  app.get('/q/:queue', async c => {
    const queue = queueNamed(c.req.param('queue'), session)
    return queue === undefined ? c.notFound() : answer(c, queue, await mainOf(c, queue))
  })

  app.get('/progress', async c => answer(c, 'progress', renderProgress(await progressView(session, settings(c)), settings(c).say)))

  app.get('/log', async c => {
    const { viewer, say } = settings(c)
    const items = await Promise.all(session.queues.filter(q => q !== 'misses').map(async q => await session.items(q, viewer.reviewer)))
    const byRecord = new Map(items.flat().map(i => [`${i.sha256} ${i.after?.id ?? i.before?.id ?? ''}`, i]))
    return answer(
      c,
      'log',
      renderLog(
        {
          log: session.visible(viewer),
          reviewer: viewer.reviewer,
          token: randomUUID(),
          hrefOf: d => {
            const item = byRecord.get(`${d.sha256} ${d.after?.id ?? d.before?.id ?? ''}`)
            return item === undefined ? null : hrefOf(item.queue, item.id, filtersOf({}))
          }
        },
        say
      )
    )
  })

  app.post('/settings', async c => {
    const sent = await c.req.parseBody()
    keepSettings(c, sent)
    const here = typeof sent['here'] === 'string' && /^\/(?!\/)/.test(sent['here']) ? sent['here'] : '/'
    return c.redirect(here, 303)
  })

  for (const path of ['/decide', '/decide-group', '/undo', '/redo'] as const) {
    app.post(path, async c => {
      const sent = new URLSearchParams(await c.req.text())
      const done = await decided(session, path, sent, settings(c))
      if (c.req.header('accept') !== 'application/json') return c.redirect(done.url ?? c.req.header('referer') ?? '/', 303)
      if (done.url === undefined) return c.json(done, done.dialog === undefined ? 200 : 409)
      const url = new URL(done.url, 'http://here')
      const queue = queueNamed(url.pathname.replace('/q/', ''), session) ?? session.queues[0]
      const main = await mainOf(c, queue as Queue, Object.fromEntries(url.searchParams))
      return c.json({ ...done, main: main.html, tabs: await tabsOf(c, queue ?? '') })
    })
  }

  // What selected words say when they are read as a field.
  app.post('/read', async c => {
    const sent = new URLSearchParams(await c.req.text())
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

  app.get('/form', async c => {
    const { say, viewer } = settings(c)
    const item = await session.find(c.req.query('item') ?? '', viewer.reviewer)
    if (item === undefined) return c.notFound()
    const { article, extraction } = session.subject.library.open(item.articleId)
    const span = spanIn(c.req.query('start') ?? null, c.req.query('end') ?? null, article.text)
    const kind = ['target', 'rank_goal', 'observation', 'document'].find(k => k === c.req.query('kind'))
    if (span === null || kind === undefined) return c.notFound()
    const hidden = Object.entries(c.req.query()).flatMap(([name, value]) =>
      name.startsWith('h.') ? [html`<input type="hidden" name="${name.slice(2)}" value="${value}">`] : []
    )
    return c.html(
      renderEditForm(
        { action: 'add', record: draftRecord(kind, span, article.text, extraction), hidden: html`${hidden}`, problem: null },
        say
      ).html
    )
  })

  async function mainOf(c: Context, queue: Queue, query: Readonly<Record<string, string>> = c.req.query()): Promise<Html> {
    const mine = settings(c)
    const opened = await openQueue(session, queue, query['item'] ?? null, filtersOf(query), mine)
    const list = listView(opened)
    const { current } = opened
    if (current !== null && (query['item'] !== undefined || !isDone(current)))
      return renderWork(workView(session, { ...opened, current }, mine, query['whole'] === '1'), list, mine.say, nameOf)
    const log = session.visible(mine.viewer)
    const { reviewer } = mine.viewer
    const undo = {
      undo: nextUndo(log, reviewer).at(-1) ?? null,
      redo: nextRedo(log, reviewer).at(-1) ?? null,
      token: randomUUID(),
      placed: { item: { queue } } as never
    }
    return renderEmpty(list, renderUndo(undo, mine.say), mine.say, nameOf)
  }

  async function frameOf(c: Context, current: string): Promise<Frame> {
    const { viewer, say, theme, areKeysOn } = settings(c)
    const counts = await Promise.all(
      session.queues.map(async name => {
        // Misses are not looked for before somebody asks.
        if (name === 'misses' && current !== 'misses') return { name, href: `/q/${name}`, count: null }
        return { name, href: `/q/${name}`, count: (await session.placed(name, viewer)).filter(p => !isDone(p)).length }
      })
    )
    const tabs: Frame['tabs'] = [
      ...counts,
      { name: 'progress', href: '/progress', count: null },
      { name: 'log', href: '/log', count: session.visible(viewer).length }
    ]
    const script = assets.has('main.ts') ? 'main.ts' : 'main.js'
    return {
      say,
      theme,
      areKeysOn,
      reviewer: viewer.reviewer,
      isBlind: viewer.isBlind,
      subject: session.subject.says,
      tabs,
      current,
      here: c.req.path + new URL(c.req.url).search,
      assets: { style: '/assets/style.css', script: `/assets/${script}` }
    }
  }

  async function tabsOf(c: Context, current: string): Promise<string> {
    const page = renderPage(await frameOf(c, current), raw(''))
    const start = page.indexOf('<nav class="tabs"')
    return start < 0 ? '' : page.slice(start, page.indexOf('</nav>', start) + '</nav>'.length)
  }

  /** A whole page, or what stands in it for a page that is open already. */
  async function answer(c: Context, current: string, main: Html): Promise<Response> {
    c.header('vary', 'accept')
    if (c.req.header('accept') === 'application/json') return c.json({ main: main.html, tabs: await tabsOf(c, current) })
    return c.html(renderPage(await frameOf(c, current), main))
  }

  return app
}

function spanIn(start: string | null, end: string | null, text: string): { readonly start: number; readonly end: number } | null {
  const span = { start: Number(start), end: Number(end) }
  return /^\d{1,9}$/.test(start ?? '') && /^\d{1,9}$/.test(end ?? '') && span.start < span.end && span.end <= text.length ? span : null
}
