import type { McpServer } from '@modelcontextprotocol/server'
import { z } from 'zod'

/** Questions that people ask most, as an assistant should go about them. */
export function addPrompts(server: McpServer): void {
  server.registerPrompt(
    'rising',
    { title: 'What rises and why', description: 'The stories and names that rise now, with their evidence' },
    () =>
      asked(
        'Call pulse, then story for each of its stories. Say in a paragraph each what rises, by how many owners against how many usual, how often chance alone would do that, and who told it first. Link the publishers.',
      ),
  )
  server.registerPrompt(
    'where-from',
    {
      title: 'Where does this text come from?',
      description: 'Follows a page to the earliest text of it that is known',
      argsSchema: z.object({ url: z.string().max(2_000).describe("Address of the publisher's page") }),
    },
    ({ url }) =>
      asked(
        `Call provenance with url ${JSON.stringify(url)}. Say whether it is a copy, of what, which words were put in or left out, whether its date was moved, and what is only claimed. Where the site does not know it, say that, and do not guess.`,
      ),
  )
  server.registerPrompt(
    'brief',
    {
      title: 'Brief me on a topic',
      description: 'What independent texts say of it, with sources',
      argsSchema: z.object({ topic: z.string().max(400) }),
    },
    ({ topic }) =>
      asked(
        `Call search for ${JSON.stringify(topic)}, then story and timeline of the stories found. Write a briefing of at most 300 words: what is agreed by several owners, what one alone says, what is announced, what was corrected. A link to the publisher behind every sentence; copies never count as a second voice.`,
      ),
  )
}

function asked(text: string) {
  return { messages: [{ role: 'user' as const, content: { type: 'text' as const, text } }] }
}
