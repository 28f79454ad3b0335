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

// What was taken out of addresses in this process: the whole ones, by what is shown of them.
const whole = new Map<string, string>()

/**
 * Takes the password out of an address as soon as it is heard, so that no message, log or page can show it; other names of
 * databases stay as they are.
 */
export function hidePassword(name: string): string {
  if (!isPostgresAddress(name)) return name
  const shown = shownAddress(name)
  if (shown !== name) whole.set(shown, name)
  return shown
}

/** The address to connect to, with its password where one was given. */
export function wholeAddress(shown: string): string {
  return whole.get(shown) ?? shown
}
