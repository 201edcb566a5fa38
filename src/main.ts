import { runCommandLine } from './verbs/command-line.ts'

// A reader that closes the pipe early (`| head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 3))
process.exitCode = await runCommandLine(process.argv.slice(2))
