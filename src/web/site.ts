import type { AlignedSentence } from '../model/copy.ts'
import type { HandedArticle, HandedOutcome } from '../model/handed-article.ts'
import type { ListEntry } from '../model/list.ts'
import type { Note, NoteWish } from '../model/note.ts'
import type { PictureForm, PictureRefusal, PictureSize, SentPicture } from '../model/picture.ts'
import type { NewRule, RuleLook } from '../model/rule.ts'
import type { StoryTelling, ToldText } from '../model/telling.ts'
import type { EpochMs } from '../model/time.ts'
import type { Role } from '../store/accounts.ts'
import type { SiteScope } from '../store/own-articles.ts'
import type { Store } from '../store/store.ts'
import type { NewTagRule, TagRule } from '../store/tag-rules.ts'
import type { Logo } from './editions/brand-files.ts'
import type { SiteSection } from './editions/sections.ts'
import type { FreshCounts } from './fresh-counts.ts'
import type { Housekeeping } from './housekeeping.ts'
import type { SpokenLanguages } from './reader-language.ts'
import type { StaticFile } from './static-files.ts'

/** How a site calls itself. `baseUrl` is its public address without a slash at the end; null where it is not configured. */
export type Brand = {
  name: string
  tagline: string
  baseUrl: string | null
  /** The owner's own picture, beside the name or in its place, and as icon. */
  logo?: Logo
  /** The style sheet with the owner's own accent. */
  style?: StaticFile
}

/** Everything that pages, feeds and APIs are made from. Wired once, in main. */
export type Site = {
  store: Store
  now: () => EpochMs
  /** A past moment that pages are asked for; then `now` gives it too. Absent for the present. */
  asOf?: EpochMs
  brand: Brand
  /** Labels that a reader may press under an article; the first is the favourable one. Empty: nobody is asked. */
  reactions: readonly string[]
  /** False: views are neither counted nor shown. */
  countViews?: boolean
  /** Signs cookies and form tokens. Never leaves the process. */
  secret: string
  /** What the form tokens of the page being made are bound to: the viewer's session. Absent for strangers. */
  formKey?: string
  /** Where people sign in by a name that they have elsewhere (OpenID Connect). Absent where the owner has set up none. */
  signInService?: SignInService
  /** SHA-256 of the owner's key, in hex. */
  ownerKeyHash: string
  lists: SiteLists
  log: (event: string, fields: Record<string, unknown>) => void
  /** Prometheus text. */
  metrics: () => string | Promise<string>
  /** Content version: rises with every batch of the line and every form that changed something. Reading it changes nothing. */
  changed: () => number
  /** Raises the content version: finished pages are made anew. */
  touch: () => void
  /** Something was made due: it is looked for now, not with the next look. Absent where nothing runs beside the site. */
  hurry?: () => void
  /** Aligns a copy with its original sentence by sentence; absent where nothing is wired. */
  compare?: (before: string, after: string) => readonly AlignedSentence[]
  /** What a story's independent texts say together; absent where nothing is wired. */
  tellStory?: (texts: readonly ToldText[], language: string) => StoryTelling
  /** What the owner does to tags and stories by hand; absent where nothing is wired. */
  shaping?: Shaping
  /** What the owner does with rules over articles; absent where nothing is wired. */
  rules?: RuleActs
  /** What owners and editors write themselves; absent where nothing is wired. */
  notes?: Notes
  /** True where choices in lists, and pairs of stories from readers who agreed, are counted (without readers). */
  countsReading?: boolean
  /** Ways beside feeds by which watching readers can be told; `ntfy` names the owner's server. Absent: feeds and webhooks alone. */
  told?: { mail: boolean; ntfy: string | null }
  /** Takes in articles that their publisher hands in, each with what became of it; absent where nothing is wired. */
  handIn?: (articles: readonly HandedArticle[]) => Promise<readonly HandedOutcome[]>
  /** Sections that pages show, in their order. Absent: all there are, under their usual names. */
  sections?: readonly SiteSection[]
  /** What several apps over one store have in common: which counts have moved, and in how many the room for finished pages is parted. */
  shared?: { counts: FreshCounts; apps: number }
  /** Of an edition of some sources: its key, and the whole store, which its own is a part of. Absent where the site shows everything. */
  edition?: { key: string; whole: Store }
  /** Languages that pages are offered in. Absent: all there are, English where nothing else is asked for. */
  languages?: SpokenLanguages
  /** Foreign pictures, made anew here; absent where the owner shows none, or nothing is wired. */
  pictures?: PictureSource
  /** Backups, the machine, the list for the first visit; absent where nothing is wired. */
  housekeeping?: Housekeeping
  /** The hub that feeds name: this site's own, or somebody else's by its address, which `noteRead` then keeps told. Absent: none. */
  hub?: { at: 'own' | (string & {}); noteRead?: (list: { topic: string; base: string }) => void }
  /** True behind one's own proxy: the last address of X-Forwarded-For is the reader's. */
  trustProxy?: boolean
}

/** Where foreign pictures come from. Asking may wait for the network: no page does, only the pictures' own addresses. */
export interface PictureSource {
  get(address: string, form: PictureForm): Promise<SentPicture>
  /** What is known of one without asking anybody: its size, why it is not shown, or nothing. */
  known(address: string): PictureSize | { refused: PictureRefusal } | null
}

/** A sign-in service. Asking it may wait for the network: no page does, only the two addresses that lead there and back. */
export interface SignInService {
  /** Its host, as people know it. */
  name: string
  /** What somebody becomes whom it knows and this site does not; null: refused without an invitation. */
  newRole: Role | null
  /** The address that a browser is sent to. `secrets` belong to this try alone. @throws AppError upstream */
  begin(backTo: string, secrets: SignInSecrets): Promise<string>
  /** Who came back to `url`, as the service swears. @throws AppError forbidden for an answer that is not to this try, upstream */
  finish(url: string, secrets: SignInSecrets): Promise<{ issuer: string; subject: string; called: string }>
}

/** What ties an answer of a sign-in service to the browser that asked. **Source:** OpenID Connect Core 1.0, section 3.1.2.1; RFC 7636 */
export type SignInSecrets = { state: string; nonce: string; verifier: string }

/** Lists that are kept in memory beside the store. */
export interface SiteLists {
  /** Articles that belong with one, best first, each with its reason; empty where nothing is known of it. */
  related(articleId: number, limit: number): readonly ListEntry<number>[]
  /** The same among one publisher's own articles, however old; absent where nothing is wired. */
  relatedWithin?(scope: SiteScope, articleId: number, limit: number): Promise<readonly ListEntry<number>[]>
}

/** Posts that are written here. What is published is an article from then on. */
export interface Notes {
  /** Keeps a draft; `account` is whose it is, null for the site's. @throws AppError invalid */
  write(wish: NoteWish, account: string | null): Promise<Note>
  /** Keeps new words; readers see them once they are published. @throws AppError not_found, invalid */
  change(id: number, wish: NoteWish): Promise<Note>
  /** @throws AppError not_found, invalid */
  publish(id: number): Promise<Note>
  /** @throws AppError not_found */
  withdraw(id: number): Promise<Note>
}

/** Acts of the owner on tags and stories. Each is done when it answers, but for articles beyond the first hundreds, which a job moves. */
export interface Shaping {
  /** The part of a tag's address that a name has; empty for what is no name. */
  slugOf(name: string): string
  /** Gives the rule's id. @throws AppError not_found, conflict, invalid */
  makeTagRule(rule: NewTagRule): Promise<number>
  /** Gives the rule that was taken back; null where there was none. */
  dropTagRule(id: number): Promise<TagRule | null>
  /** Gives the key of the new story. @throws AppError not_found, invalid */
  splitStory(key: string, articleKeys: readonly string[]): Promise<string>
  /** @throws AppError not_found, invalid */
  mergeStories(from: string, into: string): Promise<void>
  /** @throws AppError not_found */
  retitleStory(key: string, title: string): Promise<void>
  /** @throws AppError not_found, conflict where a later choice holds the same articles */
  takeBackStoryChoice(id: number): Promise<void>
}

/** Acts of the owner on rules over articles. Each is done when it answers, but for articles beyond the newest hundreds, which a job goes through. */
export interface RuleActs {
  /** What a rule would hit of the newest articles, by itself; changes nothing. */
  look(rule: NewRule): Promise<RuleLook>
  /** Gives the rule's id. @throws AppError conflict where there are too many */
  add(rule: NewRule): Promise<number>
  /** False where there is none of this id; so the others. */
  change(id: number, rule: NewRule): Promise<boolean>
  drop(id: number): Promise<boolean>
  /** False also for one that stands first or last already. */
  move(id: number, to: 'earlier' | 'later'): Promise<boolean>
}
