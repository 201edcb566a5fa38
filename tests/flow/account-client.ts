import assert from 'node:assert/strict'

/** A page as a reader without a script has it. */
export type Got = { status: number; html: string; location: string | null; headers: Headers }

/** A browser without scripts: keeps cookies, follows nothing by itself, posts the forms that pages have. */
export function createClient(url: string, agent = 'Test browser') {
  const cookies = new Map<string, string>()
  const send = async (path: string, init: RequestInit = {}): Promise<Got> => {
    const headers = new Headers(init.headers)
    headers.set('user-agent', agent)
    if (cookies.size > 0) headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '))
    const response = await fetch(new URL(path, url), { redirect: 'manual', ...init, headers })
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      const cut = pair.indexOf('=')
      if (/max-age=0/i.test(line)) cookies.delete(pair.slice(0, cut))
      else cookies.set(pair.slice(0, cut), pair.slice(cut + 1))
    }
    return {
      status: response.status,
      html: await response.text(),
      location: response.headers.get('location'),
      headers: response.headers,
    }
  }
  const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
    send(path, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { origin: new URL(url).origin, 'sec-fetch-site': 'same-origin', ...headers },
    })
  return {
    cookies,
    get: (path: string, headers: Record<string, string> = {}) => send(path, { headers }),
    send,
    post,
    /** Opens a page and posts its form for `action`, the hidden fields as they stand there. */
    submit: async (page: string, action: string, fields: Record<string, string> = {}) => {
      const { html } = await send(page)
      return post(action, { ...hiddenFields(html, action), ...fields })
    },
    signIn: async (name: string, password: string) => {
      const { html } = await send('/sign-in')
      return post('/sign-in', { ...hiddenFields(html, '/sign-in'), name, password })
    },
  }
}

export type Client = ReturnType<typeof createClient>

/** Hidden fields of the first form that posts to `action`. */
export function hiddenFields(html: string, action: string): Record<string, string> {
  const form = html.split('<form').find((part) => part.includes(`action="${action}"`))
  assert.ok(form, `no form posts to ${action}`)
  const inputs = (form.split('</form>')[0] ?? '').matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)
  return Object.fromEntries([...inputs].map(([, name, value]) => [name!, plainText(value!)]))
}

function plainText(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}
