import { attribute, type Element, elementsOf, namesOf, parentOf } from './dom.ts'

const SKIPPED_TAGS = new Set(
  'script style noscript template nav aside footer form select option button input textarea svg iframe object embed video audio canvas map dialog menu head title'.split(
    ' '
  )
)
const SKIPPED_ROLES = /^(?:navigation|banner|contentinfo|complementary|search|menu|menubar|dialog|alert)$/
const PART = '(?:^|[-_])'
const END = String.raw`(?:$|[-_\d])`
const BOILERPLATE = new RegExp(
  `${PART}(?:nav|navi|navbar|navigation|menu|submenu|breadcrumbs?|crumbs?|bread|footer|foot|bottom-?bar|sidebar|comments?|binh-?luan|cmts?|respond|disqus|relate[ds]?|related-?news|relatedposts|lien-?quan|tinlienquan|tin-?khac|cung-?chuyen-?muc|cung-?loai|other|others|othernews|other-?title|orther|shares?|sharing|sharedaddy|social|addthis|zalo|fb-?like|ads?|adv|advert|advertise|advertisement|advertising|banner|quang-?cao|qc|tags?|taglist|keywords?|tu-?khoa|toolbar|tools?|tool-?box|prints?|pagination|paging|pager|search|login|popup|modal|newsletter|subscribe|rating|ratings|votes?|most-?view|most-?read|xem-?nhieu|doc-?nhieu|tin-?moi|tin-?nong|tin-?doc|widget|copyright|skip-?link|cookie|recommend|recommended|suggest|hit-?counts?|dv-?hit|counter|statistic|thong-?ke|weather|link-?web|weblink|lienket|lien-?ket|topbar|top-?bar|ticker|marquee|album|gallery-?nav|ppy|author-?(?:box|bio|info-?box)|bai-?khac|xem-?them|read-?more|more-?news|news-?more|next-?prev|prev-?next|post-?navigation|wm-?ipp|autocomplete|ribbon|poll|survey)${END}`
)
const CAPTION = new RegExp(
  `${PART}(?:caption|captions|pcaption|imgcaption|photo-?cms-?caption|chu-?thich|chuthich|img-?(?:desc|note|alt)|image-?(?:desc|note|caption)|photo-?(?:desc|note)|desc-?(?:img|photo|image)|ck-image-caption|credit)${END}`
)

const NEVER_ARTICLE = new RegExp(
  `${PART}(?:comments?|binh-?luan|cmts?|respond|disqus|relate[ds]?|related-?news|relatedposts|lien-?quan|tinlienquan|footer|nav|navbar|menu|navigation|most-?view|most-?read)${END}`
)

/** Whether an element is called what no content system calls an article. */
export function isNeverArticle(element: Element): boolean {
  return element.name === 'nav' || element.name === 'footer' || namesOf(element).some(name => NEVER_ARTICLE.test(name))
}

/** What an element is told to be by its tag, role, names and style. */
export type Kind = 'content' | 'boilerplate' | 'caption' | 'never'

/** Tells what an element is for; `never` holds no text to read, `boilerplate` most likely none. */
export function kindOf(element: Element): Kind {
  const { name } = element
  if (name === 'figcaption') return 'caption'
  if (name === 'body' || name === 'html') return 'content'
  if (isHidden(element)) return 'never'
  // ASP.NET pages stand wholly inside a form.
  if (name === 'form') return 'content'
  if (SKIPPED_TAGS.has(name)) return name === 'aside' || name === 'footer' || name === 'nav' ? 'boilerplate' : 'never'
  const role = attribute(element, 'role')
  if (role !== undefined && SKIPPED_ROLES.test(role)) return 'boilerplate'
  if (name === 'header') return hasHeading(element) ? 'content' : 'boilerplate'
  const names = namesOf(element)
  if (names.some(n => CAPTION.test(n))) return 'caption'
  return names.some(n => BOILERPLATE.test(n)) ? 'boilerplate' : 'content'
}

function isHidden(element: Element): boolean {
  if ('hidden' in element.attribs) return true
  const style = element.attribs['style']
  return style !== undefined && /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style)
}

const MOST_IN_HEADER = 5000

// The head of an article, not of the site: it holds the headline.
function hasHeading(element: Element): boolean {
  for (let at = parentOf(element); at !== null; at = parentOf(at)) if (at.name === 'article' || at.name === 'main') return true
  let looked = 0
  for (const inside of elementsOf(element)) {
    if (inside.name === 'h1') return true
    if (++looked > MOST_IN_HEADER) break
  }
  return false
}
