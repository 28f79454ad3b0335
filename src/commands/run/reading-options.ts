/** What was said of how to read, as one string. */
export function readingOptionsOf({ stored, published }: { readonly stored?: true; readonly published?: string }): string {
  return JSON.stringify({ ...(stored ? { stored } : {}), ...(published === undefined ? {} : { published }) })
}
