import * as z from 'zod'

/** What the publisher of a dataset says of it, as it stands in the manifest. */
export const publicationSchema = z.strictObject({
  /** An SPDX identifier (`CC-BY-4.0`) or an address. */
  license: z.string().nullable(),
  /** Names of people; `org:` stands before that of an organization. */
  creators: z.array(z.string()),
  url: z.string().nullable(),
  /** The day on which it is published. */
  issued: z
    .string()
    .regex(/^\d{4}-\d\d-\d\d$/)
    .nullable()
})

export type Publication = z.output<typeof publicationSchema>

/** A creator by name and kind. */
export interface Creator {
  readonly name: string
  readonly isOrganization: boolean
}

const ORGANIZATION = 'org:'
// Data Package allows no other signs in the name of a license.
const SPDX = /^[A-Za-z0-9][-A-Za-z0-9._]*$/

/** Whether a license is named as the descriptions of a dataset can name it: by an SPDX identifier or an address. */
export function isLicense(text: string): boolean {
  return SPDX.test(text) || isAddress(text)
}

/** Whether a text is an address on the web. */
export function isAddress(text: string): boolean {
  return /^https?:\/\/\S+$/.test(text) && URL.canParse(text)
}

/** The address of a license. */
export function licenseAddress(license: string): string {
  return isAddress(license) ? license : `https://spdx.org/licenses/${license}.html`
}

/** A creator as `--creator` names it. */
export function creatorOf(text: string): Creator {
  const isOrganization = text.startsWith(ORGANIZATION)
  return { name: (isOrganization ? text.slice(ORGANIZATION.length) : text).trim(), isOrganization }
}

/** What a Croissant description must have and a dataset has not, by the names of the options that give it. */
export function unsaid(publication: Publication, lastPublished: string | null): string[] {
  const { license, creators, url, issued } = publication
  return [
    ...(license === null ? ['--license'] : []),
    ...(creators.length === 0 ? ['--creator'] : []),
    ...(url === null ? ['--url'] : []),
    ...((issued ?? lastPublished) === null ? ['--issued'] : [])
  ]
}
