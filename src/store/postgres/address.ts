/** Whether what somebody named as a database is a server's address and no file. */
export function isPostgresAddress(name: string): boolean {
  return /^postgres(?:ql)?:\/\//i.test(name)
}

/** An address as it may be shown: without its password, wherever that stands in it. */
export function shownAddress(address: string): string {
  try {
    const url = new URL(address)
    url.password = ''
    for (const name of [...url.searchParams.keys()]) if (/pass|sslkey/i.test(name)) url.searchParams.delete(name)
    return url.toString()
  } catch {
    // Whatever stands between the scheme and the last @ may hold one.
    return address.replace(/^([a-z]+:\/\/).*@/i, '$1').replace(/\?.*$/s, '')
  }
}
