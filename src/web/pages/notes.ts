import { html, raw } from 'hono/html'
import { MAX_NOTE, MAX_NOTE_TITLE, type Note } from '../../model/note.ts'
import { SECTIONS } from '../../model/tag.ts'
import { listNotes, noteById } from '../../store/notes.ts'
import { formToken } from '../owner.ts'
import { pictureLinks } from '../pictures/picture-address.ts'
import type { Site } from '../site.ts'
import { bodyView } from '../views/blocks.ts'
import { breadcrumb, type Html } from '../views/layout.ts'
import { articlePath, notePath } from '../views/links.ts'
import { say, sectionName } from '../views/messages.ts'
import { ownerNav } from '../views/owner-pages.ts'
import { timeTag } from '../views/times.ts'
import { notFound, type PageRoute } from './page.ts'

/** Notes on one page: the last changed ones. */
const SHOWN = 200

/** GET /owner/notes: what was written here, last changed first, and a form for the next. Owners' and editors' alone. */
export const notesRoute: PageRoute = {
  path: '/owner/notes',
  asks: [],
  keepMs: 0,
  needs: 'editor',
  make: async (site, _c, viewer) => {
    const notes = await listNotes(site.store, SHOWN)
    const list =
      notes.length === 0
        ? html`<p class="empty">${say('notesNone')}</p>`
        : html`<ul class="sources ui">${notes.map((note) => row(note, site.now()))}</ul>`
    const main = html`<h1>${say('notesTitle')}</h1>${ownerNav(viewer, '/owner/notes')}<p class="soft ui lede">${say('notesLead')}</p>
<section><h2>${say('noteNew')}</h2>${noteForm(site, null)}</section><section><h2>${say('notesWritten')}</h2>${list}</section>`
    return { parts: { title: say('notesTitle'), path: '/owner/notes', main, noIndex: true } }
  },
}

/** GET /owner/notes/ID: one note as it would be read, and the form that changes it. */
export const noteRoute: PageRoute = {
  path: '/owner/notes/:id{\\d{1,15}}',
  asks: [],
  keepMs: 0,
  needs: 'editor',
  make: async (site, c) => {
    const id = c.req.param('id') ?? ''
    const note = (await noteById(site.store, Number(id))) ?? notFound('note', id)
    const way = breadcrumb([
      { name: say('home'), path: '/' },
      { name: say('notesTitle'), path: '/owner/notes' },
    ])
    const main = html`${way}<p class="meta">${stateView(note, site.now())}</p><h1 dir="auto">${note.title}</h1><div class="body" dir="auto">${bodyView(note.blocks, '', [], pictureLinks(site))}</div>
<section><h2>${say('noteChange')}</h2>${noteForm(site, note)}</section>`
    return { parts: { title: note.title, path: notePath(note.id), main, noIndex: true } }
  },
}

function row(note: Note, nowMs: number): Html {
  return html`<li><h2><a href="${notePath(note.id)}" dir="auto">${note.title}</a></h2><p class="meta">${stateView(note, nowMs)}</p></li>`
}

/** How a note stands with readers, and the way to what they see. */
function stateView(note: Note, nowMs: number): Html {
  const isAhead = note.state === 'published' && note.publishedMs !== null && note.changedMs > note.publishedMs
  const shown =
    note.state === 'published' && note.articleKey !== null
      ? html` · <a href="${articlePath(note.articleKey)}">${say('noteShown')}</a>`
      : ''
  return html`${say(`note${note.state}`)} · ${timeTag(note.changedMs, nowMs)}${isAhead ? html` · ${say('noteAhead')}` : ''}${shown}`
}

function noteForm(site: Site, note: Note | null): Html {
  const action = note === null ? '/owner/notes' : notePath(note.id)
  const sections = SECTIONS.map(
    (section) =>
      html`<option value="${section}"${note?.section === section ? raw(' selected') : ''}>${sectionName(section)}</option>`,
  )
  const button = (wish: string, label: string) => html`<button name="do" value="${wish}">${label}</button> `
  const isPublished = note?.state === 'published'
  return html`<form class="big write ui" method="post" action="${action}"><input type="hidden" name="token" value="${formToken(site, `note:${note?.id ?? 'new'}`)}">
<label for="title">${say('noteTitle')}</label><input id="title" name="title" required maxlength="${MAX_NOTE_TITLE}" dir="auto" value="${note?.title ?? ''}">
<label for="markdown">${say('noteText')}</label><textarea id="markdown" name="markdown" required maxlength="${MAX_NOTE}" rows="14" dir="auto" aria-describedby="markdown-note">
${note?.markdown ?? ''}</textarea><p class="soft" id="markdown-note">${say('noteTextNote')}</p>
<label for="section">${say('noteSection')}</label><select id="section" name="section"><option value="">${say('noteSectionOwn')}</option>${sections}</select>
<label for="tags">${say('noteTags')}</label><input id="tags" name="tags" maxlength="1300" value="${note?.tags.join(', ') ?? ''}">
<p>${button('save', say('noteSave'))}${button('publish', say(isPublished ? 'notePublishChange' : 'notePublish'))}${isPublished ? button('withdraw', say('noteWithdraw')) : ''}</p></form>`
}
