import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, linkSync, readdirSync, symlinkSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { lockDecisions } from '../../src/store/lock.ts'
import { lockFile } from '../../src/store/lock-file.ts'
import { folderWith, line, muctieu } from '../cli/harness.ts'

/** Hard links are told where the system keeps names for processes. */
const HAS_NAMES = ['linux', 'win32'].includes(process.platform)
const LOCK = pathToFileURL(resolve('src/store/lock.ts')).href
const LOCK_FILE = pathToFileURL(resolve('src/store/lock-file.ts')).href

/** Processes that each run a script and say what they have to say on stdout. */
function processes(count: number, script: (i: number) => string): ChildProcess[] {
  return Array.from({ length: count }, (_, i) =>
    spawn(process.execPath, ['--input-type=module', '-e', script(i)], { stdio: ['pipe', 'pipe', 'inherit'] })
  )
}

/** What a process says until it says a line, or ends. */
async function said(child: ChildProcess): Promise<string> {
  let out = ''
  for await (const chunk of child.stdout!) {
    out += String(chunk)
    if (out.includes('\n')) break
  }
  return out.trim()
}

describe('a lock on the decisions of a database', () => {
  test('is one for all names of it, and gone when it is released', async () => {
    const folder = folderWith({ 'm.sqlite': '', 'deep/x': '' })
    const hard = HAS_NAMES ? ['hard.sqlite', 'deep/hard.sqlite'] : []
    const names = ['m.sqlite', 'linked.sqlite', 'deep/linked.sqlite', 'deep/../m.sqlite', ...hard]
    symlinkSync(join(folder, 'm.sqlite'), join(folder, 'linked.sqlite'))
    symlinkSync('../linked.sqlite', join(folder, 'deep/linked.sqlite'))
    for (const name of hard) linkSync(join(folder, 'm.sqlite'), join(folder, name))
    for (const holder of names) {
      const lock = await lockDecisions(join(folder, holder), holder)
      for (const name of names)
        await expect(lockDecisions(join(folder, name), name), `${name} beside ${holder}`).rejects.toThrow(
          `The database ${name} is being reviewed by another process already`
        )
      lock.release()
    }
    expect(readdirSync(folder).filter(name => name.endsWith('.review'))).toEqual([])
  })

  test('of many processes that ask at once for what a killed one left, under different names, exactly one gets', async () => {
    const folder = folderWith({ 'm.sqlite': '' })
    symlinkSync('m.sqlite', join(folder, 'linked.sqlite'))
    if (HAS_NAMES) linkSync(join(folder, 'm.sqlite'), join(folder, 'hard.sqlite'))
    const names = ['m.sqlite', 'linked.sqlite', HAS_NAMES ? 'hard.sqlite' : './m.sqlite']
    const holding = (path: string) =>
      `import { lockDecisions } from '${LOCK}'
       process.stdin.once('data', async () => {
         try { await lockDecisions(${JSON.stringify(path)}, 'm'); console.log('mine') } catch (error) { console.log(error.message) }
         setInterval(() => 0, 1000)
       })
       console.log('ready')`
    const ask = async (children: readonly ChildProcess[]): Promise<string[]> => {
      const lines = children.map(child => child.stdout![Symbol.asyncIterator]() as AsyncIterator<unknown>)
      await Promise.all(lines.map(l => l.next()))
      for (const child of children) child.stdin!.write('go\n')
      return (await Promise.all(lines.map(async l => (await l.next()).value))).map(v => String(v).trim())
    }
    const kill = async (children: readonly ChildProcess[]): Promise<void> => {
      for (const child of children) {
        const ended = once(child, 'exit')
        child.kill('SIGKILL')
        await ended
      }
    }
    const first = processes(1, () => holding(join(folder, 'm.sqlite')))
    expect(await ask(first)).toEqual(['mine'])
    await kill(first)
    expect(existsSync(join(folder, 'm.sqlite.review'))).toBe(true)
    const many = processes(9, i => holding(join(folder, names[i % 3] as string)))
    const told = await ask(many)
    expect(told.filter(t => t === 'mine')).toHaveLength(1)
    expect(told.filter(t => t.includes('being reviewed by another process'))).toHaveLength(8)
    await kill(many)
  })

  test('is never two processes’ at once, though each removes its file when it is done', async () => {
    const folder = folderWith()
    const path = join(folder, 'lock')
    // Whoever holds it makes a file that must not be there yet.
    const script = `
      import { closeSync, openSync, rmSync } from 'node:fs'
      import { lockFile } from '${LOCK_FILE}'
      let [held, tries] = [0, 0]
      while (held < 100 && tries++ < 100000) {
        const lock = lockFile(${JSON.stringify(path)})
        if (lock === null) continue
        closeSync(openSync(${JSON.stringify(`${path}.held`)}, 'wx'))
        rmSync(${JSON.stringify(`${path}.held`)})
        lock.release()
        held++
      }
      console.log(held)`
    const children = processes(4, () => script)
    expect(await Promise.all(children.map(said))).toEqual(['100', '100', '100', '100'])
    expect(readdirSync(folder)).toEqual([])
  })

  test('is not got on a file that was removed while it was waited for', () => {
    const folder = folderWith()
    const path = join(folder, 'lock')
    const lock = lockFile(path)
    expect(lockFile(path)).toBeNull()
    lock?.release()
    const again = lockFile(path)
    expect(again).not.toBeNull()
    again?.release()
  })

  test('that cannot be made is told in a sentence', async () => {
    const folder = folderWith({ 'm.sqlite': '', 'm.sqlite.review/x': '' })
    await expect(lockDecisions(join(folder, 'm.sqlite'), 'm.sqlite')).rejects.toThrow('cannot be opened or written')
    await expect(lockDecisions(join(folder, 'none.sqlite'), 'none.sqlite')).rejects.toThrow('The database none.sqlite does not exist.')
  })
})

test.skipIf(!HAS_NAMES)('a second review by a hard link is refused before the database is opened', async () => {
  const folder = folderWith()
  await muctieu(folder, ['run', '-', '--db', 'm.sqlite', '--name', 'one'], { input: line({ id: 'a', text: 'Không có gì.' }) })
  linkSync(join(folder, 'm.sqlite'), join(folder, 'hard.sqlite'))
  const lock = await lockDecisions(join(folder, 'm.sqlite'), 'm.sqlite')
  const db = new Database(join(folder, 'm.sqlite'))
  const refused = await muctieu(folder, ['review', '--db', 'hard.sqlite', '--run', 'one'], { signal: AbortSignal.abort() })
  expect(refused).toEqual({
    code: 2,
    stdout: '',
    stderr: 'muctieu: The database hard.sqlite is being reviewed by another process already; use that one, or end it.\n'
  })
  expect(readdirSync(folder).filter(name => name.startsWith('hard'))).toEqual(['hard.sqlite'])
  db.close()
  lock.release()
})
