const STEPS = 20
const SOLVED = 1e-8

/** One thing that was judged: the features that it has, in rising order, whether it is so, and for how many it stands. */
export interface Judged {
  readonly has: readonly number[]
  readonly isSo: boolean
  readonly weight: number
}

/**
 * The weights of a logistic regression by Newton's method, with a ridge on all but the last weight, which is the constant's.
 * The same input gives the same weights.
 */
export function logistic(rows: readonly Judged[], features: number, ridge: number): Float64Array {
  const weights = new Float64Array(features + 1)
  for (let step = 0; step < STEPS; step++) {
    const gradient = weights.map((w, i) => (i === features ? 0 : -ridge * w))
    const slopes = new Float64Array(rows.length)
    for (const [n, { has, isSo, weight }] of rows.entries()) {
      const p = 1 / (1 + Math.exp(-product(weights, has)))
      slopes[n] = weight * (p * (1 - p) + 1e-9)
      add(gradient, has, weight * ((isSo ? 1 : 0) - p))
    }
    const change = solve(vector => {
      const result = vector.map((v, i) => (i === features ? 1e-6 : ridge) * v)
      for (const [n, { has }] of rows.entries()) add(result, has, (slopes[n] as number) * product(vector, has))
      return result
    }, gradient)
    for (let i = 0; i <= features; i++) weights[i] = (weights[i] as number) + (change[i] as number)
    if (norm(change) < SOLVED) break
  }
  return weights
}

/** The weight of what a row has, with the constant's. */
export function product(weights: Float64Array, has: readonly number[]): number {
  let sum = weights[weights.length - 1] as number
  for (const i of has) sum += weights[i] as number
  return sum
}

function add(vector: Float64Array, has: readonly number[], amount: number): void {
  for (const i of has) vector[i] = (vector[i] as number) + amount
  vector[vector.length - 1] = (vector[vector.length - 1] as number) + amount
}

/** Solves `times(x) = b` for a symmetric positive matrix by conjugate gradients. */
function solve(times: (vector: Float64Array) => Float64Array, b: Float64Array): Float64Array {
  const x = new Float64Array(b.length)
  const left = b.slice()
  const way = b.slice()
  let size = norm(left)
  const enough = SOLVED * size
  for (let step = 0; step < b.length && size > enough; step++) {
    const turned = times(way)
    const length = (size * size) / inner(way, turned)
    for (let i = 0; i < b.length; i++) {
      x[i] = (x[i] as number) + length * (way[i] as number)
      left[i] = (left[i] as number) - length * (turned[i] as number)
    }
    const next = norm(left)
    const share = (next / size) ** 2
    for (let i = 0; i < b.length; i++) way[i] = (left[i] as number) + share * (way[i] as number)
    size = next
  }
  return x
}

function inner(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number)
  return sum
}

const norm = (a: Float64Array): number => Math.sqrt(inner(a, a))
