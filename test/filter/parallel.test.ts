import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { folderWith, line, many, muctieu } from '../cli/harness.ts'
import { HAS_PARALLEL, PROGRAM, shell, sums } from './harness.ts'

/** With a day that is none, a bad line, and a text that comes twice. */
const NEWS = `${many(120)}{"text": \n${line({ id: 'x', published: 'hôm qua', text: 'Phấn đấu đến năm 2030 giảm nghèo còn 3%.' })}${many(10)}`

if (!HAS_PARALLEL) console.warn('GNU parallel is not here (Debian: apt-get install parallel): what is done with it is not tested.')

describe.skipIf(!HAS_PARALLEL)('GNU parallel', () => {
  test('a file that is cut anywhere between lines and done by several processes is a run over the file', async () => {
    const folder = folderWith({ 'news.ndjson': NEWS })
    await muctieu(folder, ['run', 'news.ndjson', '--db', 'run.sqlite'])
    // Bad lines end their process with 3; parallel adds up how many ended so.
    const done = await shell(
      folder,
      `parallel --pipe --block 8k -j2 ${JSON.stringify(`${PROGRAM} extract --as articles --stdin-name news.ndjson -`)} < news.ndjson | gzip > out.gz; exit \${PIPESTATUS[0]}`
    )
    expect(done.code).toBe(1)
    expect(done.stderr).toMatch(/^muctieu: news\.ndjson, line \d+, is not JSON\.\n$/)
    const imported = await muctieu(folder, ['import', 'out.gz', '--db', 'x.sqlite', '--json', '--inputs', 'news.ndjson'])
    expect(imported.code).toBe(3)
    expect(JSON.parse(imported.stdout)).toMatchObject({ counts: { articles: 121, failed: 1 } })
    expect(await sums(folder, 'x.sqlite')).toBe(await sums(folder, 'run.sqlite'))
  })

  test('with a job log, files that are done are not done again, and the rest is', async () => {
    const parts = Object.fromEntries(Array.from({ length: 6 }, (_, i) => [`in/${i}.ndjson`, many(20, 20 * i)]))
    const folder = folderWith(parts)
    await muctieu(folder, ['run', 'in', '--db', 'run.sqlite'])
    const script = [
      `${PROGRAM} extract --as articles "$1" > "out/$2.part"`,
      'code=$?',
      'echo "$2" >> done.log',
      // The third is killed the first time, with half a line written.
      'if [ "$2" = 2 ] && [ ! -e once ]; then touch once; head -c 3000 "out/$2.part" > "out/$2.ndjson"; kill -9 $$; fi',
      'if [ $code = 0 ] || [ $code = 3 ]; then mv "out/$2.part" "out/$2.ndjson"; fi',
      'exit $code'
    ].join('\n')
    const withScript = folderWith({ 'one.sh': script })
    const command = `mkdir -p out; ls in/*.ndjson | parallel -j1 --halt now,fail=1 --joblog jobs.log RESUME bash ${join(withScript, 'one.sh')} {} {/.}`
    expect((await shell(folder, command.replace('RESUME', ''))).code).not.toBe(0)
    const first = readFileSync(join(folder, 'done.log'), 'utf8').trim().split('\n')
    expect(first).toEqual(['0', '1', '2'])
    // What there is can be stored already: half a line is refused, the rest of the file is not.
    const early = await muctieu(folder, ['import', 'out', '--db', 'x.sqlite', '-q'])
    expect([early.code, early.stderr.split('\n').length]).toEqual([3, 2])
    expect((await shell(folder, command.replace('RESUME', '--resume-failed'))).code).toBe(0)
    expect(readFileSync(join(folder, 'done.log'), 'utf8').trim().split('\n').toSorted()).toEqual(['0', '1', '2', '2', '3', '4', '5'])
    expect(readdirSync(join(folder, 'out')).toSorted()).toEqual(Object.keys(parts).map(name => name.slice(3)))
    // All is done: nothing is done again.
    expect((await shell(folder, command.replace('RESUME', '--resume'))).code).toBe(0)
    expect(readFileSync(join(folder, 'done.log'), 'utf8').trim().split('\n')).toHaveLength(7)
    expect((await muctieu(folder, ['import', 'out', '--db', 'x.sqlite', '-q'])).code).toBe(0)
    expect(await sums(folder, 'x.sqlite')).toBe(await sums(folder, 'run.sqlite'))
    expect(existsSync(join(folder, 'once'))).toBe(true)
  })
})
