import { UsageError } from '../../model/usage-error.ts'

// What the codes of PostgreSQL (SQLSTATE) and of the network mean to people, and what is to be done about it.
const SAYS: readonly (readonly [codes: RegExp, says: (shown: string, detail: string) => string])[] = [
  [/^(?:ECONNREFUSED|ENOENT)$/, shown => `No PostgreSQL server answers at ${shown}: is it running, and is the address right?`],
  [/^(?:ENOTFOUND|EAI_AGAIN)$/, shown => `The machine in ${shown} is not known: look at the address.`],
  [
    /^(?:ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ECONNRESET|EPIPE|08\w{3}|57P0[1-3])$/,
    (shown, detail) => `The connection to ${shown} is gone or cannot be made (${detail}); what was committed is kept, try again.`
  ],
  [/^28(?:P01|000)$/, shown => `PostgreSQL lets nobody in at ${shown} with this user and password.`],
  [/^3D000$/, shown => `The database of ${shown} does not exist on that server; "createdb" makes one.`],
  [/^42501$/, shown => `The user of ${shown} may not do that there: give it the right to create the schema "muctieu" and to write in it.`],
  [/^25006$/, shown => `${shown} can only be read: it is a standby, or its user may not write.`],
  [/^53[123]00$/, (shown, detail) => `The server of ${shown} has no room left (${detail}).`],
  [/^(?:55P03|40001|40P01)$/, shown => `${shown} is being written by others just now; try again.`],
  [/^57014$/, shown => `The server of ${shown} ended a question that took too long.`]
]

/** What `pg` says in words alone, of a server that does not answer and of a connection that broke before. */
const GONE =
  /^(?:timeout expired|timeout exceeded when trying to connect|Query read timeout|Connection terminated|Client .* is not queryable)/

/** The usage error for what a server or the way to it refused, or undefined where it is something else. */
export function postgresProblem(shown: string, error: unknown): UsageError | undefined {
  if (error instanceof UsageError) return error
  const { code, message, errors } = codeOf(error)
  // Node tries several addresses of a machine and says what became of each.
  if (code === '' && errors !== undefined) return errors.map(each => postgresProblem(shown, each)).find(each => each !== undefined)
  if (GONE.test(message) || message.startsWith('The server does not support SSL'))
    return new UsageError(`The connection to ${shown} is gone or cannot be made (${message}); what was committed is kept, try again.`)
  const [, says] = SAYS.find(([codes]) => codes.test(code)) ?? []
  return says === undefined ? undefined : new UsageError(says(shown, code.toLowerCase()))
}

/** Whether doing the same again may succeed: the server went away, or two transactions were in each other's way. */
export function isPassing(error: unknown): boolean {
  if (error instanceof UsageError) return error.cause !== undefined && isPassing(error.cause)
  const { code, message } = codeOf(error)
  return (
    /^(?:40001|40P01|55P03|25P03|57P0[1-3]|08\w{3}|ECONN\w+|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH)$/.test(code) || GONE.test(message)
  )
}

/** Whether two transactions were in each other's way: doing the same again at once may succeed. */
export function isInTheWay(error: unknown): boolean {
  if (error instanceof UsageError) return error.cause !== undefined && isInTheWay(error.cause)
  return /^(?:40001|40P01|55P03)$/.test(codeOf(error).code)
}

function codeOf(error: unknown): { readonly code: string; readonly message: string; readonly errors?: readonly unknown[] } {
  const { code, message, errors } = (error ?? {}) as { code?: unknown; message?: unknown; errors?: readonly unknown[] }
  return { code: String(code ?? ''), message: String(message ?? ''), ...(errors === undefined ? {} : { errors }) }
}
