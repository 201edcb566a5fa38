import { accountForms } from './accounts/account-forms.ts'
import { choicesRoutes } from './accounts/choices-routes.ts'
import { peopleForms } from './accounts/people-forms.ts'
import { serviceRoutes } from './accounts/service-routes.ts'
import { signInForms } from './accounts/sign-in-forms.ts'
import { apiRoutes } from './api/routes.ts'
import { crawlerRoutes } from './crawler-files.ts'
import { exportRoutes } from './export/routes.ts'
import { hubRoutes } from './feeds/hub-routes.ts'
import { feedRoutes } from './feeds/routes.ts'
import { healthRoutes } from './health.ts'
import { liveRoutes } from './live.ts'
import { mcpRoutes } from './mcp/routes.ts'
import { packRoutes } from './packs.ts'
import { aboutRoute } from './pages/about.ts'
import { accountRoute } from './pages/account.ts'
import { articleRoute } from './pages/article.ts'
import { choicesRoute } from './pages/choices.ts'
import { compareRoute } from './pages/compare.ts'
import { enterRoute } from './pages/enter.ts'
import { explainRoute } from './pages/explain.ts'
import { explainBurstRoute } from './pages/explain-burst.ts'
import { explainListsRoute } from './pages/explain-lists.ts'
import { historyRoutes } from './pages/history.ts'
import { homeRoute } from './pages/home.ts'
import { noteRoute, notesRoute } from './pages/notes.ts'
import { offlineRoute } from './pages/offline.ts'
import { ownerRoute } from './pages/owner.ts'
import { backupRoute } from './pages/owner-backup.ts'
import { doctorRoute } from './pages/owner-doctor.ts'
import { importedRoute, importRoute } from './pages/owner-import.ts'
import { jobsRoute } from './pages/owner-jobs.ts'
import { previewRoute } from './pages/owner-preview.ts'
import type { PageRoute } from './pages/page.ts'
import { peopleRoute } from './pages/people.ts'
import { profileRoute } from './pages/profile.ts'
import { pulseRoute } from './pages/pulse.ts'
import { rankingRoute } from './pages/ranking.ts'
import { readingForms, readingRoute } from './pages/reading.ts'
import { newRuleRoute, ruleRoute } from './pages/rule.ts'
import { rulesRoute } from './pages/rules.ts'
import { searchRoute } from './pages/search.ts'
import { sectionRoute } from './pages/section.ts'
import { settingsRoute } from './pages/settings.ts'
import { shapeStoryRoute } from './pages/shape-story.ts'
import { shapeTagRoute } from './pages/shape-tag.ts'
import { signInRoute } from './pages/sign-in.ts'
import { sourceRoute } from './pages/source.ts'
import { sourcesRoute } from './pages/sources.ts'
import { storyRoute } from './pages/story.ts'
import { tagRoute } from './pages/tag.ts'
import { versionsRoute } from './pages/versions.ts'
import { watchPageRoute, watchRoute } from './pages/watch.ts'
import { watchingRoute } from './pages/watching.ts'
import { fillingRoute, welcomeRoute } from './pages/welcome.ts'
import { widgetsRoute } from './pages/widgets.ts'
import { pictureRoutes } from './pictures/routes.ts'
import { readerRoutes } from './readers/routes.ts'
import { readingCountRoutes } from './reading-counts.ts'
import { suggestionRoutes } from './suggestions.ts'
import { websubRoutes } from './websub.ts'
import { widgetRoutes } from './widgets/routes.ts'

/** Every page, one route each. */
export const ROUTES: readonly PageRoute[] = [
  homeRoute,
  sectionRoute,
  tagRoute,
  storyRoute,
  articleRoute,
  compareRoute,
  versionsRoute,
  ...historyRoutes,
  pulseRoute,
  rankingRoute,
  searchRoute,
  sourcesRoute,
  sourceRoute,
  previewRoute,
  explainRoute,
  explainListsRoute,
  explainBurstRoute,
  ownerRoute,
  jobsRoute,
  doctorRoute,
  backupRoute,
  importRoute,
  importedRoute,
  welcomeRoute,
  fillingRoute,
  notesRoute,
  noteRoute,
  choicesRoute,
  rulesRoute,
  newRuleRoute,
  ruleRoute,
  shapeTagRoute,
  shapeStoryRoute,
  watchRoute,
  watchPageRoute,
  watchingRoute,
  signInRoute,
  enterRoute,
  accountRoute,
  readingRoute,
  peopleRoute,
  profileRoute,
  settingsRoute,
  offlineRoute,
  aboutRoute,
  widgetsRoute,
]

/** What programs read: each sets its own headers. */
export const DOORS = [
  feedRoutes,
  exportRoutes, // below the API's path, so before it
  apiRoutes,
  mcpRoutes,
  readerRoutes,
  widgetRoutes,
  healthRoutes,
  crawlerRoutes,
  packRoutes,
  liveRoutes,
  readingCountRoutes,
  suggestionRoutes,
  pictureRoutes,
  websubRoutes,
  hubRoutes,
]

/** What is posted about accounts, and what leads to a sign-in service and back. */
export const ACCOUNT_FORMS = [
  signInForms,
  accountForms,
  peopleForms,
  serviceRoutes,
  choicesRoutes,
  readingForms,
] as const
