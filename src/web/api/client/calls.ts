// Made by scripts/api-client.ts from the description of the API. Change the endpoints, and run it again.
import type { CallOptions } from './create-client.ts'

export type Home = {
  /** Empty on a quiet day */
  rising: Array<StoryRow>
  /** The first of the ranking where nothing rises */
  leading: Array<StoryRow>
  /** Of the stories that rise */
  evidence: Array<Evidence>
  /** The whole edition’s last two days */
  hours: Hours | null
  sections: Array<{ slug: string; name: string; rows: Array<StoryRow> }>
  newest: Array<StoryRow>
  ranking: Array<Story>
  /** Tags that rise, strongest first */
  tags: Array<Rising>
  /** What nothing but time chose */
  forYou: Array<Story>
}

export type StoryRow = {
  story: Story
  /** Who told it first */
  first: { article: string; source: string; published: string; summary: string; image: string | null } | null
  /** Its last day; null where nothing was counted */
  hours: Hours | null
}

export type Story = {
  key: string
  title: string
  /** Its page on this site */
  url: string
  section: 'society' | 'economy' | 'technology' | 'sports' | 'entertainment' | 'science' | 'other' | 'not_news'
  /** BCP 47; und where unknown */
  language: string
  /** RFC 3339, UTC */
  firstSeen: string
  /** RFC 3339, UTC */
  lastSeen: string
  articles: number
  /** Texts that are no copy of another */
  independent: number
  /** Owners of independent texts */
  owners: number
  copies: number
  /** Score of the pulse now; 0 when quiet */
  burst: number
  reactions: { positive: number; total: number }
  demo: boolean
}

export type Hours = {
  /** Of the first hour */
  start: string
  /** Independent texts an hour, oldest first */
  seen: Array<number>
  /** What is usual for these hours */
  expected: Array<number>
}

/** What rose, how much, and how surprising it is. */
export type Evidence = {
  /** story:KEY, tag:SLUG or section:SLUG */
  key: string
  tick: string
  score: number
  seen: number
  expected: number
  windowHours: number
  /** False alarms a day over all keys at this score */
  falseRate: number | null
  /** Keys; none in an edition of some sources: others are counted too */
  risesWith: Array<string>
}

export type Rising = {
  /** story:KEY, tag:SLUG or section:SLUG */
  key: string
  tick: string
  score: number
  seen: number
  expected: number
  windowHours: number
  /** False alarms a day over all keys at this score */
  falseRate: number | null
  /** Keys; none in an edition of some sources: others are counted too */
  risesWith: Array<string>
  name: string
  /** Section of a story, kind of a tag */
  about: string | null
  url: string
}

export type StoryDetail = {
  key: string
  title: string
  /** Its page on this site */
  url: string
  section: 'society' | 'economy' | 'technology' | 'sports' | 'entertainment' | 'science' | 'other' | 'not_news'
  /** BCP 47; und where unknown */
  language: string
  /** RFC 3339, UTC */
  firstSeen: string
  /** RFC 3339, UTC */
  lastSeen: string
  articles: number
  /** Texts that are no copy of another */
  independent: number
  /** Owners of independent texts */
  owners: number
  copies: number
  /** Score of the pulse now; 0 when quiet */
  burst: number
  reactions: { positive: number; total: number }
  demo: boolean
  /** With the first page of members only */
  telling: Telling | null
  /** Newest first */
  members: Array<Article>
  /** Cursor of the next members */
  next: string | null
}

/** What a story’s independent texts say together; every word is a text’s own. */
export type Telling = {
  /** At most three sentences that cover most of the story */
  cover: Array<{
    text: string
    article: string
    /** The paragraph that says it, on this site */
    url: string
  }>
  /** Days that the texts speak of, each resolved against its own text’s date; in order of time */
  past: Array<{
    /** Cut to its precision: 2026-06-07, 2026-06, 2026; a week is its Monday */
    date: string
    precision: 'day' | 'week' | 'month' | 'year'
    sentence: {
      text: string
      article: string
      /** The paragraph that says it, on this site */
      url: string
    }
    /** Owners whose texts say it */
    owners: number
  }>
  /** Days after that of the text that speaks of them */
  announced: Array<{
    /** Cut to its precision: 2026-06-07, 2026-06, 2026; a week is its Monday */
    date: string
    precision: 'day' | 'week' | 'month' | 'year'
    sentence: {
      text: string
      article: string
      /** The paragraph that says it, on this site */
      url: string
    }
    /** Owners whose texts say it */
    owners: number
  }>
  voices: Array<{
    speaker: string
    /** Slug of the speaker’s tag */
    tag: string | null
    quotes: Array<{
      /** Several where the quote was parted by its attribution */
      parts: Array<string>
      article: string
      url: string
      /** Independent texts that have it */
      texts: number
    }>
  }>
}

export type Article = {
  key: string
  title: string
  /** Its page on this site */
  url: string
  /** Where it was read */
  originalUrl: string | null
  source: { title: string | null; owner: string; id: number | null }
  section: 'society' | 'economy' | 'technology' | 'sports' | 'entertainment' | 'science' | 'other' | 'not_news'
  language: string
  /** The time that lists order by: the claim where it can be believed, else first seen */
  published: string
  /** As claimed, cut to the precision found */
  claimedPublished: string | null
  doubtful: boolean
  /** RFC 3339, UTC */
  firstSeen: string
  words: number
  summary: string
  image: string | null
  story: string | null
  /** Null for an original */
  copy: Copy | null
  /** News agency that the text credits first */
  credit: string | null
  views: number
  demo: boolean
  /** Labels by the site's own rules */
  marks: Array<string>
}

export type Copy = {
  kind: 'identical' | 'near' | 'excerpt' | 'embedded' | null
  containment: number
  /** Key of the earlier article; null where it is hidden or gone */
  of: string | null
  /** Days by which the copy claims to be younger */
  redatedDays: number | null
  injectedWords: number
}

export type StoryPage = {
  story: Story
  telling: Telling
  /** Texts that stand for themselves, each with what repeats it, earliest first */
  families: Array<{ original: Article; copies: Array<Article> }>
  /** Articles in `families`; a very long story has more, see /stories/KEY */
  shown: number
  /** What it is about, commonest first */
  tags: Array<Tag>
  /** Its last three days */
  hours: Hours | null
  burst: Evidence | null
  /** Keys of articles that are of no source of this edition */
  outside: Array<string>
}

export type Tag = {
  slug: string
  name: string
  kind: 'person' | 'place' | 'organisation' | 'event' | 'work' | 'topic'
  url: string
  articles: number
  /** RFC 3339, UTC */
  lastSeen: string
}

export type ArticleDetail = {
  key: string
  title: string
  /** Its page on this site */
  url: string
  /** Where it was read */
  originalUrl: string | null
  source: { title: string | null; owner: string; id: number | null }
  section: 'society' | 'economy' | 'technology' | 'sports' | 'entertainment' | 'science' | 'other' | 'not_news'
  language: string
  /** The time that lists order by: the claim where it can be believed, else first seen */
  published: string
  /** As claimed, cut to the precision found */
  claimedPublished: string | null
  doubtful: boolean
  /** RFC 3339, UTC */
  firstSeen: string
  words: number
  summary: string
  image: string | null
  story: string | null
  /** Null for an original */
  copy: Copy | null
  /** News agency that the text credits first */
  credit: string | null
  views: number
  demo: boolean
  /** Labels by the site's own rules */
  marks: Array<string>
  byline: Array<string>
  version: number
  /** Mended body, paragraphs parted by one empty line */
  text: string
  blocks: Array<{ kind: string; [name: string]: unknown }>
  channel: string | null
  siteName: string | null
  claimedSection: Array<string>
  /** Null also where a rule of the site moved it */
  sectionReason: SectionReason | null
  /** Where it stood before a rule of the site moved it */
  movedFrom: 'society' | 'economy' | 'technology' | 'sports' | 'entertainment' | 'science' | 'other' | 'not_news' | null
  dates: Array<{ role: 'published' | 'modified'; found: string; from: string; iso: string; precision: string }>
  doubts: Array<{ reason: string; detail: string }>
  repairs: Array<{ kind: string; field: 'text' | 'title'; found: string; at: number; mended: string; brand: string }>
  agencies: Array<string>
  reactions: Array<{ label: string; count: number }>
  pageLists: {
    related: Array<{ title: string; url: string | null }>
    ranking: Array<{ title: string; url: string | null }>
    recommendation: Array<{ title: string; url: string | null }>
  }
  tags: Array<ArticleTag>
  /** How names were found in its language: by a model of it, by that of other languages, by lists alone */
  namesBy: 'model' | 'lent' | 'lists'
  /** The original and its copies, earliest first */
  family: Array<Article>
}

export type SectionReason = {
  confidence: number
  /** The source's own names for where it files the article that spoke for its section */
  filed: Array<string>
  /** Words of the article that spoke for it most */
  words: Array<string>
  /** Whether what was learnt from this site's sources had a part in it */
  learnt: boolean
}

export type ArticleTag = {
  slug: string
  name: string
  kind: 'person' | 'place' | 'organisation' | 'event' | 'work' | 'topic'
  url: string
  articles: number
  /** RFC 3339, UTC */
  lastSeen: string
  salience: number
  mentions: number
  /** Of a country that the article does not name: the words that imply it */
  impliedBy: string | null
}

export type ArticlePage = {
  article: ArticleDetail
  story: Story | null
  related: Array<{ item: Article; reason: Reason }>
  ranking: Array<{ item: Story; reason: Reason }>
  recommendation: Array<{ item: Story; reason: Reason }>
}

/** Why an entry stands in a list; text is a sentence for people. */
export type Reason = { code: string; values: Array<string>; text: string }

export type Sentence = {
  kind: 'kept' | 'dropped' | 'changed' | 'injected'
  /** Pieces of it: what stood before, and what stands there now */
  runs: Array<{ kind: 'kept' | 'dropped' | 'changed' | 'injected'; before: string; after: string }>
}

export type Provenance = {
  article: Article
  /** copy: most of it stood in an earlier text; part: some of it did; original: the earliest of several; alone: nothing earlier is known here, which proves nothing */
  verdict: 'copy' | 'part' | 'original' | 'alone'
  /** The earlier text; null where there is none, or where it is hidden or gone */
  original: Article | null
  /** Part of this text that the original holds; 0 for what is no copy */
  share: number
  /** Days by which it claims to be younger than its original */
  redatedDays: number | null
  /** What was put into its words by others, as found */
  injected: Array<string>
  /** News agency that the text credits; no proof that it wrote it */
  credit: string | null
  /** What contradicts the date it claims */
  doubts: Array<{ reason: string; detail: string }>
  /** The original and its copies, earliest first */
  family: Array<Article>
  /** How many sentences were kept, changed, put in and left out; null where nothing can be compared */
  sentences: { kept: number; changed: number; injected: number; dropped: number } | null
  /** Sentences that differ, in reading order; the first 60 */
  changes: Array<{ kind: 'kept' | 'changed' | 'injected' | 'dropped'; before: string; after: string }>
  /** Both texts side by side */
  compareUrl: string | null
}

export type Burst = {
  /** story:KEY, tag:SLUG or section:SLUG */
  key: string
  /** RFC 3339, UTC */
  tick: string
  score: number
  seen: number
  expected: number
  windowHours: number
  /** False alarms a day over all keys at this score */
  falseRate: number | null
  risesWith: Array<string>
  title: string
  url: string | null
  /** BCP 47: the language that most of its texts are in */
  language: string | null
  /** The section that most of its texts stand in */
  section: string | null
  /** Independent texts of its window, earliest first; the latest 40 of a larger burst */
  articles: Array<{
    key: string
    title: string
    url: string
    source: string
    owner: string
    /** RFC 3339, UTC */
    firstSeen: string
    language: string
  }>
}

export type History = {
  kind: 'story' | 'tag' | 'section'
  slug: string
  name: string
  days: number
  /** 1 or 24 */
  stepHours: number
  /** Oldest first */
  steps: Array<{
    start: string
    /** Independent texts */
    seen: number
    expected: number
    /** Nine of ten such counts lie between this and `high` where nothing happens */
    low: number
    high: number
    rose: boolean
  }>
  /** When it rose, oldest first */
  bursts: Array<Evidence>
}

export type Explanation = {
  story: Story
  /** What it is ranked by */
  key: number
  keys: { hour: number; day: number; week: number }
  /** Owners of independent texts */
  owners: number
  /** Of these, in the last hour */
  lastHour: number
  terms: Array<{ name: string; value: number; inputs: { [name: string]: number | string } }>
  /** Newest first */
  votes: Array<{
    article: string
    title: string
    owner: string
    published: string
    /** A copy counts for nothing */
    copy: boolean
    /** Texts of this owner in the day before */
    dailyItems: number
  }>
  bursts: Array<Evidence>
}

export type BurstExplanation = {
  kind: 'story' | 'tag' | 'section'
  slug: string
  name: string
  burst: Evidence
  window: { from: string; to: string }
  /** What a plain test of the window’s sum alone would say */
  plainTest: {
    dispersion: number
    /** One over the chance, as a power of ten */
    surprise: number
  }
  hours: Array<{ start: string; seen: number; expected: number }>
  articles: Array<{
    key: string
    title: string
    url: string
    source: string
    owner: string
    firstSeen: string
    section: string
    language: string
  }>
}

export type ListWeights = {
  /** False where choices are not counted: every weight is 0 */
  counted: boolean
  /** Days of choices that weights are learnt from */
  days: number
  items: Array<{
    reason: string
    shown: number
    clicked: number
    /** Choices that its places alone would have brought */
    expected: number
    /** Doublings that a list adds */
    weight: number
  }>
  /** Pairs of stories that are known to be read together */
  pairs: number
}

export type TagDetail = {
  slug: string
  name: string
  kind: 'person' | 'place' | 'organisation' | 'event' | 'work' | 'topic'
  url: string
  articles: number
  /** RFC 3339, UTC */
  lastSeen: string
  /** Tags that stand most often beside it, commonest first */
  beside: Array<Tag>
  /** Its 25 first stories by rank */
  rows: Array<StoryRow>
  /** Its last three days */
  hours: Hours | null
}

export type Section = { slug: string; name: string; url: string }

export type SectionPage = {
  slug: string
  name: string
  url: string
  /** By rank, many voices first */
  rows: Array<StoryRow>
  /** Its last three days */
  hours: Hours | null
  next: string | null
}

export type Source = {
  id: number
  url: string
  kind: 'feed' | 'listing' | 'page' | 'file' | 'demo' | 'note'
  title: string | null
  siteUrl: string | null
  language: string | null
  folder: string | null
  state: 'ok' | 'failing' | 'paused'
  reason: string | null
  items: number
  lastPolled: string | null
  /** RFC 3339, UTC */
  nextPoll: string
}

export type SourcePage = {
  source: Source
  /** Between polls */
  everyMinutes: number
  /** As an editor wants it; null where its rhythm is learnt */
  givenMinutes: number | null
  health: {
    /** Articles first seen a day, today last */
    days: Array<number>
    lastNew: string | null
    /** Of these articles, those that are copies of others */
    copies: number | null
    /** Of these articles, those whose claimed date is contradicted */
    doubted: number | null
    /** Middle one of the times from date to first sight */
    delayMinutes: number | null
  } | null
  /** The last ones, newest first */
  polls: Array<{ at: string; outcome: string; entries: number; new: number }>
  /** The hub that its feed names */
  hub: { url: string; state: string; reason: string | null; until: string | null } | null
  /** Its newest */
  articles: Array<Article>
}

export type Status = {
  version: string
  articles: number
  stories: number
  sources: Array<{
    url: string
    title: string | null
    state: 'ok' | 'failing' | 'paused'
    reason: string | null
    items: number
    lastPolled: string | null
    nextPoll: string
  }>
  queue: number
  oldestPulse: string | null
}

export type Site = {
  name: string
  tagline: string
  url: string
  /** Of the program */
  version: string
  /** Key of the edition; null where the whole store is shown */
  edition: string | null
  sections: Array<{ slug: string; name: string }>
  /** What readers may press under an article, the favourable one first */
  reactions: Array<string>
  countsViews: boolean
}

export type Reactions = {
  /** Of this site’s readers */
  items: Array<{ label: string; count: number }>
}

export type Watch = {
  id: number
  kind: 'tag' | 'story' | 'search' | 'source'
  target: string
  name: string
  everyArticle: boolean
  channel: 'feed' | 'webhook' | 'mail' | 'ntfy'
  address: string
  quiet: { from: string; to: string; zone: string } | null
  /** asked: its mail address waits for its confirmation; failed: given up */
  state: 'asked' | 'active' | 'failed'
  /** Why the last delivery failed */
  reason: string | null
  failures: number
  /** Its page; with .atom, .rss or .json its feed. Whoever has it may read and stop the watch */
  url: string
  /** What a webhook’s messages are signed with */
  secret: string | null
  made: string
  last: {
    /** The same in every try: `webhook-id`, and the left side of a mail’s Message-ID */
    id: string
    kind: 'news' | 'confirm' | 'test'
    state: 'queued' | 'sent' | 'failed'
    tries: number
    reason: string | null
    made: string
    sent: string | null
  } | null
}

export type Token = {
  /** What is kept of it: it names it, and opens nothing */
  hash: string
  name: string
  /** The highest that it has; each holds those before it */
  scope: 'read' | 'reader' | 'edit' | 'admin'
  made: string
  /** Day of its last use */
  used: string | null
}

export type TokenMade = {
  token: string
  /** What is kept of it: it names it, and opens nothing */
  hash: string
}

export type AccountChoices = {
  /** 0 before anything was kept */
  version: number
  /** Whatever its browsers keep in the account */
  choices: { [name: string]: unknown } | null
}

export type __schema0 = string | number | boolean | null | Array<__schema0> | { [name: string]: __schema0 }

export type Added = {
  /** Number of the job that will read it; null where it is a source already */
  job: number | null
  /** What reads the address already */
  source: Source | null
}

export type JobMade = {
  /** Its number: what becomes of it is told by it */
  job: number
}

export type Preview = {
  job: number
  state: 'queued' | 'running' | 'done' | 'failed'
  asked: string
  /** Number of the source that reads the address already */
  known: number | null
  /** Null until it is there */
  preview: {
    took: 'feed' | 'listing' | 'sitemap' | 'page' | 'feed-list' | 'nothing'
    /** Why it is nothing */
    reason: string | null
    /** What would be read */
    address: string
    title: string | null
    siteUrl: string | null
    language: string | null
    feeds: Array<{ url: string; title: string | null }>
    entryCount: number
    perWeek: number | null
    robots: 'allowed' | 'refused' | null
    issues: Array<{ reason: string; detail: string }>
    entries: Array<{
      title: string
      url: string | null
      published: string | null
      summary: string
      wordCount: number
      from: 'feed' | 'page' | 'none'
      language: string
      section: string
      tags: Array<string>
      reason: string | null
    }>
  } | null
}

export type Progress = { sources: number; read: number; failing: number; articles: number }

export type TagRuleMade = {
  /** Number of the choice: takes it back */
  id: number
}

export type StoryShaped = {
  /** Key of the story that shows the outcome */
  story: string
}

export type Choices = {
  tags: Array<{
    id: number
    kind: 'merge' | 'rename' | 'block' | 'apart'
    slug: string
    /** merge: the tag that stands for it; apart: the own tag of the name */
    target: string | null
    name: string | null
    made: string
  }>
  stories: Array<{
    id: number
    kind: 'split' | 'merge' | 'title'
    story: string
    /** split: the new story; merge: the one that took the articles */
    other: string | null
    title: string | null
    made: string
  }>
}

export type Note = {
  id: number
  title: string
  markdown: string
  /** null: found by its words */
  section: 'society' | 'economy' | 'technology' | 'sports' | 'entertainment' | 'science' | 'other' | null
  tags: Array<string>
  author: string
  state: 'draft' | 'published' | 'withdrawn'
  /** Key of its article; null before it was published */
  article: string | null
  url: string | null
  made: string
  changed: string
  /** When what readers see was last published */
  published: string | null
}

export type Rule = {
  id: number
  name: string
  on: boolean
  match: 'all' | 'any'
  query: string
  conditions: Array<{ kind: string; unwanted: boolean; [name: string]: unknown }>
  hide: boolean
  section: string | null
  mark: string | null
  /** Slugs */
  addTags: Array<string>
  /** Slugs */
  takeTags: Array<string>
  last: boolean
  changed: string
  /** Articles first seen in the last 7 days that it hit */
  hits: number
}

export type RuleSaved = { id: number }

export type Job = {
  id: number
  kind: string
  /** The address or file that it is about */
  about: string | null
  state: 'queued' | 'running' | 'done' | 'failed'
  tries: number
  /** Why it failed */
  reason: string | null
  made: string
}

export type JobDetail = {
  id: number
  kind: string
  /** The address or file that it is about */
  about: string | null
  state: 'queued' | 'running' | 'done' | 'failed'
  tries: number
  /** Why it failed */
  reason: string | null
  made: string
  imported: {
    feeds: Array<{
      url: string
      title: string | null
      folder: string | null
      outcome: 'added' | 'known' | 'refused'
      reason: string | null
    }>
    /** Subscriptions beyond the limit */
    left: number
  } | null
}

export type Doctor = {
  findings: Array<{
    kind: 'source' | 'hub' | 'delivery' | 'job'
    name: string
    of: string | null
    id: number | null
    url: string | null
    reason: string
    problem: string | null
    tries: number
    next: string | null
    /** A word for what can be done */
    advice: string
  }>
  /** Findings that are left out */
  more: number
  engine: 'sqlite' | 'postgres'
  articles: number
  stories: number
  sources: number
  queue: number
  oldestPulse: string | null
  lastBackup: string | null
  machine: { diskFreeBytes: number | null; diskBytes: number | null; storeBytes: number | null } | null
  tables: Array<{
    table: string
    rows: number
    /** There are more than that */
    more: boolean
    bytes: number | null
  }>
  editions: Array<{
    key: string
    articles: number
    stories: number
    /** Yet to be looked at */
    waiting: number
  }>
}

export type Backup = {
  name: string
  /** Its bytes, for an owner’s token; it holds the site’s secret */
  url: string
  bytes: number
  made: string
}

export type Person = {
  id: number
  name: string
  role: 'owner' | 'editor' | 'reader'
  made: string
  hasPassword: boolean
  /** Names at sign-in services */
  identities: number
  tokens: number
  /** When one of its browsers was last here, to the hour */
  seen: string | null
}

/** A secret: whoever has it may open it. */
export type Link = {
  /** Shown once; it works once */
  url: string
  expires: string
}

/** Every call of the API by its operationId. @throws ApiError where the site refuses */
export type Client = {
  /** The front page: what rises, each section, the newest, the ranking and rising tags; no story twice in its rows */
  getHome(
    asked?: {
      /** RFC 3339: what was shown at this moment; now where it is left out */
      at?: string
    },
    options?: CallOptions,
  ): Promise<Home>

  /** Stories, by rank or by their last news */
  listStories(
    asked?: {
      order?: 'ranked' | 'newest'
      section?: 'society' | 'economy' | 'technology' | 'sports' | 'entertainment' | 'science' | 'other'
      language?: string
      /** The `next` of the page before */
      cursor?: string
      limit?: number | string
    },
    options?: CallOptions,
  ): Promise<{ items: Array<Story>; next: string | null }>

  /** One story with what its texts say together and its articles, newest first; a merged key answers with the story that it became */
  getStory(
    asked: {
      key: string
      /** The `next` of the page before */
      cursor?: string
      limit?: number | string
      /** RFC 3339: what was shown at this moment; now where it is left out */
      at?: string
    },
    options?: CallOptions,
  ): Promise<StoryDetail>

  /** One story as its page shows it: what its texts say together, its timeline, who told it and who copied, its tags and hours */
  getStoryPage(
    asked: {
      key: string
      /** RFC 3339: what was shown at this moment; now where it is left out */
      at?: string
    },
    options?: CallOptions,
  ): Promise<StoryPage>

  /** Articles, newest first */
  listArticles(
    asked?: {
      section?: 'society' | 'economy' | 'technology' | 'sports' | 'entertainment' | 'science' | 'other'
      tag?: string
      source?: number | string
      language?: string
      /** The `next` of the page before */
      cursor?: string
      limit?: number | string
    },
    options?: CallOptions,
  ): Promise<{ items: Array<Article>; next: string | null }>

  /** Takes in articles from their publisher, at most 100, as if a feed had brought them: nothing is fetched */
  handInArticles(
    asked: {
      body: {
        articles: Array<{
          /** Its own address, which it is known by: handed in again it is the same article */
          url: string
          title: string
          /** Plain text, paragraphs parted by an empty line */
          text?: string
          /** The body alone, in place of text */
          html?: string
          published?: string
          modified?: string
          /** BCP 47; found by its words where it is not said */
          language?: string
          authors?: Array<string>
          /** What the publisher files it under */
          tags?: Array<string>
          /** What the publisher calls itself */
          site?: string
        }>
      }
    },
    options?: CallOptions,
  ): Promise<{
    articles: Array<{
      url: string
      outcome: 'new' | 'updated' | 'known' | 'failed'
      /** Of the article here; null where it failed */
      key: string | null
      /** Why it failed; null otherwise */
      reason: string | null
    }>
  }>

  /** One article whole: text, claims, doubts, repairs, tags, reactions and its family of copies */
  getArticle(asked: { key: string }, options?: CallOptions): Promise<ArticleDetail>

  /** One article with everything that its page shows around it: its story and the three lists with their reasons */
  getArticlePage(asked: { key: string }, options?: CallOptions): Promise<ArticlePage>

  /** A copy beside what it copies, sentence by sentence; no sentences for what is no copy */
  getComparison(
    asked: { key: string },
    options?: CallOptions,
  ): Promise<{
    original: Article | null
    /** In reading order; the first 400 */
    sentences: Array<Sentence>
  }>

  /** What changed in an article’s text since it was first seen, latest first */
  getVersions(
    asked: { key: string },
    options?: CallOptions,
  ): Promise<{
    items: Array<{
      /** When the former text was found replaced */
      seen: string
      version: number
      /** Versions in between that are not kept */
      missing: number
      /** Null where it stayed */
      headline: Array<Sentence> | null
      sentences: Array<Sentence>
    }>
  }>

  /** Where a text really comes from, by its key here or by the address of its page */
  getProvenance(asked?: { article?: string; url?: string }, options?: CallOptions): Promise<Provenance>

  /** What belongs with an article, each entry with its reason */
  getRelated(
    asked: { key: string },
    options?: CallOptions,
  ): Promise<{ items: Array<{ item: Article; reason: Reason }> }>

  /** What a reader of an article may want next, each story with its reason; made without a profile */
  getRecommendation(
    asked: { key: string },
    options?: CallOptions,
  ): Promise<{ items: Array<{ item: Story; reason: Reason }> }>

  /** What matters most, of the last hour, day or week, each story with its reason */
  getRanking(
    asked?: {
      /** How far back news may lie; day where it is not said */
      window?: 'hour' | 'day' | 'week'
      section?: 'society' | 'economy' | 'technology' | 'sports' | 'entertainment' | 'science' | 'other'
      /** Slug of a tag: only stories that it stands on */
      tag?: string
      /** BCP 47: the language of the story */
      language?: string
      /** RFC 3339: what was shown at this moment; now where it is left out */
      at?: string
    },
    options?: CallOptions,
  ): Promise<{ items: Array<{ item: Story; reason: Reason }> }>

  /** What rose in the last tick, strongest first, with the rate of false alarms */
  getPulse(
    asked?: {
      kind?: 'story' | 'person' | 'place' | 'organisation' | 'event' | 'work' | 'topic' | 'section' | 'tag'
      section?: 'society' | 'economy' | 'technology' | 'sports' | 'entertainment' | 'science' | 'other'
      /** BCP 47: the language that most of the texts are in */
      language?: string
      /** Hours of the window in which it stands out most */
      window?: string
      /** How far back the last tick may lie, in hours; 6 where it is not said */
      hours?: string
      /** Where the page before ended */
      after?: string
      /** RFC 3339: what was shown at this moment; now where it is left out */
      at?: string
    },
    options?: CallOptions,
  ): Promise<{
    items: Array<Burst>
    /** The `after` of the page that follows */
    next: string | null
  }>

  /** What a story, tag or section brought, hour by hour or day by day, what is usual, and when it rose */
  getHistory(
    asked: {
      kind: 'story' | 'tag' | 'section'
      /** Key of a story, slug of a tag or section */
      slug: string
      /** Up to two weeks are told by the hour, more by the day */
      days?: '3' | '7' | '14' | '30' | '90' | '365'
    },
    options?: CallOptions,
  ): Promise<History>

  /** Why a story stands where it stands: every part of its rank, and what went in */
  explainStory(asked: { key: string }, options?: CallOptions): Promise<Explanation>

  /** What the figures of the last burst of a story, tag or section are made of */
  explainBurst(
    asked: {
      kind: 'story' | 'tag' | 'section'
      /** Key of a story, slug of a tag or section */
      slug: string
    },
    options?: CallOptions,
  ): Promise<BurstExplanation>

  /** How much each reason counts in the lists that browsers rank, and what it was learnt from */
  explainLists(asked?: Record<never, never>, options?: CallOptions): Promise<ListWeights>

  /** Forgets what readers’ choices taught the lists */
  forgetCounts(asked?: Record<never, never>, options?: CallOptions): Promise<{ forgotten: true }>

  /** Articles that hold every word, beginning*, "phrase" and no -word, and fit tag: source: section: story: lang: before: after:; newest first */
  searchArticles(
    asked: {
      q: string
      /** The `next` of the page before */
      cursor?: string
      limit?: number | string
    },
    options?: CallOptions,
  ): Promise<{ items: Array<Article>; next: string | null }>

  /** What a query finds as its page shows it: the words found marked, texts that repeat each other as one hit */
  getSearchPage(
    asked: {
      q: string
      /** best: one page of the newest 300 */
      order?: 'newest' | 'best'
      /** The `next` of the page before */
      cursor?: string
    },
    options?: CallOptions,
  ): Promise<{
    items: Array<{
      article: Article
      /** Pieces that joined are the text; hit: what was asked for */
      title: Array<{ text: string; hit: boolean }>
      /** Pieces that joined are the text; hit: what was asked for */
      snippet: Array<{ text: string; hit: boolean }>
      sameText: Array<Article>
    }>
    next: string | null
  }>

  /** Whole queries that what is typed may become, by the names of tags; none for less than two letters */
  suggestQueries(asked: { q: string }, options?: CallOptions): Promise<{ items: Array<string> }>

  /** Tags by slug */
  listTags(
    asked?: {
      /** Beginning of the slug */
      prefix?: string
      kind?: 'person' | 'place' | 'organisation' | 'event' | 'work' | 'topic'
      /** The `next` of the page before */
      cursor?: string
      limit?: number | string
    },
    options?: CallOptions,
  ): Promise<{ items: Array<Tag>; next: string | null }>

  /** One tag: its stories by rank, its last three days, and tags that stand beside it; its articles are /articles?tag=SLUG */
  getTag(asked: { slug: string }, options?: CallOptions): Promise<TagDetail>

  /** The sections of the edition; their stories are /stories?section=SLUG */
  listSections(asked?: Record<never, never>, options?: CallOptions): Promise<{ items: Array<Section> }>

  /** One section as its page shows it: 25 stories by rank, each with who told it first and its last hours */
  getSection(
    asked: {
      slug: string
      /** The `next` of the page before */
      cursor?: string
    },
    options?: CallOptions,
  ): Promise<SectionPage>

  /** Every source, its state, and why it fails where it does */
  listSources(
    asked?: {
      /** trouble: what needs its owner first */
      order?: 'trouble' | 'name' | 'read' | 'added' | 'items'
      state?: 'trouble' | 'failing' | 'ok' | 'paused'
      /** With what is under it; / for those in none */
      folder?: string
      /** Part of a name or address */
      q?: string
      /** The `next` of the page before */
      cursor?: string
      limit?: number | string
    },
    options?: CallOptions,
  ): Promise<{ items: Array<Source>; next: string | null }>

  /** Asks for a feed, a site or a single page to be read; the work is done after the answer */
  addSource(asked: { body: { url: string } }, options?: CallOptions): Promise<Added>

  /** One source: its state, what it brought lately, its last polls, its hub and its newest articles */
  getSource(asked: { id: number | string }, options?: CallOptions): Promise<SourcePage>

  /** Gives a source another name, folder or rhythm */
  editSource(
    asked: {
      id: number | string
      body?: {
        /** null or empty: as it calls itself */
        title?: string | null
        /** Names parted by /, outermost first; null for none */
        folder?: string | null
        /** Between polls; 0 lets its rhythm be learnt */
        minutes?: 0 | 10 | 30 | 60 | 180 | 360 | 720 | 1440
      }
    },
    options?: CallOptions,
  ): Promise<Source>

  /** Takes a source away; its articles stay */
  removeSource(asked: { id: number | string }, options?: CallOptions): Promise<{ removed: true }>

  /** What is stored, what waits, and what fails: as `trendpulse status --json` */
  getStatus(asked?: Record<never, never>, options?: CallOptions): Promise<Status>

  /** What this site is: its name, sections, and what it asks of readers */
  getSite(asked?: Record<never, never>, options?: CallOptions): Promise<Site>

  /** Gives an article the reaction of this device, in place of another that it gave today */
  react(
    asked: {
      key: string
      body: {
        /** One of the site’s, or of those that the page itself has */
        label: string
      }
    },
    options?: CallOptions,
  ): Promise<Reactions>

  /** Takes back what this device gave today; the same again changes nothing */
  takeReactionBack(asked: { key: string }, options?: CallOptions): Promise<Reactions>

  /** What the caller’s account watches, newest first, each with its last message */
  listWatches(asked?: Record<never, never>, options?: CallOptions): Promise<{ items: Array<Watch> }>

  /** Watches a tag, story, search or source, and tells of it by feed, webhook, mail or ntfy */
  addWatch(
    asked: {
      body: {
        kind: 'tag' | 'story' | 'search' | 'source'
        /** A tag’s slug, a story’s key, words of a search, or a source’s number */
        target: string
        /** Also each new independent article, not bursts alone */
        everyArticle?: boolean
        channel?: 'feed' | 'webhook' | 'mail' | 'ntfy'
        /** webhook: where it is posted to; mail: an address; ntfy: a topic; feed: nothing */
        address?: string
        /** Nothing is sent in these hours of the day; what came goes in one message after them */
        quiet?: { from: string; to: string; zone: string } | null
      }
    },
    options?: CallOptions,
  ): Promise<Watch>

  /** Stops one of the caller’s watches; nothing of it is kept */
  stopWatch(asked: { id: number | string }, options?: CallOptions): Promise<{ stopped: true }>

  /** Who the caller is, what the token sent may do, and the account’s tokens */
  getMe(
    asked?: Record<never, never>,
    options?: CallOptions,
  ): Promise<{
    name: string
    /** The role that this token may act as, at most the account’s own */
    may: 'owner' | 'editor' | 'reader'
    /** Null for the owner’s key alone */
    account: { id: number; role: 'owner' | 'editor' | 'reader' } | null
    /** Newest first */
    tokens: Array<Token>
  }>

  /** Makes a token of the account, of no more than the token sent may do; it is shown once */
  makeToken(
    asked: { body: { name: string; scope?: 'read' | 'reader' | 'edit' | 'admin' } },
    options?: CallOptions,
  ): Promise<TokenMade>

  /** Revokes one of the account’s tokens; the same again changes nothing */
  revokeToken(
    asked: {
      /** What is kept of it: it names it, and opens nothing */
      hash: string
    },
    options?: CallOptions,
  ): Promise<{ removed: true }>

  /** What the account’s browsers keep in it: read marks, hidden sources and topics, look */
  getMyChoices(asked?: Record<never, never>, options?: CallOptions): Promise<AccountChoices>

  /** Keeps the account’s choices; with a version only where nobody else has changed them since */
  setMyChoices(
    asked: { body: { choices: { [name: string]: __schema0 }; version?: number } },
    options?: CallOptions,
  ): Promise<{ version: number }>

  /** Pauses a source, or lets it go on, due at once */
  pauseSource(asked: { id: number | string; body: { paused: boolean } }, options?: CallOptions): Promise<Source>

  /** Has a source read now */
  pollSource(asked: { id: number | string; body?: Record<string, never> }, options?: CallOptions): Promise<Source>

  /** Does the same to several sources */
  changeSources(
    asked: {
      body: {
        do: 'poll' | 'pause' | 'resume' | 'move' | 'remove'
        ids: Array<number>
        /** Where `move` moves them */
        folder?: string | null
      }
    },
    options?: CallOptions,
  ): Promise<{
    /** How many there were; numbers of none are passed over */
    changed: number
  }>

  /** Has an address looked at; nothing is added */
  askPreview(asked: { body: { url: string } }, options?: CallOptions): Promise<JobMade>

  /** What stands at an address that was asked for, and how it would look; for a day */
  getPreview(asked: { id: number | string }, options?: CallOptions): Promise<Preview>

  /** Adds what was looked at as it was seen */
  addPreviewed(
    asked: {
      id: number | string
      body?: {
        /** Names parted by /, outermost first; null for none */
        folder?: string | null
      }
    },
    options?: CallOptions,
  ): Promise<{ added: boolean; source: Source }>

  /** Adds every subscription of an OPML list by a job, which tells what became of each */
  importSources(asked: { body: { opml: string; name?: string } }, options?: CallOptions): Promise<JobMade>

  /** Feeds that a first edition may begin with */
  listStarter(
    asked?: Record<never, never>,
    options?: CallOptions,
  ): Promise<{
    items: Array<{
      url: string
      title: string
      language: string
      topic: 'world' | 'economy' | 'technology' | 'science' | 'climate' | 'culture' | 'sports'
    }>
  }>

  /** Adds the feeds of these topics in these languages, each due at once; what is a source already stays */
  addStarter(
    asked: {
      body: {
        topics: Array<'world' | 'economy' | 'technology' | 'science' | 'climate' | 'culture' | 'sports'>
        languages: Array<string>
      }
    },
    options?: CallOptions,
  ): Promise<{ added: number }>

  /** How many sources were read once, and how many articles came: how far a first edition is */
  getProgress(asked?: Record<never, never>, options?: CallOptions): Promise<Progress>

  /** Hides an article from every list, or shows it again */
  hideArticle(asked: { key: string; body: { hidden: boolean } }, options?: CallOptions): Promise<{ hidden: boolean }>

  /** Takes in how often articles were read in an hour, as their publisher counts, for lists over its own site */
  handInReads(
    asked: {
      body: {
        reads: Array<{
          url: string
          count: number
          /** Any moment of the hour; handed in again, the new count stands in place of the old */
          hour: string
        }>
      }
    },
    options?: CallOptions,
  ): Promise<{
    /** Counts that were kept */
    kept: number
    /** Addresses that are no article here */
    unknown: Array<string>
  }>

  /** Has another tag stand for this one, in what stands and in what comes; its address leads on */
  mergeTag(
    asked: {
      slug: string
      body: {
        /** Slug, address or name of the other tag */
        into: string
      }
    },
    options?: CallOptions,
  ): Promise<TagRuleMade>

  /** Shows a tag by another name; its slug stays */
  renameTag(asked: { slug: string; body: { name: string } }, options?: CallOptions): Promise<TagRuleMade>

  /** Never shows a tag again */
  blockTag(asked: { slug: string; body?: Record<string, never> }, options?: CallOptions): Promise<TagRuleMade>

  /** Takes a name out of the tag that it was folded into: its mentions become those of its own tag */
  takeNameApart(
    asked: {
      slug: string
      body: {
        name: string
        /** Of its own tag, where that is new */
        kind: 'person' | 'place' | 'organisation' | 'event' | 'work' | 'topic'
      }
    },
    options?: CallOptions,
  ): Promise<TagRuleMade>

  /** Moves articles, with their copies, out into a story of their own, and keeps the two apart */
  splitStory(
    asked: {
      key: string
      body: {
        /** Keys of the articles */
        articles: Array<string>
      }
    },
    options?: CallOptions,
  ): Promise<StoryShaped>

  /** Folds a story into another, and keeps them together; its address leads on */
  mergeStory(
    asked: {
      key: string
      body: {
        /** Key or address of the other story */
        into: string
      }
    },
    options?: CallOptions,
  ): Promise<StoryShaped>

  /** Gives a story a headline that stays */
  renameStory(asked: { key: string; body: { title: string } }, options?: CallOptions): Promise<StoryShaped>

  /** What the owner decided about tags and stories, newest first */
  listChoices(asked?: Record<never, never>, options?: CallOptions): Promise<Choices>

  /** Takes a choice about tags back: what it moved is moved back */
  takeBackTagChoice(asked: { id: number | string }, options?: CallOptions): Promise<{ takenBack: true }>

  /** Takes a choice about stories back: what it moved is moved back */
  takeBackStoryChoice(asked: { id: number | string }, options?: CallOptions): Promise<{ takenBack: true }>

  /** Notes that were written here, last changed first */
  listNotes(asked?: Record<never, never>, options?: CallOptions): Promise<{ notes: Array<Note> }>

  /** Writes a note in Markdown and publishes it: it becomes an article like any other, but no voice of its story */
  writeNote(
    asked: {
      body: {
        title: string
        markdown: string
        section?: 'society' | 'economy' | 'technology' | 'sports' | 'entertainment' | 'science' | 'other' | null
        tags?: Array<string>
        /** false keeps it as a draft, or leaves what readers see as it is */
        publish?: boolean
      }
    },
    options?: CallOptions,
  ): Promise<Note>

  /** Changes a note and publishes it anew; its former text is kept as a version */
  changeNote(
    asked: {
      id: number | string
      body: {
        title: string
        markdown: string
        section?: 'society' | 'economy' | 'technology' | 'sports' | 'entertainment' | 'science' | 'other' | null
        tags?: Array<string>
        /** false keeps it as a draft, or leaves what readers see as it is */
        publish?: boolean
      }
    },
    options?: CallOptions,
  ): Promise<Note>

  /** Withdraws a note: its article is hidden, and shown again when it is published again */
  withdrawNote(asked: { id: number | string }, options?: CallOptions): Promise<Note>

  /** Rules over articles, in the order in which they are asked */
  listRules(
    asked?: Record<never, never>,
    options?: CallOptions,
  ): Promise<{
    rules: Array<Rule>
    /** Stored articles that the latest change has yet to be applied to; null where it is done */
    work: { left: number; all: number } | null
  }>

  /** Makes a rule, behind all others; it holds for what comes, and a job applies it to what is stored */
  addRule(
    asked: {
      body: {
        /** Its conditions where it is left empty */
        name?: string
        on?: boolean
        /** Whether all conditions must hold, or any */
        match?: 'all' | 'any'
        /** Conditions in their text form: lang:de section:sports -"title race" */
        query: string
        hide?: boolean
        section?:
          | 'society'
          | 'economy'
          | 'technology'
          | 'sports'
          | 'entertainment'
          | 'science'
          | 'other'
          | 'not_news'
          | null
        /** A label, shown with the article */
        mark?: string | null
        /** Names or slugs */
        addTags?: Array<string>
        /** Names or slugs */
        takeTags?: Array<string>
        /** No later rule is asked */
        last?: boolean
        /** A rule that would hit every article is refused without it */
        sure?: boolean
      }
    },
    options?: CallOptions,
  ): Promise<RuleSaved>

  /** What a rule would hit of the newest 10,000 articles; changes nothing */
  lookWithRule(
    asked: {
      body: {
        /** Its conditions where it is left empty */
        name?: string
        on?: boolean
        /** Whether all conditions must hold, or any */
        match?: 'all' | 'any'
        /** Conditions in their text form: lang:de section:sports -"title race" */
        query: string
        hide?: boolean
        section?:
          | 'society'
          | 'economy'
          | 'technology'
          | 'sports'
          | 'entertainment'
          | 'science'
          | 'other'
          | 'not_news'
          | null
        /** A label, shown with the article */
        mark?: string | null
        /** Names or slugs */
        addTags?: Array<string>
        /** Names or slugs */
        takeTags?: Array<string>
        /** No later rule is asked */
        last?: boolean
      }
    },
    options?: CallOptions,
  ): Promise<{
    /** Of how many newest articles */
    looked: number
    hits: number
    /** The newest ten of them */
    articles: Array<{ key: string; title: string }>
  }>

  /** Writes a rule anew; what it did is undone where it does so no more */
  changeRule(
    asked: {
      id: number | string
      body: {
        /** Its conditions where it is left empty */
        name?: string
        on?: boolean
        /** Whether all conditions must hold, or any */
        match?: 'all' | 'any'
        /** Conditions in their text form: lang:de section:sports -"title race" */
        query: string
        hide?: boolean
        section?:
          | 'society'
          | 'economy'
          | 'technology'
          | 'sports'
          | 'entertainment'
          | 'science'
          | 'other'
          | 'not_news'
          | null
        /** A label, shown with the article */
        mark?: string | null
        /** Names or slugs */
        addTags?: Array<string>
        /** Names or slugs */
        takeTags?: Array<string>
        /** No later rule is asked */
        last?: boolean
        /** A rule that would hit every article is refused without it */
        sure?: boolean
      }
    },
    options?: CallOptions,
  ): Promise<RuleSaved>

  /** Takes a rule away: every article is then as it was without it */
  removeRule(asked: { id: number | string }, options?: CallOptions): Promise<{ removed: true }>

  /** Has a rule asked one place earlier or later */
  moveRule(asked: { id: number | string; body: { to: 'earlier' | 'later' } }, options?: CallOptions): Promise<RuleSaved>

  /** What waits, runs, failed and is done, newest first, and how many there are of each */
  listJobs(
    asked?: {
      state?: 'queued' | 'running' | 'done' | 'failed'
      /** The `next` of the page before */
      cursor?: number | string
      limit?: number | string
    },
    options?: CallOptions,
  ): Promise<{
    items: Array<Job>
    next: string | null
    counts: { queued: number; running: number; done: number; failed: number }
  }>

  /** One job; of a list of subscriptions also what became of each */
  getJob(asked: { id: number | string }, options?: CallOptions): Promise<JobDetail>

  /** Forgets a job that is over */
  forgetJob(asked: { id: number | string }, options?: CallOptions): Promise<{ forgotten: true }>

  /** Has a failed job done again */
  retryJob(asked: { id: number | string; body?: Record<string, never> }, options?: CallOptions): Promise<Job>

  /** What fails, why, and what to do; what is stored, and on how much room */
  getDoctor(asked?: Record<never, never>, options?: CallOptions): Promise<Doctor>

  /** Backups that are kept beside the store, newest first */
  listBackups(asked?: Record<never, never>, options?: CallOptions): Promise<{ items: Array<Backup> }>

  /** Has a backup made by a job */
  makeBackup(
    asked?: { body?: Record<string, never> },
    options?: CallOptions,
  ): Promise<{
    /** Its number: what becomes of it is told by it */
    job: number
  }>

  /** Has the demo edition taken away by a job */
  removeDemo(
    asked?: Record<never, never>,
    options?: CallOptions,
  ): Promise<{
    /** Its number: what becomes of it is told by it */
    job: number
  }>

  /** Who has an account, and who is invited */
  listPeople(
    asked?: Record<never, never>,
    options?: CallOptions,
  ): Promise<{
    items: Array<Person>
    invitations: Array<{
      /** What is kept of it: it names it, and opens nothing */
      hash: string
      role: 'owner' | 'editor' | 'reader'
      expires: string
    }>
  }>

  /** Makes a link that invites somebody with a role */
  invite(asked?: { body?: { role?: 'owner' | 'editor' | 'reader' } }, options?: CallOptions): Promise<Link>

  /** Takes an invitation back; the same again changes nothing */
  takeInvitationBack(
    asked: {
      /** What is kept of it: it names it, and opens nothing */
      hash: string
    },
    options?: CallOptions,
  ): Promise<{ removed: true }>

  /** Gives an account another role; the last owner stays one */
  setRole(
    asked: { id: number | string; body: { role: 'owner' | 'editor' | 'reader' } },
    options?: CallOptions,
  ): Promise<{ id: number; name: string; role: 'owner' | 'editor' | 'reader' }>

  /** Removes an account with all that is its own: tokens, marks, watches, choices */
  removePerson(asked: { id: number | string }, options?: CallOptions): Promise<{ removed: true }>

  /** Makes a link that lets an account in without its password, for a day */
  makeSignInLink(asked: { id: number | string; body?: Record<string, never> }, options?: CallOptions): Promise<Link>
}

/** Method and path of every call. */
export const CALLS: Readonly<Record<keyof Client, readonly [method: string, path: string]>> = {
  getHome: ['GET', '/api/v1/home'],
  listStories: ['GET', '/api/v1/stories'],
  getStory: ['GET', '/api/v1/stories/{key}'],
  getStoryPage: ['GET', '/api/v1/stories/{key}/page'],
  listArticles: ['GET', '/api/v1/articles'],
  handInArticles: ['POST', '/api/v1/articles'],
  getArticle: ['GET', '/api/v1/articles/{key}'],
  getArticlePage: ['GET', '/api/v1/articles/{key}/page'],
  getComparison: ['GET', '/api/v1/articles/{key}/comparison'],
  getVersions: ['GET', '/api/v1/articles/{key}/versions'],
  getProvenance: ['GET', '/api/v1/provenance'],
  getRelated: ['GET', '/api/v1/articles/{key}/related'],
  getRecommendation: ['GET', '/api/v1/articles/{key}/recommendation'],
  getRanking: ['GET', '/api/v1/ranking'],
  getPulse: ['GET', '/api/v1/pulse'],
  getHistory: ['GET', '/api/v1/history/{kind}/{slug}'],
  explainStory: ['GET', '/api/v1/explain/stories/{key}'],
  explainBurst: ['GET', '/api/v1/explain/bursts/{kind}/{slug}'],
  explainLists: ['GET', '/api/v1/explain/lists'],
  forgetCounts: ['DELETE', '/api/v1/explain/lists'],
  searchArticles: ['GET', '/api/v1/search'],
  getSearchPage: ['GET', '/api/v1/search/page'],
  suggestQueries: ['GET', '/api/v1/suggestions'],
  listTags: ['GET', '/api/v1/tags'],
  getTag: ['GET', '/api/v1/tags/{slug}'],
  listSections: ['GET', '/api/v1/sections'],
  getSection: ['GET', '/api/v1/sections/{slug}'],
  listSources: ['GET', '/api/v1/sources'],
  addSource: ['POST', '/api/v1/sources'],
  getSource: ['GET', '/api/v1/sources/{id}'],
  editSource: ['PUT', '/api/v1/sources/{id}'],
  removeSource: ['DELETE', '/api/v1/sources/{id}'],
  getStatus: ['GET', '/api/v1/status'],
  getSite: ['GET', '/api/v1/site'],
  react: ['PUT', '/api/v1/articles/{key}/reaction'],
  takeReactionBack: ['DELETE', '/api/v1/articles/{key}/reaction'],
  listWatches: ['GET', '/api/v1/watches'],
  addWatch: ['POST', '/api/v1/watches'],
  stopWatch: ['DELETE', '/api/v1/watches/{id}'],
  getMe: ['GET', '/api/v1/me'],
  makeToken: ['POST', '/api/v1/me/tokens'],
  revokeToken: ['DELETE', '/api/v1/me/tokens/{hash}'],
  getMyChoices: ['GET', '/api/v1/me/choices'],
  setMyChoices: ['PUT', '/api/v1/me/choices'],
  pauseSource: ['POST', '/api/v1/sources/{id}/pause'],
  pollSource: ['POST', '/api/v1/sources/{id}/poll'],
  changeSources: ['POST', '/api/v1/sources/several'],
  askPreview: ['POST', '/api/v1/sources/previews'],
  getPreview: ['GET', '/api/v1/sources/previews/{id}'],
  addPreviewed: ['POST', '/api/v1/sources/previews/{id}'],
  importSources: ['POST', '/api/v1/sources/import'],
  listStarter: ['GET', '/api/v1/starter'],
  addStarter: ['POST', '/api/v1/starter'],
  getProgress: ['GET', '/api/v1/progress'],
  hideArticle: ['POST', '/api/v1/articles/{key}/hide'],
  handInReads: ['POST', '/api/v1/reads'],
  mergeTag: ['POST', '/api/v1/tags/{slug}/merge'],
  renameTag: ['POST', '/api/v1/tags/{slug}/rename'],
  blockTag: ['POST', '/api/v1/tags/{slug}/block'],
  takeNameApart: ['POST', '/api/v1/tags/{slug}/apart'],
  splitStory: ['POST', '/api/v1/stories/{key}/split'],
  mergeStory: ['POST', '/api/v1/stories/{key}/merge'],
  renameStory: ['POST', '/api/v1/stories/{key}/rename'],
  listChoices: ['GET', '/api/v1/choices'],
  takeBackTagChoice: ['DELETE', '/api/v1/choices/tags/{id}'],
  takeBackStoryChoice: ['DELETE', '/api/v1/choices/stories/{id}'],
  listNotes: ['GET', '/api/v1/notes'],
  writeNote: ['POST', '/api/v1/notes'],
  changeNote: ['PUT', '/api/v1/notes/{id}'],
  withdrawNote: ['DELETE', '/api/v1/notes/{id}'],
  listRules: ['GET', '/api/v1/rules'],
  addRule: ['POST', '/api/v1/rules'],
  lookWithRule: ['POST', '/api/v1/rules/look'],
  changeRule: ['POST', '/api/v1/rules/{id}'],
  removeRule: ['DELETE', '/api/v1/rules/{id}'],
  moveRule: ['POST', '/api/v1/rules/{id}/move'],
  listJobs: ['GET', '/api/v1/jobs'],
  getJob: ['GET', '/api/v1/jobs/{id}'],
  forgetJob: ['DELETE', '/api/v1/jobs/{id}'],
  retryJob: ['POST', '/api/v1/jobs/{id}/retry'],
  getDoctor: ['GET', '/api/v1/doctor'],
  listBackups: ['GET', '/api/v1/backups'],
  makeBackup: ['POST', '/api/v1/backups'],
  removeDemo: ['DELETE', '/api/v1/demo'],
  listPeople: ['GET', '/api/v1/people'],
  invite: ['POST', '/api/v1/people/invitations'],
  takeInvitationBack: ['DELETE', '/api/v1/people/invitations/{hash}'],
  setRole: ['PUT', '/api/v1/people/{id}'],
  removePerson: ['DELETE', '/api/v1/people/{id}'],
  makeSignInLink: ['POST', '/api/v1/people/{id}/link'],
}
