import { describe, expect, test } from 'vitest'
import { article, folderWith, muctieu } from './harness.ts'

const LAW =
  'Hà Giang giữ rừng\n\nNgày 17/5/2021, HĐND tỉnh Hà Giang ban hành Nghị quyết số 15/NQ-HĐND về phát triển rừng. Nghị quyết đặt mục tiêu đến năm 2030 tỷ lệ che phủ rừng ở vùng cao đạt 60%.\n'

describe('a dataset without text', () => {
  const folder = folderWith({ 'in/a.txt': article(60), 'in/b.txt': LAW })
  const diff = (...argv: string[]) => muctieu(folder, ['diff', ...argv])

  test('is the same as the run it was made from', async () => {
    await muctieu(folder, ['run', 'in', '--name', 'one'])
    await muctieu(folder, ['run', 'in', '--name', 'two', '--without', 'document_number/state'])
    await muctieu(folder, ['export', '--to', 'dataset', '--run', 'one'])
    expect(await diff('dataset', 'one')).toMatchObject({ code: 0, stdout: expect.stringContaining('BASE and NEW are the same.') })
  })

  test('differs from another run in every format by what differs', async () => {
    const text = await diff('dataset', 'two')
    expect(text.code).toBe(1)
    expect(text.stdout).not.toMatch(/claim_id|sha256_|another date, title/)
    for (const format of ['json', 'md', 'html']) expect((await diff('dataset', 'two', '--format', format)).code).toBe(1)
    await muctieu(folder, ['export', '--to', 'other', '--run', 'two'])
    expect(await diff('dataset', 'other', '--format', 'html')).toMatchObject({ code: 1, stdout: expect.stringMatching(/^<!doctype html>/) })
  })
})
