/** What `run` was asked for. */
export interface RunOptions {
  readonly db: string
  readonly name?: string
  readonly stored?: true
  readonly whatIf?: true
  readonly published?: string
  readonly without?: readonly string[]
  readonly workers?: number
  readonly samples?: number
  readonly json?: boolean
  readonly quiet?: boolean
  readonly log?: string
  readonly failOn?: 'drift'
  readonly engine: 'local' | 'postgres'
  readonly lease: number
  readonly shard: number
}
