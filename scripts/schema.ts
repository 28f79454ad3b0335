/** Writes schema/*.json from the zod schemas. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { jsonSchemas, schemaFile } from '../src/commands/schemas.ts'

const folder = new URL('../schema/', import.meta.url)
mkdirSync(folder, { recursive: true })
for (const name of readdirSync(folder)) rmSync(new URL(name, folder))
for (const [name, schema] of jsonSchemas()) writeFileSync(new URL(name, folder), schemaFile(schema))
