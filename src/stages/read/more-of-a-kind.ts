/** What is said of failures of a kind in one input beyond those that are told one by one. */
export function moreOfAKind(source: string, more: number, code: string): string {
  return `${source}: … and ${String(more).replace(/\B(?=(?:\d{3}){1,7}$)/g, ',')} more of this kind (${code}).`
}
