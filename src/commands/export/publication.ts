import { isAddress, isLicense, type Publication } from '../../export/publication.ts'
import { UsageError } from '../../model/usage-error.ts'
import { dayOfIso } from '../../stages/read/published.ts'
import { openExistingDatabase } from '../../store/database.ts'
import { closeStore, type Store } from '../../store/open.ts'
import { publicationOf, rememberPublication, type StoredPublication } from '../../store/publication.ts'
import type { Io } from '../command.ts'
import { pathOf } from '../operands.ts'
import { several } from '../option-values.ts'

/** What the options of an export say of its publication; an empty string takes back what was said before. */
export interface PublicationOptions {
  readonly license?: string
  readonly creator?: readonly string[]
  readonly url?: string
  readonly issued?: string
}

export const PUBLICATION_OPTIONS = [
  {
    flags: '--license <license>',
    says: 'the license of the dataset: an SPDX identifier (CC-BY-4.0) or an address; remembered for the next export',
    parse: (value: string) => checked('--license', value, isLicense, 'an SPDX identifier such as CC-BY-4.0 or an address')
  },
  {
    flags: '--creator <name>',
    says: 'who made it, "org:Name" for an organization; may be given several times; remembered',
    parse: several
  },
  {
    flags: '--url <address>',
    says: 'where it is published; remembered',
    parse: (value: string) => checked('--url', value, isAddress, 'an address that begins with http:// or https://')
  },
  { flags: '--issued <date>', says: 'the day of its publication (YYYY-MM-DD); else that of its last article', parse: day }
] as const

function day(value: string): string {
  if (dayOfIso(value) === value) return value
  throw new UsageError(`--issued wants a day (YYYY-MM-DD), not ${JSON.stringify(value)}.`)
}

function checked(option: string, value: string, isRight: (value: string) => boolean, what: string): string {
  if (value === '' || isRight(value)) return value
  throw new UsageError(`${option} wants ${what}, not ${JSON.stringify(value)}; an empty string takes it back.`)
}

/** What is said of an export: what its options say, else what was said of the last one of this database. */
export function publicationFor(store: Store, options: PublicationOptions): Publication {
  const last = publicationOf(store)
  const creators = options.creator?.map(name => name.trim()).filter(name => name !== '')
  return {
    license: options.license === undefined ? last.license : options.license || null,
    creators: [...(creators ?? last.creators)],
    url: options.url === undefined ? last.url : options.url || null,
    issued: options.issued ?? null
  }
}

/** Keeps what was said of an export, where it is new; a database that cannot be written is told and remembers nothing. */
export async function remember(db: string, said: Publication, before: StoredPublication, io: Io): Promise<void> {
  const { license, creators, url } = said
  if (JSON.stringify({ license, creators, url }) === JSON.stringify(before)) return
  try {
    const store = await openExistingDatabase(pathOf(db, io), db, io.now)
    try {
      rememberPublication(store, said)
    } finally {
      closeStore(store)
    }
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    await io.stderr.write(`muctieu: License, creator and url are not remembered for the next export: ${error.message}\n`)
  }
}
