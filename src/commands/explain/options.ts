/** What `explain` was asked for. */
export interface ExplainOptions {
  readonly db: string
  readonly run?: string
  readonly input?: readonly string[]
  readonly published?: string
  readonly without?: readonly string[]
  readonly rule?: string
  readonly rules?: true
  readonly json?: true
}
