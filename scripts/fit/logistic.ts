const STEPS = 12

/**
 * The weights of a logistic regression by Newton's method, with a ridge on all but the first, which is the constant's.
 * `rows[i][0]` is 1.
 */
export function logistic(rows: readonly (readonly number[])[], labels: readonly number[], ridge: number): number[] {
  const count = rows[0]?.length ?? 0
  let weights = new Array<number>(count).fill(0)
  for (let step = 0; step < STEPS; step++) {
    const gradient = weights.map((w, i) => (i === 0 ? 0 : -ridge * w))
    const hessian = weights.map((_, i) => weights.map((__, j) => (i === j ? (i === 0 ? 1e-3 : ridge) : 0)))
    for (const [n, row] of rows.entries()) {
      const p = 1 / (1 + Math.exp(-row.reduce((sum, x, i) => sum + x * (weights[i] as number), 0)))
      const slope = p * (1 - p) + 1e-6
      const held = row.flatMap((x, i) => (x === 0 ? [] : [i]))
      for (const i of held) {
        gradient[i] = (gradient[i] as number) + (labels[n] as number) - p
        for (const j of held) (hessian[i] as number[])[j] = ((hessian[i] as number[])[j] as number) + slope
      }
    }
    const change = solve(hessian, gradient)
    weights = weights.map((w, i) => w + (change[i] as number))
  }
  return weights
}

/** Solves `a x = b` by elimination with the largest pivot. */
function solve(a: readonly (readonly number[])[], b: readonly number[]): number[] {
  const rows = a.map((row, i) => [...row, b[i] as number])
  const size = rows.length
  for (let k = 0; k < size; k++) {
    let pivot = k
    for (let i = k + 1; i < size; i++) if (Math.abs(rows[i]?.[k] as number) > Math.abs(rows[pivot]?.[k] as number)) pivot = i
    ;[rows[k], rows[pivot]] = [rows[pivot] as number[], rows[k] as number[]]
    const top = rows[k] as number[]
    for (let i = k + 1; i < size; i++) {
      const row = rows[i] as number[]
      const factor = (row[k] as number) / (top[k] as number)
      if (factor !== 0) for (let j = k; j <= size; j++) row[j] = (row[j] as number) - factor * (top[j] as number)
    }
  }
  const x = new Array<number>(size).fill(0)
  for (let k = size - 1; k >= 0; k--) {
    const row = rows[k] as number[]
    let sum = row[size] as number
    for (let j = k + 1; j < size; j++) sum -= (row[j] as number) * (x[j] as number)
    x[k] = sum / (row[k] as number)
  }
  return x
}
