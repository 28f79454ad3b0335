import { randomUUID } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { nextRedo, nextUndo } from '../../review/decisions/decision.ts'
import { type Html, raw } from '../../review/html.ts'
import { isDone, type Queue } from '../../review/item.ts'
import { renderUndo } from '../../review/pages/actions.ts'
import { renderLog } from '../../review/pages/log.ts'
import { renderNotDone } from '../../review/pages/not-done.ts'
import { renderProgress } from '../../review/pages/progress.ts'
import { type Frame, renderPage } from '../../review/pages/shell.ts'
import { renderEmpty, renderWork } from '../../review/pages/work.ts'
import type { Language } from '../../review/words/index.ts'
import { asUsageError } from '../../store/open.ts'
import { decided, type Told } from './answers.ts'
import type { Asset } from './assets.ts'
import { formOf } from './form.ts'
import { guard } from './guard.ts'
import { onceEach } from './once.ts'
import { addPicking } from './picking.ts'
import { Refusal, refused } from './refusal.ts'
import type { Session } from './session.ts'
import { keepSettings, type Settings, settingsOf } from './viewer.ts'
import { filtersOf, hrefOf, listView, nameOf, openQueue, progressView, queueNamed, workView } from './views.ts'
import { tokenOf } from './wish.ts'

/** What the review's server is made of. */
export interface ReviewServer {
  readonly session: Session
  readonly assets: ReadonlyMap<string, Asset>
  /** The first part of every address: who does not know it gets nothing. */
  readonly key: string
  readonly port: () => number
  readonly reviewer: string
  readonly language: Language | null
}

/** The web application of a review. */
export function reviewApp(server: ReviewServer): Hono {
  const { session, assets, key } = server
  const app = new Hono()
  const settings = (c: Context): Settings =>
    settingsOf(c, { key, reviewer: server.reviewer, isBlind: session.subject.isBlind, language: server.language })
  const once = onceEach<Told>(told => told.isSaved)
  // Pages name each other as neighbours, so that only here it is known where they stand.
  const at = (address: string): string => `/${key}/${address}`
  app.use(guard(server))
  app.notFound(c => refused(c, 404, 'There is nothing here.'))
  app.onError((error, c) => {
    if (error instanceof Refusal) return refused(c, error.status, error.message)
    const cause = asUsageError('under review', error)
    return cause === undefined ? refused(c, 500, `Something is wrong: ${error.message}`) : refused(c, 503, `Not saved: ${cause.message}`)
  })

  app.get(at('assets/:name'), c => {
    const asset = assets.get(c.req.param('name') ?? '')
    return asset === undefined ? c.notFound() : c.body(asset.content, 200, { 'content-type': asset.type })
  })

  for (const root of [`/${key}`, at('')]) app.get(root, c => c.redirect(at(session.queues[0] ?? 'records'), 303))

  for (const queue of session.queues) app.get(at(queue), async c => answer(c, queue, await mainOf(c, queue)))

  app.get(at('progress'), async c => answer(c, 'progress', renderProgress(await progressView(session, settings(c)), settings(c).say)))

  app.get(at('log'), async c => {
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

  app.post(at('settings'), async c => {
    const sent = await formOf(c)
    const here = sent.get('here') ?? ''
    if (!isOwnAddress(here, session)) throw new Refusal(400, 'The review goes back to its own pages only.')
    keepSettings(c, sent, { key })
    return c.redirect(at(here), 303)
  })

  for (const sending of ['decide', 'decide-group', 'undo', 'redo'] as const) {
    app.post(at(sending), async c => {
      const sent = await formOf(c)
      const mine = settings(c)
      const all = `${sending} ${mine.viewer.reviewer} ${sent}`
      const told = await once(tokenOf(sent, mine.say), all, mine.say('token_used'), () => decided(session, sending, sent, mine))
      return c.req.header('accept') === 'application/json' ? await toldToScript(c, told) : await toldToPage(c, told, sent)
    })
  }

  addPicking(app, at, session, settings)

  async function toldToScript(c: Context, told: Told): Promise<Response> {
    if (told.url === undefined) return c.json(told, statusOf(told))
    const { pathname, searchParams } = new URL(told.url, 'http://here')
    const queue = queueNamed(pathname.slice(1), session) ?? session.queues[0]
    const main = await mainOf(c, queue as Queue, Object.fromEntries(searchParams))
    return c.json({ ...told, main: main.html, tabs: await tabsOf(c, queue ?? '') }, statusOf(told))
  }

  async function toldToPage(c: Context, told: Told, sent: URLSearchParams): Promise<Response> {
    if (told.url !== undefined) return c.redirect(at(told.url), 303)
    const queue = queueNamed(sent.get('queue') ?? '', session) ?? (session.queues[0] as Queue)
    const main = renderNotDone(told, hrefOf(queue, sent.get('item'), filtersOf({})), settings(c).say)
    return c.html(renderPage(await frameOf(c, queue), main), statusOf(told))
  }

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
        if (name === 'misses' && current !== 'misses') return { name, href: name, count: null }
        return { name, href: name, count: (await session.placed(name, viewer)).filter(p => !isDone(p)).length }
      })
    )
    const tabs: Frame['tabs'] = [
      ...counts,
      { name: 'progress', href: 'progress', count: null },
      { name: 'log', href: 'log', count: session.visible(viewer).length }
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
      here: current === '' ? '' : current + new URL(c.req.url).search,
      assets: { style: 'assets/style.css', script: `assets/${script}` }
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

function statusOf({ isSaved, form }: Told): 200 | 409 | 422 {
  return isSaved ? 200 : form === undefined ? 409 : 422
}

/** Whether a text is an address that pages of this review have, as they have it: nothing else is gone back to. */
function isOwnAddress(text: string, { queues }: Session): boolean {
  const [page = ''] = /^[a-z]*(?=(?:\?[!-~]*)?$)/.exec(text) ?? ['?']
  return ['', 'progress', 'log', ...queues].includes(page)
}
