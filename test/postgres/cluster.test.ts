import { chmodSync, cpSync, existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { installedPrograms } from '../../src/commands/cluster/programs.ts'
import { article, folderWith, muctieu } from '../cli/harness.ts'
import { done, sumsOf } from './harness.ts'
import { start, until } from './processes.ts'

describe.skipIf(installedPrograms({ env: process.env }) === undefined)('a cluster of this machine', () => {
  test('goes up with one command, does a run as this program alone does it, and goes down', async () => {
    const folder = folderWith()
    // Whom the server runs as must be able to enter it.
    chmodSync(folder, 0o755)
    cpSync('corpus/articles', join(folder, 'articles'), { recursive: true })
    const data = join(folder, 'cluster')
    const up = start(folder, ['cluster', 'up', '-w', '1', '--data', data])
    try {
      await until(async () => up.said().includes('The cluster is up'), up)
      const address = /^DATABASE_URL=(.+)$/m.exec(up.said())?.[1] as string
      expect((await muctieu(folder, ['cluster', 'up', '--data', data])).stderr).toContain('A cluster runs already')
      await done(folder, ['run', 'articles', '--db', 'local.sqlite', '--quiet'])
      const run = start(folder, ['run', 'articles', '--db', address, '--engine', 'postgres'])
      expect(await run.ended(), run.said()).toBe(0)
      expect(run.said()).not.toContain(new URL(address).password)
      expect(await sumsOf(folder, address)).toBe(await sumsOf(folder, 'local.sqlite'))
      await done(folder, ['cluster', 'down', '--data', data])
      expect(await up.ended(), up.said()).toBe(143)
    } finally {
      up.child.kill('SIGTERM')
      await up.ended()
    }
    expect(existsSync(join(data, 'data/postmaster.pid'))).toBe(false)
    expect(readdirSync(data)).not.toContain('cluster.json')
  })

  test('is taken down also where its program was killed', async () => {
    const folder = folderWith()
    chmodSync(folder, 0o755)
    const data = join(folder, 'cluster')
    const up = start(folder, ['cluster', 'up', '-w', '0', '--data', data])
    await until(async () => up.said().includes('The cluster is up'), up)
    up.child.kill('SIGKILL')
    await up.ended()
    expect(existsSync(join(data, 'data/postmaster.pid'))).toBe(true)
    await done(folder, ['cluster', 'down', '--data', data])
    expect(existsSync(join(data, 'data/postmaster.pid'))).toBe(false)
    expect(await muctieu(folder, ['cluster', 'down', '--data', data])).toMatchObject({ code: 2 })
  })

  test('is told in a sentence where it cannot be', async () => {
    const folder = folderWith({ 'a.txt': article(1) })
    const said = async (...argv: readonly string[]): Promise<unknown> =>
      await muctieu(folder, ['cluster', 'up', '--data', join(folder, 'c'), ...argv])
    expect(await said('--programs', 'nowhere')).toMatchObject({
      code: 2,
      stderr: 'muctieu: nowhere does not hold initdb, pg_ctl and postgres.\n'
    })
    if (process.getuid?.() === 0)
      expect(await said('--as', 'nobody-of-that-name')).toMatchObject({
        code: 2,
        stderr: expect.stringContaining('PostgreSQL does not run as root, and there is no user nobody-of-that-name')
      })
  })
})
