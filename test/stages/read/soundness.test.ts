import { describe, expect, test } from 'vitest'
import { ARTICLE, articleOf, LINES } from './make.ts'

const codes = async (text: string) => {
  const { article, diagnostics } = await articleOf('a.txt', text)
  return { ...article.record, codes: diagnostics.map(d => d.code).join(' ') }
}
const long = ARTICLE.repeat(3)

describe('the language gate', () => {
  const english =
    'The provincial People’s Committee has issued a plan to develop the digital economy, with a target of twenty percent of gross regional product by 2025.'

  test.each([
    ['Vietnamese', ARTICLE, 'vi'],
    ['decomposed Vietnamese', ARTICLE.normalize('NFD'), 'vi'],
    ['Vietnamese capitals', ARTICLE.toUpperCase(), 'vi'],
    ['a Vietnamese heading', 'Chuyển đổi số', 'vi'],
    ['Vietnamese with a quoted English paragraph', `${ARTICLE}${english}\n${english}\n${ARTICLE}`, 'vi'],
    ['English with a Vietnamese name', `${english} Chairman Nguyễn Văn Đức said so. ${english}`, 'en'],
    [
      'French',
      'Le gouvernement a présenté hier son nouveau plan pour le développement de l’économie numérique dans toutes les régions du pays.',
      'fr'
    ],
    ['Russian', 'Правительство области утвердило план развития цифровой экономики до две тысячи двадцать пятого года и далее.', 'ru'],
    ['numbers', '100% 25% 2025-2030', 'und']
  ])('%s', async (_, text, language) => {
    const found = await codes(text)
    expect(found.language).toBe(language)
    expect(found.codes).toBe(language === 'vi' ? '' : 'read/foreign-language')
  })
})

describe('a text that lost or changed letters is of low quality', () => {
  test.each<[string, (text: string) => string, string]>([
    ['every letter beyond Latin-1 dropped', t => t.replace(/[\u0100-\u1fff]/g, ''), 'read/lost-letters'],
    ['toned letters dropped', t => t.replace(/[\u1ea0-\u1ef9]/g, ''), 'read/lost-letters'],
    ['every third toned letter dropped', t => thin(t, 3), 'read/lost-letters'],
    ['letters replaced by question marks', t => t.replace(/[\u1ea0-\u1ef9]/g, '?'), 'read/lost-letters'],
    ['letters replaced by U+FFFD', t => t.replace(/[\u1ea0-\u1ef9]/g, '\ufffd'), 'read/lost-letters'],
    ['no tone marks', t => t.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D'), 'read/lost-letters'],
    ['bad conversion', t => `${t}Toàn tỉnh kiểm sốt, an tồn; hồn thành kế hoạch; khơng để văn phịng`, 'read/ocr-debris'],
    [
      'bad recognition',
      t =>
        t
          .replaceAll('ươ', 'uơ')
          .replaceAll('ướ', 'uớ')
          .replaceAll('iề', 'ìê')
          .replaceAll('ườ', 'uờ')
          .replaceAll('iệ', 'ìệ')
          .replaceAll('uyể', 'ưyể')
          .replaceAll('iế', 'ìế'),
      'read/ocr-debris'
    ],
    ['a spinner', t => `${t}Theo văn phiên bản của tp phcm, mọi tín đồ ký văn phiên bản.`, 'read/spun-text']
  ])('%s', async (_, damage, code) => {
    expect(await codes(damage(long))).toMatchObject({ quality: 'low', language: 'vi', codes: code })
  })

  const thin = (text: string, n: number) => {
    let i = 0
    return text.replace(/[\u1ea0-\u1ef9]/g, c => (i++ % n === 0 ? '' : c))
  }

  test.each([
    ['the article', ARTICLE],
    ['its heading', LINES[0] as string],
    [
      'many foreign words',
      `${ARTICLE}Doanh nghiệp logistics, startup, fintech, blockchain dùng big data, cloud; xe ôtô, khí ôxy, 5 km, 3 kg.`
    ],
    ['questions', `${ARTICLE}Bao giờ xong? ai làm? ở đâu? vì sao? ra sao?\n`],
    ['a list of names', 'Danh sách: Nguyen Van A, Tran B, Le C, Pham D, Hoang E, Vu F.\nĐạt 20% GRDP.']
  ])('but not %s', async (_, text) => {
    expect(await codes(text)).toMatchObject({ quality: 'ok', codes: '' })
  })
})
