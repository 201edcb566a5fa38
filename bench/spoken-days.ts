import { LATER_SPOKEN_DAYS } from '../src/text/later-spoken-days-samples.ts'
import { resolveDay } from '../src/text/resolve-day.ts'
import { spokenDays } from '../src/text/spoken-days.ts'
import { SPOKEN_DAYS, WRITTEN_MS } from '../src/text/spoken-days-samples.ts'

// Question: of the invented sentences in ten languages, how many days are found and resolved right?
let [right, given, wanted] = [0, 0, 0]
for (const [language, first] of Object.entries(SPOKEN_DAYS)) {
  const samples = [...first, ...(LATER_SPOKEN_DAYS[language] ?? [])]
  let own = 0
  for (const [text, days] of samples) {
    const found = spokenDays(text, language).flatMap(({ said }) => resolveDay(said, WRITTEN_MS)?.iso ?? [])
    const meant = days.split(',')
    given += found.length
    wanted += meant.length
    right += meant.filter((day) => found.includes(day)).length
    if (found.join() === days) own++
    else process.stdout.write(`${language}  ${text}  gave ${found.join(', ') || 'nothing'}, not ${days}\n`)
  }
  process.stdout.write(`${language} ${own} of ${samples.length}\n`)
}
process.stdout.write(`precision ${(right / given).toFixed(3)} recall ${(right / wanted).toFixed(3)} of ${wanted}\n`)
