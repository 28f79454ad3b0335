import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import type { Io } from '../command.ts'
import { type Places, placesOf } from './places.ts'

/** A cluster of this machine, as it is written down while it runs. */
export interface ClusterState {
  /** Where its PostgreSQL listens, with the password. */
  readonly url: string
  /** The process of `cluster up`. */
  readonly pid: number
  /** The folder of PostgreSQL's programs; null where the server is somebody else's. */
  readonly programs: string | null
}

/** What is written of a cluster; undefined where none is, or nothing that could be read. */
export function readState({ state }: Places): ClusterState | undefined {
  try {
    return JSON.parse(readFileSync(state, 'utf8')) as ClusterState
  } catch {
    return undefined
  }
}

/** Writes it down, for nobody but the user: it holds a password. */
export function writeState({ state }: Places, what: ClusterState): void {
  writeFileSync(`${state}.new`, `${JSON.stringify(what)}\n`, { mode: 0o600 })
  renameSync(`${state}.new`, state)
}

/** Forgets it. */
export function forgetState({ state }: Places): void {
  rmSync(state, { force: true })
}

/** The address of the cluster that runs on this machine; undefined where none does. */
export function clusterAddress(io: Pick<Io, 'cwd' | 'env'>): string | undefined {
  return readState(placesOf(undefined, io))?.url
}
