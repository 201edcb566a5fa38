/**
 * Makes weights for the name tagger from labelled text, says whether every byte is as in tag-recipe.json, and whether they are those that ship.
 * node bench/tag-recipe.ts DATA PACKAGES OUT [STEP...]
 * DATA: the labelled files that tag-recipe.json names; PACKAGES: a node_modules folder with the packages it names; OUT: a folder for what is made.
 * Steps: sentences, reports, base, names, blindBase, blind (WikiGold left out), confidence; all of them where none is named. Run from the project's folder.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import recipe from './tag-recipe.json' with { type: 'json' }

type Step = keyof typeof recipe.steps
/** `weights`: the model of an earlier step that this one tags with; `hash`: SHA-256 of the file that it makes. */
type RecipeStep = { file: string; run: string[]; weights?: string; hash: string }

/** Invented sentences and reports are about 2 MB. */
const MOST_PRINTED_BYTES = 64 << 20

const [data, packages, out, ...named] = process.argv.slice(2)
if (!data || !packages || !out) throw new Error('usage: tag-recipe.ts DATA PACKAGES OUT [STEP...]')
mkdirSync(out, { recursive: true })
let wrong = 0
for (const [file, hash] of Object.entries(recipe.inputs)) compare(join(data, file), hash)
for (const [name, version] of Object.entries(recipe.packages)) compareVersion(name, version)
if (wrong > 0) throw new Error(`${wrong} of the inputs are not those of the recipe: nothing was made`)
for (const step of stepsAsked()) make(step)
for (const [step, { file, hash }] of Object.entries(recipe.ships)) {
  const made = recipe.steps[step as Step].hash // a step that ships is one of the steps
  process.stdout.write(`${file}: ${made === hash ? 'what the recipe makes' : 'made in another way: other bytes'}\n`)
}
process.exitCode = wrong > 0 ? 1 : 0

function stepsAsked(): Step[] {
  const all = Object.keys(recipe.steps) as Step[] // the keys of a JSON file that is part of the program
  const unknown = named.filter((name) => !all.some((step) => step === name))
  if (unknown.length > 0) throw new Error(`no such step: ${unknown.join(', ')}; there are ${all.join(', ')}`)
  return named.length > 0 ? all.filter((step) => named.includes(step)) : all
}

/** Runs a step's program; what it prints is kept where it writes no file itself. */
function make(step: Step): void {
  const { file, run, weights, hash }: RecipeStep = recipe.steps[step]
  const path = join(out!, file)
  const [program = '', ...words] = run.map(placed)
  const { status, stdout } = spawnSync(
    process.execPath,
    [...(weights ? ['--import', './bench/tag-other-weights.ts'] : []), join('bench', program), ...words],
    {
      env: { ...process.env, ...(weights ? { NAME_WEIGHTS: join(out!, weights) } : {}) },
      maxBuffer: MOST_PRINTED_BYTES,
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  if (status !== 0) throw new Error(`step ${step} ended with ${status}`)
  if (!words.includes('--out')) writeFileSync(path, stdout)
  compare(path, hash)
}

/** A word of the recipe, its folder put in. */
function placed(word: string): string {
  return word
    .replace(/^DATA\//, `${data}/`)
    .replace(/^OUT\//, `${out}/`)
    .replace(/^PACKAGES$/, packages!)
}

function compare(path: string, hash: string): void {
  const found = createHash('sha256').update(readFileSync(path)).digest('hex')
  if (found !== hash) wrong++
  process.stdout.write(`${path}: ${found === hash ? 'as in the recipe' : `${found}, not ${hash}`}\n`)
}

function compareVersion(name: string, version: string): void {
  const found: unknown = JSON.parse(readFileSync(join(packages!, name, 'package.json'), 'utf8'))
  if ((found as { version?: string }).version === version) return // a package.json is an object
  wrong++
  process.stdout.write(`${name}: not version ${version}\n`)
}
