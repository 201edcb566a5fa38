// Made by scripts/api-client.ts from the description of the API. Change the endpoints, and run it again.
import type { CallOptions } from './create-client.ts'

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

/** Why an entry stands in a list; text is a sentence for people. */
export type Reason = { code: string; values: Array<string>; text: string }

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

export type Tag = {
  slug: string
  name: string
  kind: 'person' | 'place' | 'organisation' | 'event' | 'work' | 'topic'
  url: string
  articles: number
  /** RFC 3339, UTC */
  lastSeen: string
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
}

export type Section = { slug: string; name: string; url: string }

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

export type Job = {
  /** Number of the job that will read it */
  job: number
}

export type TagRuleMade = {
  /** Number of the choice: takes it back */
  id: number
}

export type StoryShaped = {
  /** Key of the story that shows the outcome */
  story: string
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

/** Every call of the API by its operationId. @throws ApiError where the site refuses */
export type Client = {
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

  /** One article whole: text, claims, doubts, repairs, tags, reactions and its family of copies */
  getArticle(asked: { key: string }, options?: CallOptions): Promise<ArticleDetail>

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

  /** One tag, and those that stand beside it; its articles are /articles?tag=SLUG */
  getTag(asked: { slug: string }, options?: CallOptions): Promise<TagDetail>

  /** The sections of the edition; their stories are /stories?section=SLUG */
  listSections(asked?: Record<never, never>, options?: CallOptions): Promise<{ items: Array<Section> }>

  /** Every source, its state, and why it fails where it does */
  listSources(asked?: Record<never, never>, options?: CallOptions): Promise<{ items: Array<Source> }>

  /** Asks for a feed, a site or a single page to be read; the work is done after the answer */
  addSource(asked: { body: { url: string } }, options?: CallOptions): Promise<Job>

  /** What is stored, what waits, and what fails: as `trendpulse status --json` */
  getStatus(asked?: Record<never, never>, options?: CallOptions): Promise<Status>

  /** Pauses a source, or lets it go on, due at once */
  pauseSource(asked: { id: number | string; body: { paused: boolean } }, options?: CallOptions): Promise<Source>

  /** Takes a source away; its articles stay */
  removeSource(asked: { id: number | string }, options?: CallOptions): Promise<{ removed: true }>

  /** Hides an article from every list, or shows it again */
  hideArticle(asked: { key: string; body: { hidden: boolean } }, options?: CallOptions): Promise<{ hidden: boolean }>

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

  /** What the owner decided about tags and stories, newest first */
  listChoices(asked?: Record<never, never>, options?: CallOptions): Promise<Choices>

  /** Takes a choice about tags back: what it moved is moved back */
  takeBackTagChoice(asked: { id: number | string }, options?: CallOptions): Promise<{ takenBack: true }>

  /** Takes a choice about stories back: what it moved is moved back */
  takeBackStoryChoice(asked: { id: number | string }, options?: CallOptions): Promise<{ takenBack: true }>

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
}

/** Method and path of every call. */
export const CALLS: Readonly<Record<keyof Client, readonly [method: string, path: string]>> = {
  listStories: ['GET', '/api/v1/stories'],
  getStory: ['GET', '/api/v1/stories/{key}'],
  listArticles: ['GET', '/api/v1/articles'],
  getArticle: ['GET', '/api/v1/articles/{key}'],
  getProvenance: ['GET', '/api/v1/provenance'],
  getRelated: ['GET', '/api/v1/articles/{key}/related'],
  getRecommendation: ['GET', '/api/v1/articles/{key}/recommendation'],
  getRanking: ['GET', '/api/v1/ranking'],
  getPulse: ['GET', '/api/v1/pulse'],
  searchArticles: ['GET', '/api/v1/search'],
  listTags: ['GET', '/api/v1/tags'],
  getTag: ['GET', '/api/v1/tags/{slug}'],
  listSections: ['GET', '/api/v1/sections'],
  listSources: ['GET', '/api/v1/sources'],
  addSource: ['POST', '/api/v1/sources'],
  getStatus: ['GET', '/api/v1/status'],
  pauseSource: ['POST', '/api/v1/sources/{id}/pause'],
  removeSource: ['DELETE', '/api/v1/sources/{id}'],
  hideArticle: ['POST', '/api/v1/articles/{key}/hide'],
  mergeTag: ['POST', '/api/v1/tags/{slug}/merge'],
  renameTag: ['POST', '/api/v1/tags/{slug}/rename'],
  blockTag: ['POST', '/api/v1/tags/{slug}/block'],
  takeNameApart: ['POST', '/api/v1/tags/{slug}/apart'],
  splitStory: ['POST', '/api/v1/stories/{key}/split'],
  mergeStory: ['POST', '/api/v1/stories/{key}/merge'],
  renameStory: ['POST', '/api/v1/stories/{key}/rename'],
  listWatches: ['GET', '/api/v1/watches'],
  addWatch: ['POST', '/api/v1/watches'],
  stopWatch: ['DELETE', '/api/v1/watches/{id}'],
  listNotes: ['GET', '/api/v1/notes'],
  writeNote: ['POST', '/api/v1/notes'],
  changeNote: ['PUT', '/api/v1/notes/{id}'],
  withdrawNote: ['DELETE', '/api/v1/notes/{id}'],
  listChoices: ['GET', '/api/v1/choices'],
  takeBackTagChoice: ['DELETE', '/api/v1/choices/tags/{id}'],
  takeBackStoryChoice: ['DELETE', '/api/v1/choices/stories/{id}'],
  listRules: ['GET', '/api/v1/rules'],
  addRule: ['POST', '/api/v1/rules'],
  lookWithRule: ['POST', '/api/v1/rules/look'],
  changeRule: ['POST', '/api/v1/rules/{id}'],
  removeRule: ['DELETE', '/api/v1/rules/{id}'],
  moveRule: ['POST', '/api/v1/rules/{id}/move'],
}
