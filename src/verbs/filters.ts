import type { Filter } from './filter.ts'

type Loader = () => Promise<Filter>

/** Every filter by its verb, loaded only when called: a filter's weights and tables cost nothing to the others. */
export const FILTERS: Readonly<Record<string, Loader>> = {
  feed: async () => (await import('./filters/feed.ts')).feedFilter,
  extract: async () => (await import('./filters/extract.ts')).extractFilter,
  language: async () => (await import('./filters/language.ts')).languageFilter,
  section: async () => (await import('./filters/section.ts')).sectionFilter,
  tag: async () => (await import('./filters/tag.ts')).tagFilter,
  copies: async () => (await import('./filters/copies.ts')).copiesFilter,
  stories: async () => (await import('./filters/stories.ts')).storiesFilter,
  pulse: async () => (await import('./filters/pulse.ts')).pulseFilter,
  related: async () => (await import('./filters/related.ts')).relatedFilter,
  recommend: async () => (await import('./filters/recommend.ts')).recommendFilter,
}
