import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isSamePerson, readPerson } from './person.ts'

test('name and mail are found in every order', () => {
  const both = { name: 'Ode Varn', email: 'ode+desk@news.example', uri: null }
  for (const line of [
    'Ode Varn (ode+desk@news.example)',
    'ode+desk@news.example (Ode Varn)',
    'Ode Varn <ode+desk@news.example>',
    ' ode+desk@news.example  Ode Varn',
  ]) {
    assert.deepEqual(readPerson(line), both, line)
  }
  assert.deepEqual(readPerson('Ode Varn'), { name: 'Ode Varn', email: null, uri: null })
  assert.deepEqual(readPerson('ode@news.example'), { name: null, email: 'ode@news.example', uri: null })
  assert.equal(readPerson('  '), null)
})

test('two mentions are one person when they share something and contradict in nothing', () => {
  const named = { name: 'Ode', email: null, uri: null }
  assert.equal(isSamePerson(named, { name: 'Ode', email: 'o@a.example', uri: null }), true)
  assert.equal(
    isSamePerson({ ...named, email: 'x@a.example' }, { name: 'Ode', email: 'o@a.example', uri: null }),
    false,
  )
  assert.equal(isSamePerson(named, { name: null, email: 'o@a.example', uri: null }), false)
})
