import { enableCompileCache } from 'node:module'

// Sources are stripped of their types once, not at every start.
enableCompileCache()
const { runCommandLine } = await import('./verbs/command-line.ts')

// A reader that closes the pipe early (`| head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 3))
process.exitCode = await runCommandLine(process.argv.slice(2))
