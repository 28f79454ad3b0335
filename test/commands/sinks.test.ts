import { Writable } from 'node:stream'
import { expect, test } from 'vitest'
import { dataSink, fullDisk, OutputClosed, talkSink } from '../../src/commands/sinks.ts'
import { UsageError } from '../../src/model/usage-error.ts'
import { asUsageError } from '../../src/store/open.ts'

const failing = (code: string) => new Writable({ write: (_chunk, _encoding, done) => done(Object.assign(new Error(code), { code })) })

test('data that nobody reads, or for which there is no room, is a failure of its write', async () => {
  await expect(dataSink(failing('EPIPE')).write('a')).rejects.toThrow(OutputClosed)
  await expect(dataSink(failing('ENOSPC')).write('a')).rejects.toThrow(
    new UsageError('Standard output cannot be written: the disk is full. What was printed is not whole.')
  )
  await expect(dataSink(failing('EIO')).write('a')).rejects.toThrow(/cannot be written: eio/)
})

test('talk that nobody hears is lost, and nothing else', async () => {
  for (const code of ['EPIPE', 'ENOSPC', 'EIO']) await expect(talkSink(failing(code)).write('a')).resolves.toBeUndefined()
})

test('a full disk is a usage error, whoever met it', () => {
  expect(fullDisk(Object.assign(new Error('x'), { code: 'ENOSPC', path: 'out/a.html' }))?.message).toBe(
    'out/a.html cannot be written: the disk is full.'
  )
  expect(fullDisk(Object.assign(new Error('x'), { code: 'SQLITE_FULL' }))?.message).toBe('The disk is full.')
  expect(fullDisk(new Error('x'))).toBeUndefined()
  expect(asUsageError('a.sqlite', Object.assign(new Error('x'), { code: 'SQLITE_FULL' }))?.message).toMatch(
    /a\.sqlite cannot be written: the disk is full/
  )
})
