import { html, raw } from 'hono/html'
import { may, type Viewer } from '../viewer.ts'
import type { Html } from './layout.ts'
import { type MessageKey, say } from './messages.ts'

/** One of the pages by which a site is run: its address, its name, what it is for, and whose it is. */
export type OwnerPage = { path: string; name: MessageKey; about: MessageKey; needs: 'editor' | 'owner' }

/** All of them, in the order of the navigation between them. */
export const OWNER_PAGES: readonly OwnerPage[] = [
  { path: '/owner', name: 'ownerFrontTitle', about: 'ownerFrontTitle', needs: 'editor' },
  { path: '/sources', name: 'sourcesTitle', about: 'sourcesAbout', needs: 'editor' },
  { path: '/owner/import', name: 'importTitle', about: 'importAbout', needs: 'editor' },
  { path: '/owner/choices', name: 'choicesTitle', about: 'choicesAbout', needs: 'editor' },
  { path: '/owner/rules', name: 'rulesTitle', about: 'rulesAbout', needs: 'editor' },
  { path: '/owner/notes', name: 'notesTitle', about: 'notesAbout', needs: 'editor' },
  { path: '/owner/people', name: 'peopleTitle', about: 'peopleAbout', needs: 'owner' },
  { path: '/owner/jobs', name: 'jobsTitle', about: 'jobsAbout', needs: 'editor' },
  { path: '/owner/doctor', name: 'doctorTitle', about: 'doctorAbout', needs: 'owner' },
  { path: '/owner/backup', name: 'backupTitle', about: 'backupAbout', needs: 'owner' },
]

/** The way between the owner's pages, for who may see more than one; nothing for readers. */
export function ownerNav(viewer: Viewer, current: string): Html | string {
  if (!viewer.mayEdit) return ''
  const pages = OWNER_PAGES.filter(({ needs }) => may(viewer, needs))
  return html`<nav class="filters ui" aria-label="${say('ownerNav')}"><p>${pages.map(({ path, name }) => html`<a href="${path}"${path === current ? raw(' aria-current="page"') : ''}>${say(name)}</a> `)}</p></nav>`
}
