import type { Command } from './command.ts'

/** The registry: every command, one line each, in the order of the help. Loaded when it is asked for: each brings its own part of the program. */
const REGISTRY: Readonly<Record<string, () => Promise<Command>>> = {
  run: async () => (await import('./run.ts')).runCommand,
  worker: async () => (await import('./worker.ts')).workerCommand,
  cluster: async () => (await import('./cluster.ts')).clusterCommand,
  extract: async () => (await import('./extract.ts')).extractCommand,
  import: async () => (await import('./import.ts')).importCommand,
  explain: async () => (await import('./explain.ts')).explainCommand,
  export: async () => (await import('./export.ts')).exportCommand,
  verify: async () => (await import('./verify.ts')).verifyCommand,
  report: async () => (await import('./report.ts')).reportCommand,
  runs: async () => (await import('./runs.ts')).runsCommand,
  remove: async () => (await import('./remove.ts')).removeCommand,
  backup: async () => (await import('./backup.ts')).backupCommand,
  doctor: async () => (await import('./doctor.ts')).doctorCommand,
  rules: async () => (await import('./rules.ts')).rulesCommand,
  diff: async () => (await import('./diff.ts')).diffCommand,
  review: async () => (await import('./review.ts')).reviewCommand,
  gold: async () => (await import('./gold.ts')).goldCommand,
  eval: async () => (await import('./eval.ts')).evalCommand,
  benchmark: async () => (await import('./benchmark.ts')).benchmarkCommand
}

/** All commands. */
export function allCommands(): Promise<readonly Command[]> {
  return Promise.all(Object.values(REGISTRY).map(load => load()))
}

/** The commands that a command line needs: the one it begins with, none for the version, else all of them. */
export async function commandsFor([name = '']: readonly string[]): Promise<readonly Command[]> {
  if (name === '--version' || name === '-V') return []
  return Object.hasOwn(REGISTRY, name) ? [await (REGISTRY[name] as () => Promise<Command>)()] : await allCommands()
}
