import { type Context, Hono } from 'hono'
import { html } from 'hono/html'
import { z } from 'zod'
import { KEY_ACCOUNT } from '../../store/accounts.ts'
import {
  READER_TEXTS,
  type ReaderChoice,
  type ReaderTexts,
  readerChoice,
  setReaderFolding,
} from '../../store/reader-choices.ts'
import {
  addReaderList,
  editReaderList,
  type ReaderList,
  raiseReaderList,
  readerLists,
  removeReaderList,
} from '../../store/reader-lists.ts'
import { accountOf } from '../account-of.ts'
import { formFields, formLimit, goOn } from '../accounts/form-fields.ts'
import { originOf } from '../feeds/origin.ts'
import { checkForm, formToken } from '../owner.ts'
import { listAsked, listPath, newListOf } from '../readers/list-of-address.ts'
import type { Site } from '../site.ts'
import { requireRole } from '../viewer.ts'
import { breadcrumb, type Html } from '../views/layout.ts'
import { type MessageKey, say } from '../views/messages.ts'
import { hiddenFields } from '../views/shape.ts'
import type { PageRoute } from './page.ts'

const PATH = '/reading'
/** New texts after which a story may come back: beyond, none ever would. */
const MAX_REOPEN = 100
/** Characters of a name or folder. */
const MAX_NAME = 200

const TEXTS_NAMES = {
  all: 'readingTextsAll',
  originals: 'readingTextsOriginals',
  none: 'readingTextsNone',
} as const satisfies Record<ReaderTexts, MessageKey>

/** GET /reading: how texts and stories stand in an account's reader apps, and which lists are feeds there. */
export const readingRoute: PageRoute = {
  path: PATH,
  asks: [],
  keepMs: 0,
  isPrivate: true,
  needs: 'reader',
  make: async (site, c) => {
    const user = await userOf(c, site)
    const [choice, lists] = await Promise.all([readerChoice(site.store, user), readerLists(site.store, user)])
    const title = say('readingTitle')
    const main = html`${breadcrumb([
      { name: say('home'), path: '/' },
      { name: say('accountTitle'), path: '/account' },
    ])}<h1>${title}</h1>
<p class="lede">${say('readingLead')}</p>
${foldingForm(site, choice)}
<section><h2>${say('readingLists')}</h2><p class="soft ui">${say('readingListsNote')}</p>
${lists.length === 0 ? '' : html`<ul class="sources ui">${lists.map((list, index) => listView(site, list, index))}</ul>`}
<form class="big stack ui" method="post" action="${PATH}/add">${hiddenFields({ token: formToken(site, 'reading') })}<label for="what">${say('readingAdd')}</label><input id="what" name="what" required maxlength="400" autocomplete="off" dir="auto" aria-describedby="what-note"><p id="what-note" class="soft">${say('readingAddNote')}</p><label for="folder">${say('sourcesFolder')}</label><input id="folder" name="folder" maxlength="${MAX_NAME}" autocomplete="off" dir="auto"><button>${say('add')}</button></form></section>`
    return { parts: { title, path: PATH, main, noIndex: true } }
  },
}

function foldingForm(site: Site, choice: ReaderChoice): Html {
  const texts = READER_TEXTS.map(
    (one) =>
      html`<label><input type="radio" name="texts" value="${one}"${one === choice.texts ? html` checked` : ''}> ${say(TEXTS_NAMES[one])}</label>`,
  )
  return html`<form class="big stack ui" method="post" action="${PATH}">${hiddenFields({ token: formToken(site, 'reading') })}<fieldset><legend>${say('readingTexts')}</legend>${texts}</fieldset>
<label><input type="checkbox" name="stories" value="1"${choice.stories ? html` checked` : ''}> ${say('readingStories')}</label>
<label for="reopen">${say('readingReopen')}</label><input id="reopen" name="reopen" type="number" min="0" max="${MAX_REOPEN}" value="${choice.reopenAfter}"><button>${say('editSave')}</button></form>`
}

function listView(site: Site, list: ReaderList, index: number): Html {
  const id = `list-${list.id}`
  return html`<li><h3><a href="${listPath(list).page}" dir="auto">${list.title}</a></h3>
<form class="stack" method="post" action="${PATH}/${list.id}">${hiddenFields({ token: formToken(site, 'reading') })}<label for="${id}-name">${say('editName')}</label><input id="${id}-name" name="title" value="${list.title}" maxlength="${MAX_NAME}" dir="auto"><label for="${id}-folder">${say('sourcesFolder')}</label><input id="${id}-folder" name="folder" value="${list.folder ?? ''}" maxlength="${MAX_NAME}" dir="auto"><p><button name="do" value="edit">${say('editSave')}</button> ${index === 0 ? '' : html`<button name="do" value="raise">${say('readingUp')}</button> `}<button name="do" value="remove">${say('remove')}</button></p></form></li>`
}

const Token = z.object({ token: z.string() })
const Name = z.string().trim().max(MAX_NAME)
const Folding = Token.extend({
  texts: z.enum(READER_TEXTS),
  stories: z.literal('1').optional(),
  reopen: z.coerce.number().int().min(0).max(MAX_REOPEN),
})
const NewList = Token.extend({ what: z.string().trim().min(1).max(2_000), folder: Name.default('') })
const Change = Token.extend({ do: z.enum(['edit', 'raise', 'remove']), title: Name, folder: Name })

/** What is posted on the page of reader apps. */
export function readingForms(site: Site): Hono {
  const app = new Hono()
  app.post(PATH, formLimit, async (c) => {
    const form = await formFields(c, Folding)
    const user = await checked(c, site, form.token)
    const folding = { texts: form.texts, stories: form.stories === '1', reopenAfter: form.reopen }
    await setReaderFolding(site.store, user, folding, site.now())
    return goOn(c, PATH)
  })
  app.post(`${PATH}/add`, formLimit, async (c) => {
    const form = await formFields(c, NewList)
    const user = await checked(c, site, form.token)
    // What names nothing else is searched for, as in the box on top of every page.
    const asked = listAsked(form.what, originOf(c, site.brand.baseUrl)) ?? { kind: 'search' as const, value: form.what }
    await addReaderList(site.store, user, await newListOf(site, asked, { folder: form.folder }))
    return goOn(c, PATH)
  })
  app.post(`${PATH}/:id{\\d{1,15}}`, formLimit, async (c) => {
    const form = await formFields(c, Change)
    const user = await checked(c, site, form.token)
    const id = Number(c.req.param('id'))
    if (form.do === 'remove') await removeReaderList(site.store, user, id)
    else if (form.do === 'raise') await raiseReaderList(site.store, user, id)
    else {
      const edit = { folder: form.folder || null, ...(form.title === '' ? {} : { title: form.title }) }
      await editReaderList(site.store, user, id, edit)
    }
    return goOn(c, PATH)
  })
  return app
}

async function checked(c: Context, site: Site, token: string): Promise<string> {
  requireRole(c, 'reader')
  checkForm(c, site, 'reading', token)
  return userOf(c, site)
}

/** The name that marks are kept under: an account's, or the key's. */
async function userOf(c: Context, site: Site): Promise<string> {
  return (await accountOf(c, site)) ?? KEY_ACCOUNT
}
