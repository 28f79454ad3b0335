#!/usr/bin/env node
import { existsSync } from 'node:fs'

// Plain enough for an old Node to read it and say what is wrong.
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 22 || (major === 22 && minor < 18)) {
  process.stderr.write(`muctieu: needs Node 22.18 or newer; this is Node ${process.versions.node}.\n`)
  process.exitCode = 2
} else if (!existsSync(new URL('../dist/cli.js', import.meta.url))) {
  process.stderr.write('muctieu: dist/ is not built; run `npm run build`, or `npm run -s muctieu --` to start from the sources.\n')
  process.exitCode = 2
} else {
  const { start } = await import('../dist/cli.js')
  await start()
}
