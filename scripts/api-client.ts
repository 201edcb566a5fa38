import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { ENDPOINTS } from '../src/web/api/endpoints.ts'
import { openApiOf } from '../src/web/api/openapi.ts'
import { clientSource, type Description } from './client-source.ts'

/** Where the typed client of the API is kept. */
export const CALLS_FILE = 'src/web/api/client/calls.ts'

/** What that file must hold, formatted as the rest of the source. */
export function callsText(): string {
  const source = clientSource(openApiOf(ENDPOINTS, '') as Description) // made just now, in the shape that clients are made from
  const biome = 'node_modules/@biomejs/biome/bin/biome'
  return execFileSync(process.execPath, [biome, 'format', `--stdin-file-path=${CALLS_FILE}`], {
    input: source,
    encoding: 'utf8',
  })
}

/** Writes the client anew after a change of the API. Use: sh scripts/node.sh scripts/api-client.ts */
if (import.meta.main) writeFileSync(CALLS_FILE, callsText())
