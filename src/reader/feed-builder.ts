import type { Entry, SourceFormat } from '../model/entry.ts'
import { readEntities } from './document-entities.ts'
import { type ElementName, ElementNames } from './element-names.ts'
import { ElementStack } from './element-stack.ts'
import { claimId, claimMarkup, claimUrl, type Draft, finishEntry, languageTag, newDraft } from './feed-draft.ts'
import * as fields from './feed-fields.ts'
import { readLink } from './feed-links.ts'
import { endsTitle, FEED_RULES, type FeedRule, isEntryRule } from './feed-rules.ts'
import type { IssueList } from './issues.ts'
import { innerBase, isWebUrl } from './join-url.ts'
import { MAX_DEPTH } from './limits.ts'
import { type Attributes, NO_ATTRIBUTES, readAttributes } from './markup-attributes.ts'
import {
  type Collector,
  collectEnd,
  collected,
  collectStart,
  collectText,
  isVoid,
  newCollector,
} from './markup-collector.ts'
import { decodeReferences } from './references.ts'
import type { XmlHandler } from './xml-scanner.ts'

type Scope = 'document' | 'root' | 'feed' | 'entry' | 'source' | 'image' | 'textinput' | 'ignored' | 'person'

/** One element that is open, with what holds inside it. */
type OpenElement = {
  name: ElementName
  rule: FeedRule | null
  scope: Scope
  base: string | null
  defaultPrefix: string
  attributes: Attributes
  collector: Collector | null
}

/** What the address and the answer's headers tell about a document before it is read. */
export type BuilderContext = {
  base: string | null
  language: string | null
  issues: IssueList
  onEntry: (entry: Entry) => void
}

const ATOM_1 = 'http://www.w3.org/2005/atom'
/** Builds a feed and its entries from the tags of RSS, RDF, Atom or CDF as they come; each entry is handed on as soon as it is closed. */
export class FeedBuilder implements XmlHandler {
  format: Extract<SourceFormat, 'rss' | 'rdf' | 'atom' | 'unknown'> = 'unknown'
  readonly feed: Draft = newDraft()
  private readonly context: BuilderContext
  private readonly names = new ElementNames()
  private readonly stack = new ElementStack<OpenElement>()
  /** Tags open beyond MAX_DEPTH: counted, so that their end tags close nothing else. */
  private deeper = 0
  private entry: Draft | null = null
  /** The markup field that is open, in which every tag is text. */
  private markup: Collector | null = null
  private person: fields.PersonParts | null = null
  private isAtom1 = false
  private entities: ReadonlyMap<string, string> = new Map()

  constructor(context: BuilderContext) {
    this.context = context
    this.feed.language = languageTag(context.language)
  }

  startTag(written: string, source: string, selfClosing: boolean): void {
    if (this.deeper > 0 || this.stack.size >= MAX_DEPTH) {
      this.tooDeep(selfClosing)
      return
    }
    const attributes = source === '' ? NO_ATTRIBUTES : readAttributes(source, this.entities)
    const outer = this.stack.top
    const declared = attributes.size > 0 && source.includes('xmlns') ? this.names.declare(attributes) : null
    // A root's default namespace is that of its format, whatever it says: some feeds name the podcast namespace there.
    const defaultPrefix = declared !== null && outer ? declared : (outer?.defaultPrefix ?? '')
    const name = this.names.read(written, defaultPrefix)
    this.closeForgotten(name)
    const open = this.open(name, attributes, defaultPrefix)
    if (this.markup && (selfClosing || isVoid(name.local))) {
      collectStart(this.markup, name, attributes, selfClosing)
      return
    }
    this.push(open)
    if (selfClosing) this.pop()
  }

  endTag(written: string): void {
    const raw = written.toLowerCase()
    if (this.deeper > 0) {
      // Tags that lie too deep are only counted; the end of a field or entry that is open still ends it, however many were left open inside.
      const isField = this.stack.has(raw) && FEED_RULES.has(this.names.read(written, '').canonical)
      this.deeper = isField ? 0 : this.deeper - 1
      if (!isField) return
    }
    if (this.stack.top?.name.raw === raw) {
      this.pop()
    } else if (this.stack.has(raw)) {
      this.issue('unclosed-element', `<${this.stack.top?.name.raw}> is closed by </${written}>`)
      while (this.stack.top && this.stack.top.name.raw !== raw) this.pop()
      this.pop()
    } else if (!this.markup || !isVoid(raw)) {
      this.issue('stray-end-tag', `</${written}> closes nothing`)
    }
  }

  text(raw: string): void {
    const collector = this.collector()
    if (collector) collectText(collector, decodeReferences(raw, this.entities))
  }

  cdata(text: string): void {
    const collector = this.collector()
    if (collector) collectText(collector, text)
  }

  doctype(source: string): void {
    this.entities = readEntities(source)
  }

  issue(reason: string, detail: string): void {
    this.context.issues.add(reason, detail)
  }

  /** Closes what the document left open. */
  end(): void {
    if (this.stack.size > 0) this.issue('unclosed-element', `<${this.stack.top?.name.raw}> is not closed`)
    while (this.stack.size > 0) this.pop()
  }

  private tooDeep(selfClosing: boolean): void {
    this.issue('too-deep', `elements lie more than ${MAX_DEPTH} deep`)
    if (!selfClosing) this.deeper++
  }

  private open(name: ElementName, attributes: Attributes, defaultPrefix: string): OpenElement {
    const outer = this.stack.top
    const base = innerBase(
      outer ? outer.base : this.context.base,
      attributes.get('xml:base') ?? (attributes.size > 0 ? attributes.get('base') : undefined),
    )
    return { name, rule: null, scope: outer?.scope ?? 'document', base, defaultPrefix, attributes, collector: null }
  }

  private push(open: OpenElement): void {
    this.stack.push(open)
    if (this.markup) {
      collectStart(this.markup, open.name, open.attributes, false)
      return
    }
    open.rule = this.ruleFor(open)
    if (open.rule) this.start(open, open.rule)
  }

  private pop(): void {
    const closed = this.stack.pop()
    if (!closed) return
    if (closed.collector === this.markup) this.markup = null
    if (this.markup) collectEnd(this.markup, closed.name.local)
    else if (closed.rule) this.finish(closed, closed.rule)
  }

  /** The rule of an element in the scope it stands in. */
  private ruleFor(open: OpenElement): FeedRule | null {
    const rule = FEED_RULES.get(open.name.canonical) ?? null
    if (!rule) return null
    const { scope } = open
    if (scope === 'source' || scope === 'textinput' || scope === 'ignored') return isEntryRule(rule) ? rule : null
    if (scope === 'image')
      return open.name.local === 'url' ? { kind: 'text', slot: 'image', rank: 0 } : isEntryRule(rule) ? rule : null
    if (scope === 'person') return rule.kind === 'personPart' ? rule : null
    return rule.kind === 'personPart' ? null : rule
  }

  /** Ends what a following tag shows to be over: an entry by the next one, a title by its neighbours. */
  private closeForgotten(name: ElementName): void {
    const rule = FEED_RULES.get(name.canonical)
    const isNewEntry = rule !== undefined && isEntryRule(rule) && name.canonical === name.local
    if (isNewEntry && this.entry) {
      this.issue('unclosed-element', `<${name.raw}> begins inside another`)
      while (this.entry && this.stack.size > 0) this.pop()
    }
    const top = this.stack.top
    const isPlainTitle = top?.rule?.kind === 'markup' && top.rule.slot === 'title' && top.collector?.inline === false
    if (top && isPlainTitle && endsTitle(name.canonical)) {
      this.issue('unclosed-element', `<${top.name.raw}> is not closed before <${name.raw}>`)
      this.pop()
    }
  }

  private start(open: OpenElement, rule: FeedRule): void {
    const { attributes } = open
    switch (rule.kind) {
      case 'scope':
        this.startScope(open, rule.scope)
        return
      case 'attachment':
        fields.takeAttachment(this.target(), this.entry !== null, open, rule.role)
        return
      case 'markup':
        open.collector = newCollector(attributes, rule.type)
        this.markup = open.collector
        return
      case 'person':
        open.scope = 'person'
        this.person = { name: '', email: '', uri: '' }
        break
      case 'category':
        fields.takeCategory(this.target(), open, rule.scheme)
        break
      case 'link':
        if (readLink(attributes, open.base).href !== null) {
          fields.takeLinkElement(this.target(), open, '', this.stack.size)
          return
        }
        break
    }
    open.collector = newCollector(NO_ATTRIBUTES, 'text/plain')
  }

  private startScope(open: OpenElement, scope: Exclude<Scope, 'document' | 'person'>): void {
    const { attributes, name } = open
    const language = languageTag(attributes.get('xml:lang') ?? attributes.get('lang'))
    if (scope === 'root' || scope === 'feed') {
      if (this.format === 'unknown') this.format = name.local === 'rdf' ? 'rdf' : name.local === 'feed' ? 'atom' : 'rss'
      if (this.format === 'atom' && ownNamespace(open) === ATOM_1) this.isAtom1 = true
      if (language) this.feed.language = language
    }
    if (scope === 'entry') {
      this.entry = newDraft()
      this.entry.language = language
      claimId(this.entry, { value: attributes.get('rdf:about') ?? '', rank: 1, depth: this.stack.size })
      const about = attributes.get('rdf:about') ?? ''
      if (isWebUrl(about)) claimUrl(this.entry, about, 4)
    }
    open.scope = scope
    if (scope === 'entry' || scope === 'feed') fields.takeCdfAttributes(this.target(), open)
  }

  private finish(closed: OpenElement, rule: FeedRule): void {
    const { collector } = closed
    const depth = this.stack.size
    if (rule.kind === 'scope') {
      if (rule.scope === 'entry') this.finishEntry()
      return
    }
    if (!collector) return
    if (collector.tooLong) this.issue('field-too-long', `<${closed.name.raw}> was cut`)
    if (rule.kind === 'markup') {
      const options = {
        base: closed.base,
        isAtom: this.format === 'atom',
        unwrapDiv: this.isAtom1,
        mayBeTwiceEscaped: rule.slot !== 'title',
      }
      claimMarkup(this.target(), rule.slot, { ...collected(collector, options), rank: rule.rank, depth })
      return
    }
    const value = collector.pieces.join('').trim()
    if (rule.kind === 'personPart' || rule.kind === 'person') this.finishPerson(closed, rule, value)
    else fields.takeText(this.target(), closed, rule, { value, depth })
  }

  private finishPerson(
    closed: OpenElement,
    rule: Extract<FeedRule, { kind: 'person' | 'personPart' }>,
    value: string,
  ): void {
    if (rule.kind === 'personPart') {
      if (this.person) fields.takePersonPart(this.person, closed, rule.part, value)
      return
    }
    if (this.person && rule.slot === 'author') fields.takePerson(this.target(), this.person, value)
    this.person = null
  }

  private finishEntry(): void {
    if (!this.entry) return
    const entry = finishEntry(this.entry, this.context.issues)
    this.entry = null
    this.context.onEntry(entry)
  }

  private target(): Draft {
    return this.entry ?? this.feed
  }

  /** What gathers text here: the markup that is open, else the innermost element's own. */
  private collector(): Collector | null {
    return this.markup ?? this.stack.top?.collector ?? null
  }
}

/** The namespace that an element's own tag gives its prefix, in lower case; empty where it gives none. */
function ownNamespace({ name, attributes }: OpenElement): string {
  const colon = name.raw.indexOf(':')
  return (attributes.get(colon === -1 ? 'xmlns' : `xmlns:${name.raw.slice(0, colon)}`) ?? '').trim().toLowerCase()
}
