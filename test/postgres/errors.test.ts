import { createServer, type Server } from 'node:net'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isPassing, postgresProblem } from '../../src/store/postgres/errors.ts'

// A server that takes connections and never says a word, as behind a line that is cut.
let server: Server
let settings: pg.PoolConfig

beforeAll(async () => {
  server = createServer(() => undefined)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  settings = { host: '127.0.0.1', port, user: 'tests', database: 'tests', connectionTimeoutMillis: 50 }
})

afterAll(() => {
  server.close()
})

async function errorOf(work: Promise<unknown>): Promise<unknown> {
  return await work.then(
    () => undefined,
    (error: unknown) => error
  )
}

function expectToPass(error: unknown, words: string): void {
  expect((error as Error).message).toContain(words)
  expect(isPassing(error)).toBe(true)
  const problem = postgresProblem('postgres://tests@127.0.0.1/tests', error)
  expect(problem?.sentences).toHaveLength(1)
  expect(problem?.message).toContain('what was committed is kept, try again')
}

test('a server that does not answer is one that may be back later', async () => {
  const client = new pg.Client(settings)
  client.on('error', () => undefined)
  expectToPass(await errorOf(client.connect()), 'timeout expired')
})

test('so is one behind connections of which none gets free', async () => {
  const pool = new pg.Pool({ ...settings, max: 1, connectionTimeoutMillis: 200 })
  const first = errorOf(pool.connect())
  // It waits for the first one's place, and for less long than that one waits for the server.
  pool.options.connectionTimeoutMillis = 50
  expectToPass(await errorOf(pool.connect()), 'timeout exceeded when trying to connect')
  expectToPass(await first, 'timeout')
  await pool.end()
})

test('so is one that is asked by a connection that broke before', async () => {
  // Lets everybody in, and hangs up at the first question.
  const rude = createServer(socket => {
    socket.on('error', () => undefined)
    socket.once('data', () => {
      socket.write(Buffer.from([...Buffer.from('R'), 0, 0, 0, 8, 0, 0, 0, 0, ...Buffer.from('Z'), 0, 0, 0, 5, ...Buffer.from('I')]))
      socket.once('data', () => socket.destroy())
    })
  })
  await new Promise<void>(resolve => rude.listen(0, '127.0.0.1', resolve))
  const client = new pg.Client({ ...settings, connectionTimeoutMillis: 20_000, port: (rude.address() as { port: number }).port })
  client.on('error', () => undefined)
  await client.connect()
  expectToPass(await errorOf(client.query('SELECT 1')), 'Connection terminated')
  expectToPass(await errorOf(client.query('SELECT 1')), 'not queryable')
  rude.close()
})

test('what is wrong with a question is wrong again', () => {
  const error = Object.assign(new Error('relation "none" does not exist'), { code: '42P01' })
  expect(isPassing(error)).toBe(false)
  expect(postgresProblem('postgres://tests@127.0.0.1/tests', error)).toBeUndefined()
})
