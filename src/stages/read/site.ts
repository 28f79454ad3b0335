/** The host of a web address without `www.`, or null. */
export function hostOf(url: string | null): string | null {
  if (url === null || !/^https?:\/\//i.test(url)) return null
  const host = URL.parse(url)?.hostname.replace(/^www\./, '') ?? ''
  return host === '' ? null : host
}
