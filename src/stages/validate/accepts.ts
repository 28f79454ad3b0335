import type * as z from 'zod'

/** Whether a value is one that a schema accepts, for sure; a value of which it is false may be accepted all the same. */
export type Accepts = (value: unknown) => boolean

/** What is read of a schema and of its checks. */
interface Definition {
  readonly type: string
  readonly checks?: readonly { readonly _zod: { readonly def: Check } }[]
  readonly check?: string
  readonly format?: string
  readonly coerce?: boolean
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>
  readonly catchall?: z.core.$ZodType
  readonly innerType?: z.core.$ZodType
  readonly element?: z.core.$ZodType
  readonly keyType?: z.core.$ZodType
  readonly valueType?: z.core.$ZodType
  readonly options?: readonly z.core.$ZodType[]
  readonly values?: readonly unknown[]
  readonly entries?: Readonly<Record<string, unknown>>
}
interface Check {
  readonly check: string
  readonly format?: string
  readonly pattern?: RegExp
  readonly value?: number
  readonly inclusive?: boolean
  readonly minimum?: number
  readonly fn?: (value: unknown) => unknown
}

const definitionOf = (schema: z.core.$ZodType): Definition => schema._zod.def as unknown as Definition
const NEVER: Accepts = () => false

/**
 * Makes of a schema a function that accepts values without the way by which zod tells what is wrong with one: nearly all
 * records are right. What it does not know of zod it accepts nothing of, so that zod is asked.
 */
export function acceptsOf(schema: z.core.$ZodType): Accepts {
  const { checks = [], ...own } = definitionOf(schema)
  const type = ofType(own)
  const further = checks.map(({ _zod: { def } }) => ofCheck(def))
  return further.length === 0 ? type : value => type(value) && further.every(accepts => accepts(value))
}

function ofType(own: Definition): Accepts {
  const { innerType } = own
  switch (own.type) {
    case 'string':
      return own.check === undefined && !own.coerce ? value => typeof value === 'string' : NEVER
    case 'number':
      return own.coerce ? NEVER : ofNumber(own)
    case 'nullable':
      return innerType ? orElse(null, acceptsOf(innerType)) : NEVER
    case 'optional':
      return innerType ? orElse(undefined, acceptsOf(innerType)) : NEVER
    case 'literal':
      return oneOf(own.values ?? [])
    case 'enum':
      return oneOf(Object.values(own.entries ?? {}))
    case 'array':
      return own.element ? ofArray(acceptsOf(own.element)) : NEVER
    case 'union':
      return ofUnion(own.options ?? [])
    case 'record':
      return ofRecord(own)
    case 'object':
      return ofObject(own)
    default:
      return NEVER
  }
}

function ofNumber({ check, format }: Definition): Accepts {
  if (check === undefined) return Number.isFinite
  return check === 'number_format' && format === 'safeint' ? Number.isSafeInteger : NEVER
}

const orElse =
  (other: null | undefined, accepts: Accepts): Accepts =>
  value =>
    value === other || accepts(value)

function oneOf(values: readonly unknown[]): Accepts {
  const [only] = values
  return values.length === 1 ? value => value === only : value => values.includes(value)
}

const ofArray =
  (accepts: Accepts): Accepts =>
  value => {
    if (!Array.isArray(value)) return false
    for (let i = 0; i < value.length; i++) if (!accepts(value[i])) return false
    return true
  }

function ofUnion(options: readonly z.core.$ZodType[]): Accepts {
  const all = options.map(acceptsOf)
  return value => all.some(accepts => accepts(value))
}

function ofRecord({ keyType, valueType }: Definition): Accepts {
  const key = keyType && definitionOf(keyType)
  if (valueType === undefined || key?.type !== 'string' || key.checks?.length || key.check !== undefined) return NEVER
  const accepts = acceptsOf(valueType)
  return value => {
    if (!isPlain(value)) return false
    for (const name in value) if (!accepts(value[name])) return false
    return true
  }
}

/** A strict object: with no other fields than its own. */
function ofObject({ shape, catchall }: Definition): Accepts {
  if (shape === undefined || catchall === undefined || definitionOf(catchall).type !== 'never') return NEVER
  const names = Object.keys(shape)
  const fields = new Map(names.map(name => [name, acceptsOf(shape[name] as z.core.$ZodType)]))
  const needed = names.filter(name => definitionOf(shape[name] as z.core.$ZodType).type !== 'optional')
  return value => {
    if (!isPlain(value)) return false
    for (const name in value) if (!fields.get(name)?.(value[name])) return false
    return needed.every(name => name in value)
  }
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
}

function ofCheck({ check, format, pattern, value: bound = Number.NaN, inclusive, minimum = Number.NaN, fn }: Check): Accepts {
  if (check === 'custom' && fn !== undefined) return value => Boolean(fn(value))
  if (check === 'string_format' && format === 'regex' && pattern !== undefined && !pattern.global && !pattern.sticky)
    return value => pattern.test(value as string)
  if (check === 'greater_than') return inclusive ? value => (value as number) >= bound : value => (value as number) > bound
  if (check === 'number_format' && format === 'safeint') return Number.isSafeInteger
  if (check === 'min_length') return value => (value as string | readonly unknown[]).length >= minimum
  return NEVER
}
