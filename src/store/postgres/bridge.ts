import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads'
import { UsageError } from '../../model/usage-error.ts'
import type { Answer, Behind } from '../behind.ts'
import { connectionSettings } from './client.ts'
import { postgresProblem } from './errors.ts'
import type { Statement } from './statement.ts'

/** A connection that waits, on a thread of its own. */
export interface Bridge extends Omit<Behind, 'catchUp'> {
  close(): void
}

// The thread: one connection, one request at a time. Plain JavaScript, since it must start from the sources and the package alike.
const THREAD = `
const { workerData } = require('node:worker_threads')
const { port, flag, pg, settings } = workerData
let client
async function connect() {
  if (client !== undefined) return
  const { Client, types } = (await import(pg)).default
  const getTypeParser = (type, format) => type === 114 ? text => text : type === 20 ? Number : types.getTypeParser(type, format)
  const made = new Client({ ...settings, types: { getTypeParser } })
  made.on('error', () => { if (client === made) client = undefined })
  await made.connect()
  client = made
}
async function answer({ statements, isTransaction }) {
  await connect()
  if (isTransaction) await client.query('BEGIN')
  const answers = []
  for (const { sql, values, touches } of statements) {
    const { rows, rowCount } = await client.query(sql, values)
    if (touches !== undefined && rowCount !== touches) throw Object.assign(new Error('changed meanwhile'), { code: 'CHANGED' })
    answers.push({ rows, touched: rowCount ?? 0 })
  }
  if (isTransaction) await client.query('COMMIT')
  return answers
}
port.on('message', async request => {
  let reply
  try {
    reply = { answers: await answer(request) }
  } catch (error) {
    // The connection may hang in a transaction: the next request makes another.
    const lost = client
    client = undefined
    await lost?.end().catch(() => undefined)
    const { code, message, errors } = error
    reply = { error: { code, message, errors: errors?.map(({ code, message }) => ({ code, message })) } }
  }
  port.postMessage(reply)
  Atomics.store(flag, 0, 1)
  Atomics.notify(flag, 0)
})
`

/**
 * A connection to a store whose every request waits for its answer, as writing to SQLite does: what must be committed in both
 * or in neither cannot be left to later. Nothing is connected before the first request.
 */
export function openBridge(address: string, shown: string): Bridge {
  const flag = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))
  const { port1: own, port2: port } = new MessageChannel()
  const workerData = { port, flag, pg: import.meta.resolve('pg'), settings: connectionSettings(address) }
  const thread = new Worker(THREAD, { eval: true, workerData, transferList: [port] })
  thread.unref()
  const ask = (statements: readonly Statement[], isTransaction: boolean): readonly Answer[] => {
    Atomics.store(flag, 0, 0)
    own.postMessage({ statements, isTransaction })
    Atomics.wait(flag, 0, 0)
    const reply = receiveMessageOnPort(own)?.message as { answers: readonly Answer[] } | { error: { code?: string; message: string } }
    if ('answers' in reply) return reply.answers
    if (reply.error.code === 'CHANGED')
      throw new UsageError(`Something was removed from ${shown}, or pruned, while this was going on; do the same again.`)
    // Ids of decisions are given by the copy: somebody else gave the same ones.
    if (reply.error.code === '23505') throw new UsageError(`Somebody else wrote into ${shown} just now; end this and begin anew.`)
    throw postgresProblem(shown, reply.error) ?? Object.assign(new Error(reply.error.message), reply.error)
  }
  return {
    transact: statements => (statements.length === 0 ? [] : ask(statements, true)),
    alone: statement => void ask([statement], false),
    close: () => {
      own.close()
      void thread.terminate()
    }
  }
}
