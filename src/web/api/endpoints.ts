import type { Endpoint } from './endpoint.ts'
import { articleEndpoint, articlesEndpoint, hideArticleEndpoint, searchEndpoint } from './endpoints/articles.ts'
import { handInEndpoint, readsEndpoint } from './endpoints/hand-in.ts'
import { pulseEndpoint, rankingEndpoint, recommendationEndpoint, relatedEndpoint } from './endpoints/lists.ts'
import { changeNoteEndpoint, notesEndpoint, withdrawNoteEndpoint, writeNoteEndpoint } from './endpoints/notes.ts'
import { provenanceEndpoint } from './endpoints/provenance.ts'
import {
  addRuleEndpoint,
  changeRuleEndpoint,
  lookRuleEndpoint,
  moveRuleEndpoint,
  removeRuleEndpoint,
  rulesEndpoint,
} from './endpoints/rules.ts'
import {
  blockTagEndpoint,
  choicesEndpoint,
  mergeStoryEndpoint,
  mergeTagEndpoint,
  renameStoryEndpoint,
  renameTagEndpoint,
  splitStoryEndpoint,
  takeApartEndpoint,
  takeBackStoryEndpoint,
  takeBackTagEndpoint,
} from './endpoints/shape.ts'
import {
  addSourceEndpoint,
  pauseSourceEndpoint,
  removeSourceEndpoint,
  sourcesEndpoint,
  statusEndpoint,
} from './endpoints/sources.ts'
import { storiesEndpoint, storyEndpoint } from './endpoints/stories.ts'
import { sectionsEndpoint, tagEndpoint, tagsEndpoint } from './endpoints/tags.ts'
import { addWatchEndpoint, stopWatchEndpoint, watchesEndpoint } from './endpoints/watches.ts'

/** Every call of the API, in the order in which the documentation lists them. */
export const ENDPOINTS: readonly Endpoint[] = [
  storiesEndpoint,
  storyEndpoint,
  articlesEndpoint,
  articleEndpoint,
  provenanceEndpoint,
  relatedEndpoint,
  recommendationEndpoint,
  rankingEndpoint,
  pulseEndpoint,
  searchEndpoint,
  tagsEndpoint,
  tagEndpoint,
  sectionsEndpoint,
  sourcesEndpoint,
  statusEndpoint,
  addSourceEndpoint,
  pauseSourceEndpoint,
  removeSourceEndpoint,
  hideArticleEndpoint,
  handInEndpoint,
  readsEndpoint,
  mergeTagEndpoint,
  renameTagEndpoint,
  blockTagEndpoint,
  takeApartEndpoint,
  splitStoryEndpoint,
  mergeStoryEndpoint,
  renameStoryEndpoint,
  watchesEndpoint,
  addWatchEndpoint,
  stopWatchEndpoint,
  notesEndpoint,
  writeNoteEndpoint,
  changeNoteEndpoint,
  withdrawNoteEndpoint,
  choicesEndpoint,
  takeBackTagEndpoint,
  takeBackStoryEndpoint,
  rulesEndpoint,
  lookRuleEndpoint,
  addRuleEndpoint,
  changeRuleEndpoint,
  moveRuleEndpoint,
  removeRuleEndpoint,
]
