import { describe, expect, test } from 'vitest'
import { articleOf, extract } from '../../../src/index.ts'

/** Each position that is read of a text published on 2024-05-06, by its words: whether it is a goal. */
async function positions(...paragraphs: readonly string[]): Promise<Record<string, boolean>> {
  const { records } = extract(await articleOf({ text: paragraphs.join('\n'), published: '2024-05-06' }))
  return Object.fromEntries(records.flatMap(r => ('rank_kind' in r ? [[r.anchor.quote, r.kind === 'rank_goal'] as const] : [])))
}

describe('positions in a row', () => {
  test('are goals together, as plans state them', async () => {
    expect(
      await positions(
        'Việt Nam thuộc nhóm 5 nước dẫn đầu Đông Nam Á, nhóm 60 nước đứng đầu thế giới về năng lực số; nhóm 4 nước dẫn đầu châu Á về in ấn.'
      )
    ).toEqual({
      'thuộc nhóm 5 nước dẫn đầu Đông Nam Á': true,
      'nhóm 60 nước đứng đầu thế giới': true,
      'nhóm 4 nước dẫn đầu châu Á': true
    })
  })

  test('are none together, where the first says how things compare', async () => {
    expect(await positions('Việt Nam thuộc nhóm 20 nước xuất khẩu lớn nhất thế giới, nhóm 3 nước đứng đầu ASEAN về hồ tiêu.')).toEqual({
      'thuộc nhóm 20 nước xuất khẩu lớn nhất thế giới': false,
      'nhóm 3 nước đứng đầu ASEAN': false
    })
  })

  test('are told, behind words of a result', async () => {
    expect(await positions('Kết quả, Việt Nam thuộc nhóm 3 nước dẫn đầu Đông Nam Á, top 50 thế giới về đổi mới sáng tạo.')).toEqual({
      'thuộc nhóm 3 nước dẫn đầu Đông Nam Á': false,
      'top 50 thế giới': false
    })
  })
})
