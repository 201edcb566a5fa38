import { Hono } from 'hono'
import { z } from 'zod'
import { ruleById } from '../../store/rules.ts'
import { changeRules, ruleOf, saveRule, switchRule } from '../lists/rules.ts'
import { checkForm } from '../owner.ts'
import type { Site } from '../site.ts'
import { requireEditor } from '../viewer.ts'
import { notFound } from './page.ts'
import { ruleWish } from './rule-fields.ts'

const Act = z.object({
  token: z.string(),
  do: z.enum(['save', 'remove', 'earlier', 'later', 'on', 'off']),
  sure: z.literal('on').optional(),
})

/** What the owner's pages about rules post. The bound on a form's bytes is the caller's. */
export function ruleFormRoutes(site: Site): Hono {
  const app = new Hono()
  app.post('/owner/rules/new', async (c) => {
    const form = await c.req.parseBody()
    requireEditor(c)
    const { token, sure } = Act.parse(form)
    checkForm(c, site, 'rule:new', token)
    const rule = await ruleOf(site, ruleWish(form, []))
    await saveRule(site, rule, { id: null, isSure: sure === 'on' })
    return c.redirect('/owner/rules', 303)
  })
  app.post('/owner/rules/:id{\\d{1,15}}', async (c) => {
    const form = await c.req.parseBody()
    requireEditor(c)
    const { token, sure, do: act } = Act.parse(form)
    const id = Number(c.req.param('id'))
    checkForm(c, site, `rule:${id}`, token)
    const rule = (await ruleById(site.store, id)) ?? notFound('rule', String(id))
    if (act === 'save') await saveRule(site, await ruleOf(site, ruleWish(form, [])), { id, isSure: sure === 'on' })
    else if (act === 'on' || act === 'off') await switchRule(site, rule, act === 'on')
    else await changeRules(site, id, act === 'remove' ? 'drop' : act)
    return c.redirect('/owner/rules', 303)
  })
  return app
}
