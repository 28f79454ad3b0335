import { randomUUID } from 'node:crypto'
import { claimOf, fieldOf, shown } from '../../diff/words.ts'
import { nextRedo, nextUndo, REASONS } from '../../review/decisions/decision.ts'
import type { Viewer } from '../../review/decisions/state.ts'
import { editFieldsOf } from '../../review/edit-form.ts'
import { isDone, type Placed, recordOf } from '../../review/item.ts'
import { decisionInWords } from '../../review/pages/work-view.ts'
import { sayIn } from '../../review/words/index.ts'
import { oneLine } from '../../text/visible.ts'
import type { ExitCode, Io } from '../command.ts'
import { withCarets } from '../explain/carets.ts'
import { sentenceOf } from '../explain/explanation.ts'
import { renderRecord, renderRejection } from '../explain/render.ts'
import { decide, decideGroup, stepBack, type Wish } from './decide.ts'
import { type Keyboard, keyboardOf } from './keyboard.ts'
import { nextOpen } from './listing.ts'
import { problemInWords } from './problem.ts'
import { lastSeen, type Session } from './session.ts'
import { valuesAt } from './values.ts'

const HELP = `  a accept · r reject · e edit · n not a target · s later · i note · A accept all alike · R reject all alike
  u undo · U redo · x explain · j next · k previous · q quit · ? help\n`

interface Terminal {
  readonly session: Session
  readonly viewer: Viewer
  readonly keyboard: Keyboard
  readonly io: Io
}

const say = sayIn('en')

/** The review in a terminal: one change after the other, one key each; everything that the page records, and in the same log. */
export async function reviewInTerminal(session: Session, viewer: Viewer, io: Io): Promise<ExitCode> {
  const keyboard = keyboardOf(io)
  const terminal: Terminal = { session, viewer, keyboard, io }
  const queue = session.queues.find(q => q !== 'sample') ?? 'records'
  let current = nextOpen({ list: await session.placed(queue, viewer) }, '')?.item.id ?? null
  await io.stdout.write(`${oneLine(session.subject.says)}\n${HELP}`)
  try {
    while (current !== null) {
      const list = await session.placed(queue, viewer)
      const at = list.findIndex(p => p.item.id === current)
      const placed = list[at]
      if (placed === undefined) break
      const left = list.filter(p => !isDone(p)).length
      await io.stdout.write(`\n[${list.length - left}/${list.length}] ${show(terminal, placed)}`)
      const key = io.signal.aborted ? null : await keyboard.key()
      if (key === null || key === 'q') return 0
      if (key === '\u0003') return 130
      if (key === 'j' || key === 'k') current = list[Math.min(list.length - 1, Math.max(0, at + (key === 'j' ? 1 : -1)))]?.item.id ?? null
      else if (await act(key, terminal, placed, list))
        current = nextOpen({ list: await session.placed(queue, viewer) }, placed.item.id)?.item.id ?? null
    }
    await io.stdout.write('Nothing is left undecided.\n')
    return 0
  } finally {
    keyboard.close()
  }
}

/** Carries out a key; whether the item is done with. */
async function act(key: string, terminal: Terminal, placed: Placed, list: readonly Placed[]): Promise<boolean> {
  const { session, viewer, keyboard, io } = terminal
  const { item } = placed
  const ask = async (question: string): Promise<string> => {
    await io.stdout.write(`  ${question}: `)
    return (await keyboard.line()) ?? ''
  }
  const wish = (action: Wish['action'], rest: Partial<Wish> = {}): Wish => ({
    action,
    reason: null,
    note: null,
    seen: lastSeen(session.standing(item, viewer)),
    token: randomUUID(),
    form: null,
    isOverriding: false,
    ...rest
  })
  const carry = async (w: Wish): Promise<boolean> => {
    let outcome = decide(session, item, w, viewer)
    if (outcome.kind === 'theirs') {
      const { decision } = outcome
      const answer = await ask(`${oneLine(decision.reviewer)}: ${oneLine(decisionInWords(decision, say))}; replace it, y or n`)
      if (answer !== 'y') return false
      outcome = decide(session, item, { ...w, isOverriding: true }, viewer)
    }
    await io.stdout.write(
      outcome.kind === 'saved'
        ? `  saved: ${oneLine(outcome.decisions.map(d => decisionInWords(d, say)).join(', '))}\n`
        : outcome.kind === 'invalid'
          ? `  ${problemInWords(outcome.problem, say)}\n`
          : '  decided elsewhere meanwhile; look again\n'
    )
    return outcome.kind === 'saved' && w.action !== 'note'
  }
  const hasRecord = recordOf(item) !== null
  if (key === 'a' && hasRecord) return await carry(wish('accept'))
  if (key === 'r' && hasRecord) return await carry(wish('reject'))
  if (key === 's') return await carry(wish('skip'))
  if (key === 'n')
    return await carry(
      wish('none', {
        reason: hasRecord
          ? reasonOf(
              await ask(
                `what is it: ${REASONS.slice(0, 8)
                  .map((r, i) => `${i + 1} ${r}`)
                  .join(', ')}`
              )
            )
          : null
      })
    )
  if (key === 'i') return await carry(wish('note', { note: await ask('note') }))
  if (key === 'e' && hasRecord) return await carry(wish('edit', { form: await edited(terminal, placed, ask) }))
  if (key === 'A' || key === 'R') {
    const alike = item.alike === null ? [placed] : list.filter(p => p.item.alike === item.alike)
    const open = alike.filter(p => !isDone(p)).length
    const answer = await ask(
      `${key === 'A' ? 'accept' : 'reject'} ${open} changes alike in ${new Set(alike.map(p => p.item.articleId)).size} articles, y or n`
    )
    if (answer !== 'y') return false
    const outcome = decideGroup(
      session,
      alike.map(p => p.item),
      { action: key === 'A' ? 'accept' : 'reject', reason: null, note: null, token: randomUUID() },
      open,
      viewer
    )
    await io.stdout.write(outcome.kind === 'saved' ? `  saved: ${outcome.decisions.length}\n` : '  they changed meanwhile; look again\n')
    return outcome.kind === 'saved'
  }
  if (key === 'u' || key === 'U') {
    const action = key === 'u' ? 'undo' : 'redo'
    const target = (key === 'u' ? nextUndo : nextRedo)(session.log(), viewer.reviewer).at(-1)
    if (target === undefined) await io.stdout.write(`  nothing to ${action}\n`)
    else {
      stepBack(session, action, target.id, randomUUID(), viewer)
      await io.stdout.write(`  ${action}: ${oneLine(decisionInWords(target, say))}\n`)
    }
  } else if (key === 'x') await io.stdout.write(explained(terminal, placed))
  else await io.stdout.write(HELP)
  return false
}

function show({ session }: Terminal, { item, standing }: Placed): string {
  const { article, extraction } = session.subject.library.open(item.articleId)
  const record = recordOf(item)
  const anchor = record?.anchor ?? item.at ?? { start: 0, end: 0 }
  const isHere = record?.article_id === item.articleId || record === null
  const sentence = sentenceOf(extraction, anchor)
  const text = isHere
    ? withCarets(article.text, sentence.start, sentence.end, [
        { start: anchor.start, end: Math.max(anchor.end, anchor.start + 1), label: item.kind }
      ])
    : ''
  const sign = item.class === 'lost' ? '-' : item.class === 'gained' ? '+' : '~'
  const fields = item.fields.map(f => `  ${f}: - ${shown(fieldOf(item.before, f))}  + ${shown(fieldOf(item.after, f))}\n`).join('')
  const claim = record === null ? oneLine(item.says ?? '') : claimOf(record)
  const before = standing.history.map(d => `  ${oneLine(`${d.reviewer}: ${decisionInWords(d, say)}`)}\n`).join('')
  return `${sign} ${item.class} ${item.kind}  ${oneLine(item.where)}${item.verdict === null ? '' : `  [${item.verdict}]`}\n${text}  ${claim}\n${fields}${before}> `
}

function explained({ session }: Terminal, { item }: Placed): string {
  const { article, extraction } = session.subject.library.open(item.articleId)
  const record = recordOf(item)
  const explainable = { text: article.text, extraction }
  if (record !== null) return renderRecord(explainable, record)
  const rejection = extraction.rejections.find(r => r.start === item.at?.start && r.end === item.at.end)
  return rejection === undefined ? `  ${oneLine(item.says ?? 'nothing was read here')}\n` : renderRejection(explainable, rejection)
}

/** Asks for `field=value` (or `field=~words of the text`) until an empty line. */
async function edited({ session, io }: Terminal, { item }: Placed, ask: (question: string) => Promise<string>): Promise<Wish['form']> {
  const record = recordOf(item)!
  const { article, extraction } = session.subject.library.open(item.articleId)
  const values = new Map<string, string>([['s.anchor', `${record.anchor.start},${record.anchor.end}`]])
  const fields = editFieldsOf(record.kind, 'rank_kind' in record)
  await io.stdout.write(
    `  fields: anchor ${fields.map(f => f.name).join(' ')}; field=value, or field=~words of the text; an empty line ends\n`
  )
  for (let line = await ask('edit'); line !== ''; line = await ask('edit')) {
    const [, name = '', isWords, value = ''] = /^([a-z_]+)=(~?)(.*)$/.exec(line) ?? []
    const field = name === 'anchor' ? { name, evidence: 'anchor' } : fields.find(f => f.name === name)
    const start = isWords === '~' ? article.text.indexOf(value) : -1
    if (field === undefined || (isWords === '~' && start < 0)) await io.stdout.write('  no such field, or no such words\n')
    else if (isWords === '~') {
      const span = { start, end: start + value.length }
      values.set(`s.${field.evidence}`, `${span.start},${span.end}`)
      for (const [key, said] of Object.entries(valuesAt(field.evidence, span, article.text, extraction))) values.set(key, said)
    } else values.set(`f.${name}`, value)
  }
  return { get: key => values.get(key) ?? null, all: key => (values.has(key) ? [values.get(key) as string] : []) }
}

function reasonOf(answer: string): string | null {
  return REASONS.find((r, i) => r === answer || String(i + 1) === answer) ?? null
}
