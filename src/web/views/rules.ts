import { html, raw } from 'hono/html'
import type { ArticleCard, ArticleDetail } from '../../model/card.ts'
import { RULE_FIELDS, RULE_STATES, type RuleActions, type RuleLook } from '../../model/rule.ts'
import { SECTIONS } from '../../model/tag.ts'
import type { EpochMs } from '../../model/time.ts'
import type { ArticleRules } from '../../store/rulings.ts'
import { hitsAll, type RuleWish } from '../lists/rules.ts'
import type { Html } from './layout.ts'
import { articlePath } from './links.ts'
import { listed, say, sectionName } from './messages.ts'
import { phrase } from './phrases.ts'
import { languageAttributes, marksView } from './rows.ts'
import { timeTag } from './times.ts'

/** What a rule does, part by part. */
export function ruleDoes(actions: RuleActions, isLast: boolean): string[] {
  const names = (tags: RuleActions['addTags']) => listed(tags.map((tag) => tag.name))
  return [
    ...(actions.hide ? [say('ruleHides')] : []),
    ...(actions.section === null ? [] : [say('ruleMoves', { section: sectionName(actions.section) })]),
    ...(actions.mark === null ? [] : [say('ruleMarks', { mark: actions.mark })]),
    ...(actions.addTags.length === 0 ? [] : [say('rulePuts', { tags: names(actions.addTags) })]),
    ...(actions.takeTags.length === 0 ? [] : [say('ruleTakes', { tags: names(actions.takeTags) })]),
    ...(isLast ? [say('ruleStops')] : []),
  ]
}

/** Which rules touched an article, for those who may change them; nothing where none did. */
export function articleRules(article: ArticleDetail, { rules, hides, byHand }: ArticleRules): Html | string {
  if (rules.length === 0) return ''
  const links = rules.map(
    ({ id, name }, at) => html`${at > 0 ? ', ' : ''}<a href="/owner/rules/${id}"><bdi>${name}</bdi></a>`,
  )
  const from = article.movedFrom === null ? '' : say('ruledFrom', { section: sectionName(article.movedFrom) })
  const hand = byHand === null ? '' : byHand ? say('ruledHand') : hides ? say('ruledHides') : ''
  return html`<p class="soft ui" data-rules>${phrase('ruledBy', { rules: html`${links}` })} ${from} ${hand}</p>`
}

/** What a condition may be built of beside its text form. */
export const BUILT_OF = [...RULE_FIELDS, 'text', 'title', 'is', 'words', 'age'] as const
/** Conditions that can be built at once; more after the next look. */
export const BUILT_AT_ONCE = 3
/** Characters of a label. */
export const MAX_MARK = 40

/** The form of a rule: asks the same page to look first. */
export function ruleForm(wish: RuleWish, path: string): Html {
  const tick = (name: string, isOn: boolean, text: string) =>
    html`<p><label><input type="checkbox" name="${name}" value="on"${isOn ? raw(' checked') : ''}> ${text}</label></p>`
  const option = (value: string, text: string, isChosen: boolean) =>
    html`<option value="${value}"${isChosen ? raw(' selected') : ''}>${text}</option>`
  const { actions } = wish
  const rows = Array.from(
    { length: BUILT_AT_ONCE },
    (_, at) =>
      html`<p class="sift"><select name="field" aria-label="${say('ruleBuildField', { n: at + 1 })}">${BUILT_OF.map((field) => option(field, say(`rule-${field}`), false))}</select> <select name="how" aria-label="${say('ruleBuildHow', { n: at + 1 })}">${option('is', say('ruleIs'), true)}${option('not', say('ruleIsNot'), false)}</select> <input name="value" maxlength="300" aria-label="${say('ruleBuildValue', { n: at + 1 })}"></p>`,
  )
  return html`<form class="big ui rule" method="get" action="${path}"><input type="hidden" name="look" value="1">
<label for="name">${say('ruleName')}</label><input id="name" name="name" maxlength="120" value="${wish.name}">
<fieldset><legend>${say('ruleIf')}</legend>
<p><label><input type="radio" name="match" value="all"${wish.match === 'all' ? raw(' checked') : ''}> ${say('ruleAll')}</label> <label><input type="radio" name="match" value="any"${wish.match === 'any' ? raw(' checked') : ''}> ${say('ruleAny')}</label></p>
<label for="query">${say('ruleQuery')}</label><textarea id="query" name="query" rows="3" maxlength="4000" spellcheck="false">${wish.query}</textarea>
<details><summary>${say('ruleBuild')}</summary>${rows}</details>
<details><summary>${say('ruleHelpTitle')}</summary>${helpView()}</details></fieldset>
<fieldset><legend>${say('ruleThen')}</legend>
${tick('hide', actions.hide, say('ruleDoHide'))}
<label for="section">${say('ruleDoMove')}</label><select id="section" name="section">${option('', say('ruleDoNotMove'), actions.section === null)}${[...SECTIONS, 'not_news' as const].map((section) => option(section, sectionName(section), section === actions.section))}</select>
<label for="mark">${say('ruleDoMark')}</label><input id="mark" name="mark" maxlength="${MAX_MARK}" value="${actions.mark ?? ''}">
<label for="add">${say('ruleDoPut')}</label><input id="add" name="add" maxlength="1000" value="${actions.addTags.join(', ')}">
<label for="take">${say('ruleDoTake')}</label><input id="take" name="take" maxlength="1000" value="${actions.takeTags.join(', ')}">
${tick('last', wish.isLast, say('ruleDoStop'))}</fieldset>
${tick('on', wish.isOn, say('ruleOn'))}
<button>${say('lookFirst')}</button></form>`
}

/** How conditions are written, each with what it asks. */
function helpView(): Html {
  const lines = [
    ['ferry', say('ruleHelpWord')],
    ['"title race"', say('ruleHelpPhrase')],
    ['harb*', say('ruleHelpBegins')],
    ['title:ferry title:"title race"', say('ruleHelpHeadline')],
    ['source:courier.example host:courier.example folder:Papers', say('ruleHelpSource')],
    ['section:sports lang:de tag:karelin', say('ruleHelpFiled')],
    ['author:"Ilse Varga" url:https://courier.example/sponsored/', say('ruleHelpAuthor')],
    ['is:copy', say('ruleHelpState', { states: RULE_STATES.join(', ') })],
    ['words:<200 words:>2000', say('ruleHelpWords')],
    ['age:>30', say('ruleHelpAge')],
    ['-is:copy', say('ruleHelpNot')],
  ]
  return html`<dl>${lines.map(([written, asks]) => html`<dt><code>${written}</code></dt><dd>${asks}</dd>`)}</dl>`
}

/** What a rule would hit, and the form that saves it. */
export function ruleLookView(
  { looked, hits }: RuleLook,
  articles: readonly ArticleCard[],
  asked: { path: string; fields: readonly Html[]; now: EpochMs },
): Html {
  const isAll = hitsAll({ looked, hits, ids: [] })
  const sure = html`<p class="reason" role="alert">${say('ruleHitsAll')}</p><p><label><input type="checkbox" name="sure" value="on" required> ${say('ruleSure')}</label></p>`
  return html`<section id="look"><h2>${say('ruleLook')}</h2><p>${looked === 0 ? say('ruleLookedNone') : say('ruleLooked', { n: hits, looked })}</p>
${hitArticles(articles, asked.now)}
<form class="big ui" method="post" action="${asked.path}">${asked.fields}${isAll ? sure : ''}<button name="do" value="save">${say('ruleSave')}</button></form></section>`
}

/** Articles that a rule hits, newest first; nothing where there is none. */
export function hitArticles(articles: readonly ArticleCard[], now: EpochMs): Html | string {
  if (articles.length === 0) return ''
  return html`<ul class="hits ui">${articles.map((article) => html`<li><a href="${articlePath(article.key)}"${languageAttributes(article.language)}>${article.title}</a>${marksView(article)} <span class="soft"><bdi>${article.sourceTitle ?? article.owner}</bdi> · ${timeTag(article.publishedMs, now)}</span></li>`)}</ul>`
}
