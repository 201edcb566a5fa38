import assert from 'node:assert/strict'
import { it } from 'node:test'
import { chosenFeeds, STARTER_TOPICS } from './starter-feed.ts'
import { STARTER_FEEDS } from './starter-feeds.ts'

it('the starter list names each address once, all secure, in twelve languages and more, every topic among them', () => {
  assert.equal(new Set(STARTER_FEEDS.map(({ url }) => url)).size, STARTER_FEEDS.length)
  assert.deepEqual(
    STARTER_FEEDS.filter(({ url }) => URL.parse(url)?.protocol !== 'https:'),
    [],
  )
  const languages = new Set(STARTER_FEEDS.map(({ language }) => language))
  assert.ok(languages.size >= 12)
  for (const language of languages) assert.equal(Intl.getCanonicalLocales(language)[0], language)
  for (const topic of STARTER_TOPICS)
    assert.ok(
      STARTER_FEEDS.some((feed) => feed.topic === topic),
      topic,
    )
})

it('a choice holds what is of a chosen topic in a chosen language, nothing without either', () => {
  const chosen = chosenFeeds(STARTER_FEEDS, { topics: ['sports', 'climate'], languages: ['de'] })
  assert.ok(chosen.length > 0 && chosen.every((feed) => feed.language === 'de' && feed.topic !== 'world'))
  assert.deepEqual(chosenFeeds(STARTER_FEEDS, { topics: [], languages: ['de'] }), [])
  assert.deepEqual(chosenFeeds(STARTER_FEEDS, { topics: ['world'], languages: [] }), [])
})
