import { expect, test } from 'vitest'
import { ARTICLE, articleOf, brief, docx, failureOf, LINES, mail, readAs, TITLE } from './make.ts'

const HEAD = { subject: TITLE, date: 'Thu, 02 May 2024 23:30:00 +0000' }
const PAGE = `<html><body>${LINES.map(line => `<p>${line}</p>`).join('')}</body></html>`

test('a mail is an article with its subject, sender and day', async () => {
  const { article, diagnostics } = await articleOf('a.eml', mail({ ...HEAD, text: ARTICLE }))
  expect(article.text.trimEnd()).toBe(ARTICLE.trimEnd())
  // In Vietnam it is the next day.
  expect(article.record).toMatchObject({ title: TITLE, author: 'Toà soạn', published: '2024-05-03', key: 'source:a.eml' })
  expect(diagnostics).toEqual([])
})

test('its page is read rather than its plain text, which is broken into short lines', async () => {
  const broken = LINES.map(line => line.replaceAll(/(.{40}) /g, '$1\n')).join('\n')
  const { article } = await articleOf('a.eml', mail({ ...HEAD, text: broken, html: PAGE }))
  expect(article.text).toBe(LINES.filter(line => line !== '').join('\n'))
  expect((await articleOf('a.eml', mail({ ...HEAD, text: ARTICLE, html: '<p> </p>' }))).article.text.trimEnd()).toBe(ARTICLE.trimEnd())
})

test('lines of a plain text that were broken to fit are joined, others stay', async () => {
  const text = [
    'Phấn đấu đến năm 2030, tỷ lệ che phủ rừng của tỉnh Hà Giang đạt trên',
    '61%, thu nhập bình quân đầu người đạt 65 triệu đồng, tỷ lệ hộ nghèo',
    'còn dưới 5%.',
    '',
    'Mục tiêu cụ thể gồm:',
    '- Tỷ lệ hộ dân dùng nước sạch ở các xã vùng cao đạt từ 95% trở lên;',
    '- Tỷ lệ xã có đường ô tô đến trung tâm đi lại quanh năm đạt 100%.'
  ]
  const { article } = await articleOf('a.eml', mail({ ...HEAD, text: text.join('\r\n') }))
  expect(article.text.split('\n')).toEqual([text.slice(0, 3).join(' '), ...text.slice(3)])
})

test('files that it carries are read by their own formats, and told where they are none', async () => {
  const files = {
    'Công văn.docx': docx(['Một.', 'Hai.']),
    'ảnh.jpg': 'x',
    'thư.eml': mail({ ...HEAD, text: 'Ba.\nBốn' }),
    'old.doc': '\xd0'
  }
  const results = await readAs('a.eml', mail({ ...HEAD, text: ARTICLE }, files))
  expect(results.map(brief)).toEqual(['a.eml', 'a.eml#Công văn.docx', 'a.eml#ảnh.jpg: read/skipped', 'a.eml#thư.eml', 'a.eml#old.doc'])
  expect((await readAs('a.eml', mail(HEAD, { 'a.txt': 'Một.\nHai' }))).map(brief)).toEqual(['a.eml#a.txt'])
})

test('one without text, one that is none, one in one in one is a failure', async () => {
  expect(await failureOf('a.eml', mail(HEAD))).toBe('read/empty')
  expect(await failureOf('a.eml', '\n\nMột')).toBe('read/corrupt')
  const deep = [1, 2, 3, 4, 5].reduce((inner, _) => mail(HEAD, { 'a.eml': inner }), mail({ ...HEAD, text: ARTICLE }))
  expect(await failureOf('a.eml', deep)).toBe('read/too-nested')
})

test('one that is made to cost much is given up', async () => {
  // Parts in parts in parts.
  const nested = Array.from({ length: 3000 }, (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\r\n\r\n--b${i}\r\n`).join('')
  expect(await failureOf('a.eml', `Subject: x\r\n${nested}`)).toBe('read/corrupt')
  expect(await failureOf('a.eml', mail({ ...HEAD, html: '<p>x</p>'.repeat(2000) }), { limits: { elements: 1000 } })).toBe('read/too-large')
})
