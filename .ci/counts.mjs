// Prints "PASSED FAILED" of a vitest JSON report; a file that could not be run counts as one failure. What failed is
// added to the file FAILURES, a line each: whoever sees only the end of a long log sees it too.
import { appendFileSync, readFileSync } from 'node:fs'

const report = JSON.parse(readFileSync(process.argv[2], 'utf8'))
const broken = report.testResults.filter(file => file.status === 'failed' && file.assertionResults.length === 0)
const failed = report.testResults.flatMap(file => file.assertionResults.filter(test => test.status === 'failed'))
process.stdout.write(`${report.numPassedTests} ${report.numFailedTests + broken.length}\n`)

const firstLine = text => (text ?? '').split('\n', 1)[0]
const lines = [
  ...broken.map(file => `${file.name}: ${firstLine(file.message)}`),
  ...failed.map(test => `${test.fullName}: ${firstLine(test.failureMessages[0])}`)
]
if (process.env.FAILURES !== undefined) for (const line of lines) appendFileSync(process.env.FAILURES, `FAILED ${line}\n`)
