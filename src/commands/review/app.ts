import { type Context, Hono } from 'hono'
import { raw } from '../../review/html.ts'
import { isDone, type Queue } from '../../review/item.ts'
import { entriesOf } from '../../review/pages/log.ts'
import { renderNotDone } from '../../review/pages/not-done.ts'
import { type Frame, renderPage } from '../../review/pages/shell.ts'
import type { Language } from '../../review/words/index.ts'
import { decided, type Told } from './answers.ts'
import type { Asset } from './assets.ts'
import { formOf } from './form.ts'
import { groupRows } from './grouping.ts'
import { guard } from './guard.ts'
import { filtersOf, hrefOf } from './listing.ts'
import { onceEach } from './once.ts'
import { pageOf, pagesOf, type Shown } from './pages.ts'
import { addPicking } from './picking.ts'
import { Refusal, refused } from './refusal.ts'
import type { Session } from './session.ts'
import { storeRefusal } from './store-refusal.ts'
import { keepSettings, type Settings, settingsOf } from './viewer.ts'
import { queueNamed } from './views.ts'
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
  app.use(guard(server, c => settings(c).say))
  app.notFound(c => refused(c, 404, settings(c).say('no_page')))
  app.onError((error, c) => {
    if (error instanceof Refusal) return refused(c, error.status, error.message)
    const { say } = settings(c)
    const cause = storeRefusal(error, say)
    return cause === undefined ? refused(c, 500, say('broken', { what: error.message })) : refused(c, 503, cause)
  })

  app.get(at('assets/:name'), c => {
    const asset = assets.get(c.req.param('name') ?? '')
    return asset === undefined ? c.notFound() : c.body(asset.content, 200, { 'content-type': asset.type })
  })

  const pages = pagesOf(session)
  for (const root of [`/${key}`, at('')]) app.get(root, c => c.redirect(at(pages[0] as string), 303))

  for (const page of pages) app.get(at(page), async c => await answer(c, await pageOf(session, page, c.req.query(), settings(c))))

  app.post(at('settings'), async c => {
    const sent = await formOf(c, settings(c).say)
    const here = sent.get('here') ?? ''
    if (!isOwnAddress(here, session)) throw new Refusal(400, settings(c).say('own_pages'))
    keepSettings(c, sent, { key })
    return c.redirect(at(here), 303)
  })

  for (const sending of ['decide', 'decide-group', 'undo', 'redo'] as const) {
    app.post(at(sending), async c => {
      const mine = settings(c)
      const sent = await formOf(c, mine.say)
      const all = `${sending} ${mine.viewer.reviewer} ${sent}`
      const told = await once(tokenOf(sent, mine.say), all, mine.say('token_used'), () => decided(session, sending, sent, mine))
      return c.req.header('accept') === 'application/json' ? await toldToScript(c, told) : await toldToPage(c, told, sent)
    })
  }

  addPicking(app, at, session, settings)

  async function toldToScript(c: Context, told: Told): Promise<Response> {
    if (told.url === undefined) return c.json(told, statusOf(told))
    const { pathname, searchParams } = new URL(told.url, 'http://here')
    const { main, tab } = await pageOf(session, pathname.slice(1), Object.fromEntries(searchParams), settings(c))
    return c.json({ ...told, main: main.html, tabs: await tabsOf(c, tab) }, statusOf(told))
  }

  async function toldToPage(c: Context, told: Told, sent: URLSearchParams): Promise<Response> {
    if (told.url !== undefined && told.isSaved) return c.redirect(at(told.url), 303)
    const queue = queueNamed(sent.get('queue') ?? '', session) ?? (session.queues[0] as Queue)
    const back = told.url ?? hrefOf(queue, sent.get('item'), filtersOf({}))
    return c.html(renderPage(await frameOf(c, queue), renderNotDone(told, back, settings(c).say)), statusOf(told))
  }

  async function frameOf(c: Context, current: string): Promise<Frame> {
    const { viewer, say, theme, areKeysOn } = settings(c)
    const { name, search } = addressOf(c)
    const counts = await Promise.all(
      session.queues.map(async name => {
        // Neither records nor misses are read for their number alone.
        if (!session.isRead(name) && name !== current) return { name, href: name, count: null }
        if (name === 'misses' && (await session.searching(0)) !== null) return { name, href: name, count: null }
        return { name, href: name, count: (await session.placed(name, viewer)).filter(p => !isDone(p)).length }
      })
    )
    const isChanges = session.subject.changes !== null
    const left = isChanges ? groupRows(await session.placed('changes', viewer)).filter(r => r.open > 0).length : 0
    const tabs: Frame['tabs'] = [
      ...(isChanges ? [{ name: 'groups', href: 'groups', count: left } as const] : []),
      ...counts,
      { name: 'progress', href: 'progress', count: null },
      { name: 'log', href: 'log', count: entriesOf(session.visible(viewer)).length }
    ]
    const script = assets.has('main.ts') ? 'main.ts' : 'main.js'
    return {
      say,
      theme,
      areKeysOn,
      reviewer: viewer.reviewer,
      isBlind: viewer.isBlind,
      subject: session.subject.says,
      unfinished: session.subject.unfinished.map(side => say(isChanges ? `unfinished_${side}` : 'unfinished')),
      tabs,
      current,
      here: pages.includes(name) ? name + search : current,
      assets: { style: 'assets/style.css', script: `assets/${script}` }
    }
  }

  async function tabsOf(c: Context, current: string): Promise<string> {
    const page = renderPage(await frameOf(c, current), raw(''))
    const start = page.indexOf('<nav class="tabs"')
    return start < 0 ? '' : page.slice(start, page.indexOf('</nav>', start) + '</nav>'.length)
  }

  /** A whole page, or what stands in it for a page that is open already. */
  async function answer(c: Context, { main, tab, status }: Shown): Promise<Response> {
    c.header('vary', 'accept')
    if (c.req.header('accept') === 'application/json') return c.json({ main: main.html, tabs: await tabsOf(c, tab) }, status)
    return c.html(renderPage(await frameOf(c, tab), main), status)
  }

  return app
}

function statusOf({ isSaved, form }: Told): 200 | 409 | 422 {
  return isSaved ? 200 : form === undefined ? 409 : 422
}

/** The page that a request is for, and what its address asks of it. */
function addressOf(c: Context): { readonly name: string; readonly search: string } {
  const { pathname, search } = new URL(c.req.url)
  return { name: pathname.split('/').at(-1) ?? '', search }
}

/** Whether a text is an address that pages of this review have, as they have it: nothing else is gone back to. */
function isOwnAddress(text: string, session: Session): boolean {
  const [page = ''] = /^[a-z]*(?=(?:\?[!-~]*)?$)/.exec(text) ?? ['?']
  return ['', ...pagesOf(session)].includes(page)
}
