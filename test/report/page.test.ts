import { inflateRawSync } from 'node:zlib'
import { parseHTML } from 'linkedom'
import { describe, expect, test } from 'vitest'
import { pageParts } from '../../src/commands/report/client.ts'
import type { ReportData } from '../../src/report/client/model.ts'
import { page } from '../../src/report/page.ts'
import { article, data, goal } from './facts.ts'

const HOSTILE = '<img src=x onerror="alert(1)">&\'</script><script>alert(1)</script>\u0001'
const parts = await pageParts()
const parsed = (html: string) => parseHTML(html).document
const blockOf = (html: string): ReportData =>
  JSON.parse(inflateRawSync(Buffer.from(parsed(html).querySelector('#data')?.textContent ?? '', 'base64')).toString()) as ReportData

describe('the page', () => {
  test('holds all its data in one block', () => {
    const made = data([goal('g1', { text: HOSTILE })], { of: HOSTILE })
    expect(blockOf(page(made, parts))).toEqual(made)
  })

  test('no text of an article is markup', () => {
    const html = page(
      data([goal('g1', { text: HOSTILE })], { of: HOSTILE, articles: [{ ...article, title: HOSTILE, url: 'javascript:alert(1)' }] }),
      parts
    )
    const d = parsed(html)
    expect(d.querySelectorAll('img').length).toBe(0)
    expect(d.querySelectorAll('script').length).toBe(2)
    expect(html).not.toMatch(/href="javascript/i)
  })

  test('it asks the network for nothing, and runs one script, known by its hash', () => {
    const html = page(data([]), parts)
    expect(html).not.toMatch(/\b(?:src|href)="(?!#)|@import|url\(/)
    expect(html).toMatch(/default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-[^']+';/)
  })

  test('equal data give equal bytes', () => {
    expect(page(data([goal('g1')]), parts)).toBe(page(data([goal('g1')]), parts))
  })

  test('its script is whole: every module is taken in after those that it imports, and nothing of TypeScript is left', () => {
    expect(() => new Function(parts.script)).not.toThrow()
    expect(parts.script).not.toMatch(/^\s*(?:import|export) /m)
    const made = [...parts.script.matchAll(/^const module_(\w+) = /gm)].map(found => found[1])
    for (const [, name] of parts.script.matchAll(/\} = module_(\w+)$/gm)) expect(made).toContain(name)
  })
})
