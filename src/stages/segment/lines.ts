import type { LineKind } from '../../model/text.ts'
import { LOWER } from '../../text/letters.ts'

/** What each line of a text is in the article's layout. */
export interface Line {
  readonly kind: LineKind
  /** Depth of a list item by the form of its bullet; 0 for anything else. */
  readonly depth: number
  /** Offset behind the bullet or number, where sentence stops begin to count. */
  readonly bodyStart: number
}

const SMALL = new RegExp(`^[${LOWER}]`)

// Bullets in the order in which texts nest them. Private-use characters are Word's bullets.
const BULLETS: readonly [RegExp, number][] = [
  [/^(?:[IVX]{1,5}[.)]|[A-ZĐ]\.) /, 1],
  [/^\d{1,2}(?:\.\d{1,2})*[.)/] ?(?=\D)/, 2],
  [/^\(\d{1,2}\) ?/, 2],
  [/^[a-zđ][.)] /, 3],
  [/^[-–—] ?(?=[^\d\s-])/, 4],
  [/^[-–—] /, 4],
  [/^[•·▪●◦►■♦✓✔➢❖\uf000-\uf8ff] ?/, 4],
  [/^\* ?/, 4],
  [/^\+ ?/, 5]
]

// Numbers of more levels (`1.2.3.4.`) are as deep as these.
const MOST_LEVELS = 4

const CAPTION =
  /^(?:\(?(?:Ảnh|ẢNH|Ảnh minh họa|Ảnh tư liệu|Đồ họa|Hình|Infographic|Video|Biểu đồ|Nguồn ảnh|Ảnh bìa)\s?[:.(]|\[(?:Infographics?|Video|Ảnh)\])|(?:\(|[.,–-] ?|\s)(?:Ảnh|Ảnh minh họa|Đồ họa|Photo)\s?:\s?[^.:]{1,60}\)?\.?$/
const RELATED =
  /^(?:Tin liên quan|Bài liên quan|Xem thêm|Đọc thêm|Tin cùng chuyên mục|Tin khác|Các tin khác|Tin cũ hơn|Tin mới hơn|Có thể bạn quan tâm|Bài viết liên quan|Tin đọc nhiều|Đọc nhiều|TIN LIÊN QUAN|XEM THÊM|Tin nên đọc|Bạn có thể quan tâm|Tin tức liên quan|>>)/
const BYLINE = /^(?:Theo |Bài(?: và ảnh)?: |Nguồn: |Tác giả: |Lượt xem|Xem với cỡ chữ|PV |\(Theo )/

/** Kinds of all lines, by line index. A line after a `Tin liên quan` heading is a related link until a long line comes. */
export function lineKinds(text: string): Line[] {
  const lines = text.split('\n')
  const result: Line[] = []
  let offset = 0
  let isRelated = false
  lines.forEach((line, index) => {
    const isShort = line.length > 0 && line.length <= 160
    if (RELATED.test(line) && line.length <= 200) isRelated = true
    else if (isRelated && line.length > 220) isRelated = false
    result.push(kindOf(line, offset, isRelated, isShort && isTitleLike(line), index))
    offset += line.length + 1
  })
  return result
}

function kindOf(line: string, offset: number, isRelated: boolean, isTitle: boolean, index: number): Line {
  if (isRelated && line.length > 0) return { kind: 'related', depth: 0, bodyStart: offset }
  if (line.length <= 300 && CAPTION.test(line)) return { kind: 'caption', depth: 0, bodyStart: offset }
  if (line.length <= 80 && BYLINE.test(line) && !/\d ?%/.test(line)) return { kind: 'byline', depth: 0, bodyStart: offset }
  for (const [bullet, depth] of BULLETS) {
    const found = bullet.exec(line)
    if (found) {
      const isHeading = depth <= 2 && isTitle
      // `1.2.` stands under `1.`, and above `a)`.
      const levels = Math.min(MOST_LEVELS, found[0].split('.').filter(part => /\d/.test(part)).length)
      return {
        kind: isHeading ? 'heading' : 'bullet',
        depth: depth + Math.max(0, levels - 1) / MOST_LEVELS,
        bodyStart: offset + found[0].length
      }
    }
  }
  return { kind: isTitle && (index > 0 || line.length <= 200) ? 'heading' : 'text', depth: 0, bodyStart: offset }
}

/** Whether a line stands alone like a heading: short, no final stop, more than one word. */
function isTitleLike(line: string): boolean {
  return !/[.!?…;:,”"]$/.test(line) && /\s/.test(line) && !SMALL.test(line)
}
