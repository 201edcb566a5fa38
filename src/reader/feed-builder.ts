import type { Entry, SourceFormat } from '../model/entry.ts'
import { type ElementName, ElementNames } from './element-names.ts'
import {
  claimId,
  claimMarkup,
  claimText,
  claimUrl,
  type Draft,
  finishEntry,
  languageTag,
  newDraft,
} from './feed-draft.ts'
import {
  type PersonParts,
  takeAttachment,
  takeCategory,
  takeCategoryText,
  takeCdfAttributes,
  takeIdElement,
  takeLinkElement,
  takePerson,
} from './feed-fields.ts'
import { readLink } from './feed-links.ts'
import { FEED_RULES, type FeedRule } from './feed-rules.ts'
import type { IssueList } from './issues.ts'
import { innerBase, isWebUrl, joinUrl } from './join-url.ts'
import { MAX_DEPTH } from './limits.ts'
import { type Attributes, NO_ATTRIBUTES, readAttributes } from './markup-attributes.ts'
import {
  type Collector,
  collectEnd,
  collected,
  collectStart,
  collectText,
  NAMESPACE_KEY,
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
/** Elements that cannot stand in a title: where one does, the title was not closed. */
const ENDS_TITLE = new Set([
  'link',
  'description',
  'pubdate',
  'guid',
  'author',
  'updated',
  'published',
  'summary',
  'content',
  'id',
  'dc:date',
  'dc:creator',
  'content:encoded',
])

/** Builds a feed and its entries from the tags of RSS, RDF, Atom or CDF as they come; each entry is handed on as soon as it is closed. */
export class FeedBuilder implements XmlHandler {
  format: Extract<SourceFormat, 'rss' | 'rdf' | 'atom' | 'unknown'> = 'unknown'
  readonly feed: Draft = newDraft()
  private readonly context: BuilderContext
  private readonly names = new ElementNames()
  private readonly stack: OpenElement[] = []
  private readonly openCounts = new Map<string, number>()
  /** Tags open beyond MAX_DEPTH: counted, so that their end tags close nothing else. */
  private deeper = 0
  private entry: Draft | null = null
  /** The markup field that is open, in which every tag is text. */
  private markup: Collector | null = null
  private person: PersonParts | null = null
  private isAtom1 = false
  private readonly entities = new Map<string, string>()

  constructor(context: BuilderContext) {
    this.context = context
    this.feed.language = languageTag(context.language)
  }

  startTag(written: string, source: string, selfClosing: boolean): void {
    if (this.deeper > 0 || this.stack.length >= MAX_DEPTH) {
      this.tooDeep(selfClosing)
      return
    }
    const attributes = source === '' ? NO_ATTRIBUTES : readAttributes(source, this.entities)
    const outer = this.stack.at(-1)
    const declared = attributes.size > 0 && source.includes('xmlns') ? this.names.declare(attributes) : null
    // A root's default namespace is that of its format, whatever it says: some feeds name the podcast namespace there.
    const defaultPrefix = declared !== null && outer ? declared : (outer?.defaultPrefix ?? '')
    const name = this.names.read(written, defaultPrefix)
    this.closeForgotten(name)
    const open = this.open(name, attributes, defaultPrefix)
    if (selfClosing && this.markup) {
      collectStart(this.markup, name.local, inlineAttributes(name, attributes), true)
      return
    }
    this.push(open)
    if (selfClosing) this.pop()
  }

  endTag(written: string): void {
    if (this.deeper > 0) {
      this.deeper--
      return
    }
    const raw = written.toLowerCase()
    if (this.stack.at(-1)?.name.raw === raw) {
      this.pop()
      return
    }
    if ((this.openCounts.get(raw) ?? 0) === 0) {
      this.context.issues.add('stray-end-tag', `</${written}> closes nothing`)
      return
    }
    this.context.issues.add('unclosed-element', `<${this.stack.at(-1)?.name.raw}> is closed by </${written}>`)
    while (this.stack.length > 0 && this.stack.at(-1)?.name.raw !== raw) this.pop()
    this.pop()
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
    // Only short values, and never read again: an entity can then not grow into more than what it says.
    for (const [, name, double, single] of source.matchAll(
      /<!ENTITY\s{1,20}([\w.-]{1,40})\s{1,20}(?:"([^"<&]{0,64})"|'([^'<&]{0,64})')/gu,
    )) {
      if (name && this.entities.size < 100) this.entities.set(name, decodeReferences(double ?? single ?? ''))
    }
  }

  issue(reason: string, detail: string): void {
    this.context.issues.add(reason, detail)
  }

  /** Closes what the document left open. */
  end(): void {
    if (this.stack.length > 0)
      this.context.issues.add('unclosed-element', `<${this.stack.at(-1)?.name.raw}> is not closed`)
    while (this.stack.length > 0) this.pop()
  }

  private tooDeep(selfClosing: boolean): void {
    this.context.issues.add('too-deep', `elements lie more than ${MAX_DEPTH} deep`)
    if (!selfClosing) this.deeper++
  }

  private open(name: ElementName, attributes: Attributes, defaultPrefix: string): OpenElement {
    const outer = this.stack.at(-1)
    const base = innerBase(
      outer ? outer.base : this.context.base,
      attributes.get('xml:base') ?? (attributes.size > 0 ? attributes.get('base') : undefined),
    )
    return { name, rule: null, scope: outer?.scope ?? 'document', base, defaultPrefix, attributes, collector: null }
  }

  private push(open: OpenElement): void {
    this.stack.push(open)
    this.openCounts.set(open.name.raw, (this.openCounts.get(open.name.raw) ?? 0) + 1)
    if (this.markup) {
      collectStart(this.markup, open.name.local, inlineAttributes(open.name, open.attributes), false)
      return
    }
    open.rule = this.ruleFor(open)
    if (open.rule) this.start(open, open.rule)
  }

  private pop(): void {
    const closed = this.stack.pop()
    if (!closed) return
    this.openCounts.set(closed.name.raw, (this.openCounts.get(closed.name.raw) ?? 1) - 1)
    if (closed.collector === this.markup) this.markup = null
    if (this.markup) collectEnd(this.markup, closed.name.local)
    else if (closed.rule) this.finish(closed, closed.rule)
  }

  /** The rule of an element in the scope it stands in. */
  private ruleFor(open: OpenElement): FeedRule | null {
    const rule = FEED_RULES.get(open.name.canonical) ?? null
    if (!rule) return null
    const { scope } = open
    if (scope === 'source' || scope === 'textinput' || scope === 'ignored') return isEntry(rule) ? rule : null
    if (scope === 'image')
      return open.name.local === 'url' ? { kind: 'text', slot: 'image', rank: 0 } : isEntry(rule) ? rule : null
    if (scope === 'person') return rule.kind === 'personPart' ? rule : null
    return rule.kind === 'personPart' ? null : rule
  }

  /** Ends what a following tag shows to be over: an entry by the next one, a title by its neighbours. */
  private closeForgotten(name: ElementName): void {
    const rule = FEED_RULES.get(name.canonical)
    const isNewEntry = rule !== undefined && isEntry(rule) && name.canonical === name.local
    if (isNewEntry && this.entry) {
      this.context.issues.add('unclosed-element', `<${name.raw}> begins inside another`)
      while (this.entry && this.stack.length > 0) this.pop()
    }
    const top = this.stack.at(-1)
    if (
      top?.collector &&
      top.rule?.kind === 'markup' &&
      top.rule.slot === 'title' &&
      ENDS_TITLE.has(name.canonical) &&
      !top.collector.inline
    ) {
      this.context.issues.add('unclosed-element', `<${top.name.raw}> is not closed before <${name.raw}>`)
      this.pop()
    }
  }

  private start(open: OpenElement, rule: FeedRule): void {
    const { attributes, name } = open
    switch (rule.kind) {
      case 'scope':
        this.startScope(open, rule.scope)
        return
      case 'attachment':
        takeAttachment(this.target(), this.entry !== null, open, rule.role)
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
        takeCategory(this.target(), open, rule.scheme)
        break
      case 'link':
        if (readLink(attributes, open.base).href !== null) {
          takeLinkElement(this.target(), open, '', this.stack.length)
          return
        }
        break
    }
    if (attributes.has('href') && name.local === 'logo')
      claimText(this.target(), 'image', { value: joinUrl(open.base, attributes.get('href') ?? ''), rank: 0, depth: 0 })
    open.collector = newCollector(NO_ATTRIBUTES, 'text/plain')
  }

  private startScope(open: OpenElement, scope: Exclude<Scope, 'document' | 'person'>): void {
    const { attributes, name } = open
    const language = languageTag(attributes.get('xml:lang') ?? attributes.get('lang'))
    if (scope === 'root' || scope === 'feed') {
      if (this.format === 'unknown') this.format = name.local === 'rdf' ? 'rdf' : name.local === 'feed' ? 'atom' : 'rss'
      if (
        this.format === 'atom' &&
        (attributes.get(name.raw.includes(':') ? `xmlns:${name.raw.split(':')[0]}` : 'xmlns') ?? '')
          .trim()
          .toLowerCase() === ATOM_1
      )
        this.isAtom1 = true
      if (language) this.feed.language = language
    }
    if (scope === 'entry') {
      this.entry = newDraft()
      this.entry.language = language
      claimId(this.entry, { value: attributes.get('rdf:about') ?? '', rank: 1, depth: this.stack.length })
      const about = attributes.get('rdf:about') ?? ''
      if (isWebUrl(about)) claimUrl(this.entry, about, 4)
    }
    if (scope === 'image' && this.entry && open.scope === 'entry') open.scope = 'ignored'
    else open.scope = scope
    if (scope === 'entry' || scope === 'feed') takeCdfAttributes(this.target(), open)
  }

  private finish(closed: OpenElement, rule: FeedRule): void {
    const { collector } = closed
    const depth = this.stack.length
    if (rule.kind === 'scope') {
      if (rule.scope === 'entry') this.finishEntry()
      return
    }
    if (!collector) return
    if (collector.tooLong) this.context.issues.add('field-too-long', `<${closed.name.raw}> was cut`)
    if (rule.kind === 'markup') {
      const options = { base: closed.base, isAtom: this.format === 'atom', unwrapDiv: this.isAtom1 }
      claimMarkup(this.target(), rule.slot, { ...collected(collector, options), rank: rule.rank, depth })
      return
    }
    this.finishText(closed, rule, collector.pieces.join('').trim(), depth)
  }

  private finishText(closed: OpenElement, rule: FeedRule, value: string, depth: number): void {
    const draft = this.target()
    switch (rule.kind) {
      case 'date':
        if (value !== '' && draft.dates.length < 50)
          draft.dates.push({ slot: rule.slot, rank: rule.rank, found: value })
        return
      case 'text': {
        const isAddress = rule.slot === 'comments' || rule.slot === 'image'
        claimText(draft, rule.slot, {
          value: isAddress && value !== '' ? joinUrl(closed.base, value) : value,
          rank: rule.rank,
          depth,
        })
        return
      }
      case 'link':
        takeLinkElement(draft, closed, value, depth)
        return
      case 'id':
        takeIdElement(draft, closed, value, depth)
        return
      case 'category':
        takeCategoryText(draft, closed, rule, value)
        return
      case 'personPart':
        if (this.person && value !== '')
          this.person[rule.part] ||= rule.part === 'uri' ? joinUrl(closed.base, value) : value
        return
      case 'person':
        if (this.person && rule.slot === 'author') takePerson(draft, this.person, value)
        this.person = null
        return
    }
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
    return this.markup ?? this.stack.at(-1)?.collector ?? null
  }
}

function isEntry(rule: FeedRule): boolean {
  return rule.kind === 'scope' && rule.scope === 'entry'
}

/** Drawings and formulas keep the namespace that their root needs when they stand in a page. */
function inlineAttributes(name: ElementName, attributes: Attributes): Attributes {
  const namespace =
    name.canonical === 'svg:svg'
      ? 'http://www.w3.org/2000/svg'
      : name.canonical === 'mathml:math'
        ? 'http://www.w3.org/1998/Math/MathML'
        : null
  return namespace
    ? new Map([...attributes].filter(([key]) => key !== 'xmlns')).set(NAMESPACE_KEY, namespace)
    : attributes
}
