/** Topics by which a first edition is chosen, in the order in which they are offered. */
export const STARTER_TOPICS = ['world', 'economy', 'technology', 'science', 'climate', 'culture', 'sports'] as const
export type StarterTopic = (typeof STARTER_TOPICS)[number]

/** One feed that a first edition may begin with. `language` is BCP 47. */
export type StarterFeed = { url: string; title: string; language: string; topic: StarterTopic }

/** Feeds that a choice holds: those of a chosen topic in a chosen language. */
export function chosenFeeds(
  feeds: readonly StarterFeed[],
  { topics, languages }: { topics: readonly string[]; languages: readonly string[] },
): StarterFeed[] {
  return feeds.filter(({ topic, language }) => topics.includes(topic) && languages.includes(language))
}
