import type { Action } from '../../review/decisions/decision.ts'
import { ADDABLE } from '../../review/edit-form.ts'
import { type Item, recordOf } from '../../review/item.ts'
import type { Say } from '../../review/words/index.ts'
import type { Wish } from './decide.ts'
import { Refusal } from './refusal.ts'

/** The decision about an item that a form asks for. Throws a `Refusal` where no form of that item asks for it. */
export function wishOf(sent: URLSearchParams, item: Item, say: Say): Wish {
  const name = sent.get('action') ?? ''
  const action = actionsOn(item).find(a => a === name)
  if (action === undefined) throw bad(name, say)
  const kind = sent.get('kind') ?? 'target'
  if (action === 'add' && !ADDABLE.some(k => k === kind)) throw bad(kind, say)
  return {
    action,
    reason: sent.get('reason'),
    note: sent.get('note')?.trim().slice(0, 4000) ?? null,
    token: tokenOf(sent, say),
    seen: sent.has('seen') ? wholeOf(sent, 'seen', say) : 0,
    isOverriding: sent.get('override') === '1',
    form: { get: field => sent.get(field), all: field => sent.getAll(field) }
  }
}

// What the page of an item has buttons for.
function actionsOn(item: Item): readonly Action[] {
  const always = ['skip', 'note', 'add'] as const
  if (item.class === 'article') return [...always, 'reveal', 'done']
  return recordOf(item) === null ? [...always, 'none'] : [...always, 'accept', 'reject', 'edit', 'none']
}

/** The decision about a set of changes that a form asks for. Throws a `Refusal` where no form asks for it. */
export function groupWishOf(sent: URLSearchParams, say: Say): Omit<Wish, 'seen' | 'form' | 'isOverriding'> & { readonly count: number } {
  const name = sent.get('action') ?? ''
  const action = (['accept', 'reject'] as const).find(a => a === name)
  if (action === undefined) throw bad(name, say)
  if ((sent.get('set.group') ?? '') === '') throw bad('set.group', say)
  return { action, reason: null, note: null, token: tokenOf(sent, say), count: wholeOf(sent, 'count', say) }
}

/** What ties a sending to its answer. */
export function tokenOf(sent: URLSearchParams, say: Say): string {
  const token = sent.get('token') ?? ''
  if (!/^[\w-]{8,100}$/.test(token)) throw bad(`token ${token}`, say)
  return token
}

/** A number that a form names: an id or a count. */
export function wholeOf(sent: URLSearchParams, name: string, say: Say): number {
  const text = sent.get(name) ?? ''
  if (!/^\d{1,15}$/.test(text)) throw bad(`${name} ${text}`, say)
  return Number(text)
}

function bad(sent: string, say: Say): Refusal {
  return new Refusal(400, say('bad_sent', { what: sent.replace(/\s+/g, ' ').trim().slice(0, 100) }))
}
