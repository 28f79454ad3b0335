import { describe, expect, test } from 'vitest'
import { articleOf, extract } from '../../../src/index.ts'

/** What is read of a text published on 2024-05-06: the rank goals, and what was refused as an epithet. */
async function ranks(...paragraphs: readonly string[]) {
  const { records, rejections } = extract(await articleOf({ text: paragraphs.join('\n'), published: '2024-05-06' }))
  const goals = records.flatMap(r =>
    r.kind === 'rank_goal' && 'rank_kind' in r
      ? [[r.anchor.quote, r.rank_kind, r.scope, (r.subject as { text: string } | null)?.text ?? null, r.deadline]]
      : []
  )
  return { goals, epithets: rejections.filter(r => r.reason === 'rank/epithet').map(r => r.quote) }
}

describe('what somebody is to become', () => {
  test('is a goal, in each scope', async () => {
    const { goals, epithets } = await ranks('Mục tiêu của Sao Biển là trở thành nhà in sách hàng đầu Việt Nam và khu vực về bìa cứng.')
    // Goals of one anchor have no order that a reader could tell.
    expect(goals).toHaveLength(2)
    expect(goals).toContainEqual(['hàng đầu Việt Nam và khu vực', 'band', 'national', 'bìa cứng', null])
    expect(goals).toContainEqual(['hàng đầu Việt Nam và khu vực', 'band', 'region:khu vực', 'bìa cứng', null])
    expect(epithets).toEqual([])
  })

  test('is named by what stands before', async () => {
    expect((await ranks('Hội nghề gốm phấn đấu trở thành một làng nghề hàng đầu thế giới vào năm 2030.')).goals).toEqual([
      ['hàng đầu thế giới', 'band', 'world', 'làng nghề', '2030']
    ])
  })

  test('has no time that other aims have', async () => {
    const { goals } = await ranks(
      'Đến năm 2027, tỉnh phấn đấu 90% số hộ có nước sạch.',
      'Hợp tác xã mong muốn trở thành vựa sầu riêng hàng đầu cả nước.'
    )
    expect(goals).toEqual([['hàng đầu cả nước', 'band', 'national', 'vựa sầu riêng', null]])
  })

  test('is an epithet of what somebody is, has become or could be', async () => {
    for (const text of [
      'Sao Biển là nhà in sách hàng đầu Việt Nam.',
      'Với mục tiêu tăng doanh thu 15%, Sao Biển đã trở thành nhà in sách hàng đầu Việt Nam.',
      'Làng gốm có đủ tiềm năng để trở thành một điểm đến hàng đầu cả nước.'
    ])
      expect(await ranks(text), text).toMatchObject({ goals: [], epithets: [expect.stringContaining('hàng đầu')] })
  })
})

describe('bands of countries', () => {
  test('are goals where they are striven for', async () => {
    const { goals } = await ranks(
      'Nghị quyết đặt mục tiêu đến năm 2035 đất nước trở thành nước có công nghiệp hiện đại, thu nhập trung bình cao và trở thành quốc gia phát triển vào năm 2050.'
    )
    expect(goals).toEqual([
      ['nước có công nghiệp hiện đại, thu nhập trung bình cao', 'band', 'world', 'thu nhập', '2035'],
      ['quốc gia phát triển', 'band', 'world', null, '2050']
    ])
  })
})

describe('ranks under one membership word', () => {
  test('are one each', async () => {
    const { goals } = await ranks('Phấn đấu đến năm 2028, nước ta thuộc nhóm: 45 nước dẫn đầu về in ấn; 25 nước dẫn đầu về đóng sách.')
    expect(goals).toEqual([
      ['thuộc nhóm: 45 nước dẫn đầu', 'top_n', 'world', 'in ấn', '2028'],
      ['25 nước dẫn đầu', 'top_n', 'world', 'đóng sách', '2028']
    ])
  })
})

describe('positions of others', () => {
  test('are no goals beside one', async () => {
    for (const text of [
      'Chỉ tiêu năm nay khó đạt khi tỉnh thua cả Lào Cai (xếp thứ 3) về số bến thuyền.',
      'Tỉnh thu ngân sách vượt chỉ tiêu 5% và đứng thứ 2 cả nước.',
      'Đề án phấn đấu 20% giảng viên tốt nghiệp từ các trường đại học thuộc top 200 thế giới.',
      'Rủi ro này đặt ra yêu cầu mới cho Na Uy - một trong những nước đánh cá lớn nhất thế giới.'
    ])
      expect((await ranks(text)).goals, text).toEqual([])
  })
})
