import type { z } from 'zod'
import type { AskApi } from './ask-api.ts'

/** What a tool gives: values by its schema, and the same as text for models that read no structure. */
export type ToolAnswer<Output extends z.ZodObject> = { data: z.input<Output>; text: string }

/** A tool of the assistants' door: one question to the API, with the sources of whatever it answers. */
export type ToolSpec<Input extends z.ZodObject, Output extends z.ZodObject> = {
  name: string
  title: string
  description: string
  input: Input
  output: Output
  run: (ask: AskApi, input: z.output<Input>) => Promise<ToolAnswer<Output>>
}

/** A tool with its types folded away. */
export type Tool = Omit<ToolSpec<z.ZodObject, z.ZodObject>, 'run'> & {
  run: (ask: AskApi, input: unknown) => Promise<ToolAnswer<z.ZodObject>>
}

/** Closes a tool over its schemas: what comes in is checked before it runs. */
export function tool<Input extends z.ZodObject, Output extends z.ZodObject>(spec: ToolSpec<Input, Output>): Tool {
  return { ...spec, run: async (ask, input) => spec.run(ask, spec.input.parse(input)) }
}
