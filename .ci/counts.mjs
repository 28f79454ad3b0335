// Prints "PASSED FAILED" of a vitest JSON report; a file that could not be run counts as one failure.
import { readFileSync } from 'node:fs'

const report = JSON.parse(readFileSync(process.argv[2], 'utf8'))
const broken = report.testResults.filter(file => file.status === 'failed' && file.assertionResults.length === 0).length
process.stdout.write(`${report.numPassedTests} ${report.numFailedTests + broken}\n`)
