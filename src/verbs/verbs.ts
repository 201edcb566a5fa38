import type { Verb } from './verb.ts'

/** Every verb by its name, loaded only when called. */
export const VERBS: Readonly<Record<string, () => Promise<Verb>>> = {
  serve: async () => (await import('./commands/serve.ts')).serveVerb,
  add: async () => (await import('./commands/add.ts')).addVerb,
  import: async () => (await import('./commands/import.ts')).importVerb,
  export: async () => (await import('./commands/export.ts')).exportVerb,
  fetch: async () => (await import('./commands/fetch.ts')).fetchVerb,
  inspect: async () => (await import('./commands/inspect.ts')).inspectVerb,
  demo: async () => (await import('./commands/demo.ts')).demoVerb,
  status: async () => (await import('./commands/status.ts')).statusVerb,
  doctor: async () => (await import('./commands/status.ts')).doctorVerb,
  mcp: async () => (await import('./commands/mcp.ts')).mcpVerb,
  user: async () => (await import('./commands/user.ts')).userVerb,
  backup: async () => (await import('./commands/backup.ts')).backupVerb,
  restore: async () => (await import('./commands/backup.ts')).restoreVerb,
  config: async () => (await import('./commands/config.ts')).configVerb,
  version: async () => (await import('./commands/version.ts')).versionVerb,
}
