import { Command as Commander, Option } from 'commander'
import type { Command, ExitCode, Io } from './command.ts'

/**
 * The command-line program of some commands; `ended` is called with the exit code of the one that ran, `help` with what is
 * asked for of the program itself.
 */
export function program(
  commands: readonly Command[],
  version: string,
  io: Io,
  ended: (code: ExitCode) => void,
  help: (text: string) => void = text => void io.stdout.write(text)
): Commander {
  const root = new Commander('muctieu')
    .description('Reads Vietnamese news text and writes down what it commits somebody to, with the span and the rule of every field.')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    // An option behind a subcommand is the subcommand's, also where its parent has one of that name.
    .enablePositionalOptions()
    .exitOverride()
    .configureOutput({
      writeOut: help,
      // Help that stands in for a missing command has many lines.
      writeErr: text => {
        for (const line of text.trimEnd().split('\n')) void io.stderr.write(`${line}\n`)
      },
      outputError: text => {
        // What was typed may hold line ends; only the guess stands in a line of its own.
        for (const message of text.replace(/^error: /, 'muctieu: ').split(/\n(?=\(Did you mean |$)/))
          if (message !== '') void io.stderr.write(`${message}\n`)
      },
      getOutHelpWidth: () => 80,
      getErrHelpWidth: () => 80
    })
  for (const command of commands) add(root, command, 'muctieu', io, ended)
  root.addHelpText('after', `\nExit codes:\n${exitLines(EXITS)}`)
  root.addHelpText('after', '\nEvery command has its own help with examples: muctieu <command> --help')
  return root
}

/** How a command ends. */
const EXITS: readonly (readonly [code: number, says: string])[] = [
  [0, 'done'],
  [1, 'findings: diff, verify, doctor, eval --baseline, run --fail-on'],
  [2, 'wrong usage, or nothing could be done'],
  [3, 'some inputs failed, the rest is done'],
  [130, 'interrupted (143, 129: ended by SIGTERM, SIGHUP); what is committed stays'],
  [141, 'nobody reads the output any more']
]

function exitLines(exits: readonly (readonly [code: number, says: string])[]): string {
  return exits.map(([code, says]) => `  ${String(code).padEnd(4)} ${says}`).join('\n')
}

/** The exit codes of one command: those of every command, and its own. */
function exitsOf({ exits = [] }: Command): string {
  const all = [...EXITS.filter(([code]) => code === 0 || code === 2), ...exits]
  return exitLines(all.toSorted(([a], [b]) => a - b))
}

function add(parent: Commander, command: Command, path: string, io: Io, ended: (code: ExitCode) => void): void {
  const own = `${path} ${command.name}`
  const built = parent
    .command(command.name)
    .description(command.notes === undefined ? command.summary : `${command.summary}\n\n${command.notes}`)
  built.summary(command.summary)
  if (command.subcommands !== undefined) built.enablePositionalOptions()
  for (const { name, says } of command.operands ?? []) built.argument(name, says)
  for (const option of command.options ?? []) {
    const made = new Option(option.flags, option.says)
    if (option.fallback !== undefined) made.default(option.fallback, option.fallbackSays)
    if (option.parse !== undefined) made.argParser(option.parse)
    built.addOption(made.makeOptionMandatory(option.isRequired ?? false))
  }
  for (const subcommand of command.subcommands ?? []) add(built, subcommand, own, io, ended)
  built.addHelpText('after', `\nExamples:\n${command.examples.map(([line, says]) => `  muctieu ${line}\n      ${says}`).join('\n')}`)
  const { run } = command
  if (run === undefined) return
  built.addHelpText('after', `\nExit codes:\n${exitsOf(command)}`)
  built.action(async (...given: unknown[]) => {
    // commander hands over one value an operand, then the options, then itself.
    const operands = given
      .slice(0, -2)
      .flat()
      .filter(operand => operand !== undefined) as string[]
    const options = built.opts()
    try {
      ended(await run(operands, options, io))
    } catch (error) {
      const { db } = options as { readonly db?: unknown }
      // It knows every line there is; who has no trouble does without.
      const { databaseProblem } = await import('./database-problem.ts')
      throw databaseProblem(error, [...(typeof db === 'string' ? [db] : []), ...operands], io) ?? error
    }
  })
}
