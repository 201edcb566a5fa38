import type { Endpoint } from './endpoint.ts'
import { articlePageEndpoint, comparisonEndpoint, versionsEndpoint } from './endpoints/article-parts.ts'
import { articleEndpoint, articlesEndpoint, hideArticleEndpoint, searchEndpoint } from './endpoints/articles.ts'
import { handInEndpoint, readsEndpoint } from './endpoints/hand-in.ts'
import {
  explainBurstEndpoint,
  explainListsEndpoint,
  explainStoryEndpoint,
  historyEndpoint,
} from './endpoints/history.ts'
import { homeEndpoint, sectionEndpoint, siteEndpoint, suggestionsEndpoint } from './endpoints/home.ts'
import { forgetJobEndpoint, jobEndpoint, jobsEndpoint, retryJobEndpoint } from './endpoints/jobs.ts'
import { pulseEndpoint, rankingEndpoint, recommendationEndpoint, relatedEndpoint } from './endpoints/lists.ts'
import { changeNoteEndpoint, notesEndpoint, withdrawNoteEndpoint, writeNoteEndpoint } from './endpoints/notes.ts'
import {
  inviteEndpoint,
  makeTokenEndpoint,
  meEndpoint,
  myChoicesEndpoint,
  peopleEndpoint,
  removePersonEndpoint,
  revokeTokenEndpoint,
  setMyChoicesEndpoint,
  setRoleEndpoint,
  signInLinkEndpoint,
  uninviteEndpoint,
} from './endpoints/people.ts'
import { provenanceEndpoint } from './endpoints/provenance.ts'
import { reactEndpoint, takeReactionBackEndpoint } from './endpoints/reactions.ts'
import {
  addRuleEndpoint,
  changeRuleEndpoint,
  lookRuleEndpoint,
  moveRuleEndpoint,
  removeRuleEndpoint,
  rulesEndpoint,
} from './endpoints/rules.ts'
import { searchPageEndpoint } from './endpoints/search-page.ts'
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
  changeSourcesEndpoint,
  editSourceEndpoint,
  importSourcesEndpoint,
  pollSourceEndpoint,
  sourceEndpoint,
} from './endpoints/source-acts.ts'
import { addPreviewedEndpoint, askPreviewEndpoint, previewEndpoint } from './endpoints/source-previews.ts'
import {
  addSourceEndpoint,
  pauseSourceEndpoint,
  removeSourceEndpoint,
  sourcesEndpoint,
  statusEndpoint,
} from './endpoints/sources.ts'
import { storiesEndpoint, storyEndpoint } from './endpoints/stories.ts'
import { storyPageEndpoint } from './endpoints/story-page.ts'
import { sectionsEndpoint, tagEndpoint, tagsEndpoint } from './endpoints/tags.ts'
import {
  backupsEndpoint,
  beginEndpoint,
  doctorEndpoint,
  forgetCountsEndpoint,
  makeBackupEndpoint,
  progressEndpoint,
  removeDemoEndpoint,
  starterEndpoint,
} from './endpoints/upkeep.ts'
import { addWatchEndpoint, stopWatchEndpoint, watchesEndpoint } from './endpoints/watches.ts'

/** Every call of the API, in the order in which the documentation lists them. */
export const ENDPOINTS: readonly Endpoint[] = [
  homeEndpoint,
  storiesEndpoint,
  storyEndpoint,
  storyPageEndpoint,
  articlesEndpoint,
  articleEndpoint,
  articlePageEndpoint,
  comparisonEndpoint,
  versionsEndpoint,
  provenanceEndpoint,
  relatedEndpoint,
  recommendationEndpoint,
  rankingEndpoint,
  pulseEndpoint,
  historyEndpoint,
  explainStoryEndpoint,
  explainBurstEndpoint,
  explainListsEndpoint,
  searchEndpoint,
  searchPageEndpoint,
  suggestionsEndpoint,
  tagsEndpoint,
  tagEndpoint,
  sectionsEndpoint,
  sectionEndpoint,
  sourcesEndpoint,
  sourceEndpoint,
  statusEndpoint,
  siteEndpoint,
  reactEndpoint,
  takeReactionBackEndpoint,
  watchesEndpoint,
  addWatchEndpoint,
  stopWatchEndpoint,
  meEndpoint,
  makeTokenEndpoint,
  revokeTokenEndpoint,
  myChoicesEndpoint,
  setMyChoicesEndpoint,
  addSourceEndpoint,
  editSourceEndpoint,
  pauseSourceEndpoint,
  pollSourceEndpoint,
  removeSourceEndpoint,
  changeSourcesEndpoint,
  askPreviewEndpoint,
  previewEndpoint,
  addPreviewedEndpoint,
  importSourcesEndpoint,
  starterEndpoint,
  beginEndpoint,
  progressEndpoint,
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
  choicesEndpoint,
  takeBackTagEndpoint,
  takeBackStoryEndpoint,
  notesEndpoint,
  writeNoteEndpoint,
  changeNoteEndpoint,
  withdrawNoteEndpoint,
  rulesEndpoint,
  lookRuleEndpoint,
  addRuleEndpoint,
  changeRuleEndpoint,
  moveRuleEndpoint,
  removeRuleEndpoint,
  jobsEndpoint,
  jobEndpoint,
  retryJobEndpoint,
  forgetJobEndpoint,
  doctorEndpoint,
  backupsEndpoint,
  makeBackupEndpoint,
  removeDemoEndpoint,
  forgetCountsEndpoint,
  peopleEndpoint,
  inviteEndpoint,
  uninviteEndpoint,
  setRoleEndpoint,
  signInLinkEndpoint,
  removePersonEndpoint,
]
