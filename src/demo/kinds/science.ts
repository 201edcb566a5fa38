import { lines, type StoryKind } from './story-kind.ts'

const find: StoryKind = {
  name: 'fossil-find',
  section: 'science',
  crumb: 'Earth',
  oRole: 'who led the dig for {institute}',
  cRole: 'palaeontologist, who took no part in the work',
  wRoles: ['a quarry worker', 'a pupil', 'a farmer', 'a preparator'],
  facts: (random) => ({
    lengthNumber: `${random.int(1, 9)}.${random.int(1, 9)}`,
    subject: 'the find in the quarry of {place}',
    topic: 'early life',
    animal: random.pick([
      "a swimming reptile with a swan's neck",
      'a beetle in amber with its shadow',
      'a giant newt',
      'a whale with hind feet',
      'a bird with teeth',
      'an armoured fish',
    ]),
    age: `${random.int(31, 390)} million`,
    length: '{lengthNumber} metres',
    bones: String(random.int(40, 260)),
    species: `${random.pick(['Skarno', 'Velda', 'Sorrelo', 'Marro', 'Castrelo'])}${random.pick(['saurus', 'ichthys', 'cetus', 'ornis', 'therium'])} ${random.pick(['mirabilis', 'vagans', 'ellerensis', 'tardus'])}`,
    layer: String(random.int(3, 22)),
  }),
  title: {
    arrive: lines(`[Quarry near|In a quarry at] {place} [gives up|yields] {animal}
      {animal}, {age} years old, [found|dug out] near {place}
      {species}: [new species|unknown animal] from {place} [named|described]`),
    develop: lines(`[Stomach|Last meal] of {species} [read|found]
      [Dating|Age] of {place} [find|fossil] [questioned|doubted]
      [A second|Another] skeleton [lies|found] in {place} [quarry|clay]`),
    follow: lines(`{species} [goes on show|on display] [in|at] {place}
      [New dates|Ash layer] [settle|settles] age of {place} [find|fossil]
      [Quarry|Dig] at {place} to [become|be] protected`),
  },
  lead: {
    arrive:
      lines(`[Researchers from|A team from] {institute} have [found|unearthed] {animal} in a quarry near {place}, {age} years old and {length} long, [they reported|they wrote] on {today}.
      {animal}, [preserved|kept in clay] for {age} years, [came to light|has been dug out] near {place}, {institute} [announced|said] on {today}.
      [It had no name|Until {today} it had no name]: {species}, {animal}, {length} from [end to end|nose to tail], was [described|presented] [by|at] {institute}.`),
    develop:
      lines(`[Inside|Between the ribs of] {species} from {place} lie [the remains of|scales from] its last meal, [scans show|X-ray pictures shown] on {today}.
      [Is it|Can the find be] {age} years old? [A geologist|Another group] [raised|voiced] doubts on {today} about the [age|layer] of the animal from {place}.
      A second [skeleton|animal] [like|of the kind of] {species} [lies|has turned up] [only|just] {#4-40} metres from the first in {place}, {institute} said on {today}.`),
    follow: lines(`{species} [can be seen|is on show] in {place} [from|since] {today}.
      [Volcanic ash|A thin layer of ash] [settles|ends] the [quarrel|dispute] over the age of {species}: {age} years, [give or take|with an error of] {#1-3} percent, {institute} [reported|said] on {today}.
      The quarry near {place} where {species} was found [is to be|will be] [protected|left to research], [the region|the ministry] [decided|said] on {today}.`),
  },
  detail: {
    arrive:
      lines(`[A digger driver|The driver of an excavator] [saw|noticed] [a row of dark spots|a bone] in layer {layer} and [switched off the engine|called the museum].
      {bones} bones were [numbered|drawn], [cast in plaster|wrapped in plaster] and [carried|driven] [away|to {institute}] [under blankets|before the frost].
      [The skull|Its skull] is [crushed|flat as a plate], [but|yet] the [ear bones|teeth] are [whole|complete].
      [The study|The paper] [appears|came out] in the [yearbook|journal] of {institute} and was [checked|reviewed] by {#2-4} [outsiders|colleagues from abroad].
      [Then|At that time], {place} lay [under a warm sea|on the shore of a lagoon], [far|some {#9-40} degrees] [south|nearer to the equator].`),
    develop:
      lines(`[Squid hooks|Fish scales], {#40-300} of them, [lay|were counted] [where the stomach was|below the ribs].
      [The doubt|Criticism] [rests|turns] on [a fault|a fold] that [shifts|moved] layer {layer} [by metres|upward].
      [The scans|Scanning] [took|lasted] {#20-90} hours [in a hospital|at night], [between patients|by courtesy of the clinic].
      [If it holds|Should this be right], [the family|its family] [is|would be] {#3-14} million years [older|younger] [than thought|than in the books].`),
    follow:
      lines(`[Visitors|People] [may touch|can touch] [a cast|a copy of the jaw]; [the original|the real one] [rests|lies] [in the dark|behind glass].
      [Crystals|Zircons] [the size of|as small as] [dust|flour] [give|gave] [the age|the date], [measured|counted] in two [laboratories|places].
      [The owner|The quarry's owner] [gets|receives] [another field|land] [in exchange|instead].
      [School classes|Classes] [will dig|may dig] [in the spoil|in the heap] [on Saturdays|once a month].`),
  },
  background:
    lines(`The clay [near|of] {place} has [given up|yielded] fossils since [a brickmaker|a priest] [showed|sent] [the first ones|a tooth] to {institute} in {#1838-1896}.
    [Of all animals|Of what lived], [fewer than one in a million|hardly any] [become|turns to] stone; [it takes|one needs] [mud|quick burial], [no air|still water] and [luck|much time].
    [New species|A new species] [are|is] [described|named] [each day|daily] somewhere, [most|mostly] [insects|beetles]; [a vertebrate of this size|one so large] [is rare|comes once in years].
    [Age is read|Dating works] from [ash|crystals in ash] [above and below|around the layer], [never|not] from [the bone itself|the bones].`),
  official: lines(`[I have dug for|I waited] {#16-38} years [for a hand|for this]. [It waved|Here it is]
    [It is not the biggest|Others are bigger]. [It is the most complete|None is so whole]
    [We know how it swam|How it moved we know]. [How it sounded, we can only dream|The voice we must imagine]`),
  critic:
    lines(`[A fine animal|A beautiful find] and [a careful paper|honest work]. [The age I would put in pencil|I would wait with the date]
    [One skeleton|A single animal] is [an anecdote|a sentence]; [two are a story|I want the chapter]
    [The family tree|Every family tree] [will need|needs] [an eraser|a new branch]`),
  witness: lines(`[I thought it was a drainpipe|A drainpipe, I thought]. [Drainpipes have no teeth|Then it grinned]
    [My field|My potatoes] [lies above|grow on] [the ribs|its tail]. [They taste the same|I dig with respect now]
    [You brush|One brushes] [for a week|for days] [and a rib appears|for one finger]. [I love it|It is like slow Christmas]`),
}

const vaccine: StoryKind = {
  name: 'medical-trial',
  section: 'science',
  crumb: 'Health',
  oRole: 'who heads the study at {institute}',
  cRole: 'statistician, not involved in the study',
  wRoles: ['a participant', 'a family doctor', 'a pharmacist', 'a study nurse'],
  facts: (random) => ({
    subject: 'the trial of {drug}',
    topic: 'new medicines',
    drug: `${random.pick(['Norva', 'Celo', 'Quilli', 'Tama', 'Osti', 'Brio'])}${random.pick(['mab', 'vax', 'stat', 'pril', 'dine'])}`,
    illness: random.pick([
      'marsh fever',
      'night cough',
      "weaver's lung",
      'harbour flu',
      'stiff-joint disease',
      'early hearing loss',
    ]),
    people: `${random.int(1, 19)},${random.int(100, 999)}`,
    effect: `${random.int(28, 81)} percent`,
    months: String(random.int(6, 30)),
    side: random.pick(['headaches', 'a rash', 'sore arms', 'vivid dreams', 'a metallic taste']),
  }),
  title: {
    arrive: lines(`{drug} [cuts|lowers] {illness} by {effect} in [trial|study] of {people}
      [Hope against|New remedy for] {illness}: {drug} [works in|passes] [large test|trial]
      {people} people, {months} months: [what {drug} can do|the {drug} study]`),
    develop: lines(`[Experts|Statisticians] [ask|want to see] [raw data|the tables] of {drug} [trial|study]
      [Side effects|Cases of {side}] [under review|counted] in {drug} [study|trial]
      {drug}: [agency|regulator] [opens|starts] [fast review|its check]`),
    follow: lines(`{drug} [approved|allowed] in {country} [against|for] {illness}
      [First patients|First doses]: {drug} [reaches|comes to] {place}
      [The price of|Who pays for] {drug}[?| against {illness}]`),
  },
  lead: {
    arrive:
      lines(`{drug} [lowered|cut] the number of cases of {illness} by {effect} in a trial with {people} people, {institute} [reported|announced] on {today}.
      [A new medicine|A remedy] against {illness} has [passed|come through] its [largest|hardest] test: {drug} [helped|worked], with {effect} fewer cases [over|in] {months} months, [a study says|researchers said on {today}].
      {people} people [took|swallowed or were injected] {drug} or [a dummy|nothing but sugar] for {months} months, [not knowing which|blind to which]; on {today} {institute} [opened|lifted] the [envelope|lid].`),
    develop:
      lines(`[Independent statisticians|Outside experts] [asked|called] on {today} for the [full|raw] figures of the {drug} trial.
      Reports of {side} in the {drug} trial are [being counted again|under review], {institute} [said|confirmed] on {today}.
      The medicines agency of {country} [began|opened] a [fast|shortened] review of {drug} on {today}.`),
    follow:
      lines(`{drug} [may be prescribed|is approved] in {country} against {illness}, the medicines agency [decided|said] on {today}.
      [The first patients|Patients] in {place} [got|received] {drug} on {today}.
      [Who will pay|It is open who pays] for {drug}? [Insurers and maker|The maker and the health funds] [met|sat down] on {today}.`),
  },
  detail: {
    arrive:
      lines(`[In the treated group|With the medicine], {#11-60} [fell ill|caught it]; [in the other|with the dummy], {#70-190}.
      [The most common complaint|What troubled most] was {side}, [in|with] one of {#8-30} people, [gone|over] [within a day|in two days].
      [Half|Over half] of those [tested|who took part] were [women|over sixty], [which|and that] [is unusual|makes the result broader].
      [The effect|Protection] [fades|weakens] [after|from] month {#4-9}; [a second dose|a booster] [is being tested|restores it].
      [The study|It] [was paid by|cost] {#4-60} million crowns, [half|a part] [public|from the state].`),
    develop:
      lines(`[The difference|What matters] [hangs|rests] on {#4-14} [cases|people] [counted late|whose tests were late].
      [The safety board|A board of five] [met|sat] [twice|for a day] and [saw|found] no reason to [stop|halt].
      [The review|It] [should take|is to last] {#40-150} days [instead of|and not] the usual [year|three hundred].
      [A plain table|The table] [would answer|answers] [more than|what] [a press release|no headline can], [one expert wrote|it was said].`),
    follow:
      lines(`[A course|Treatment] [costs|is priced at] {#90-900} crowns; [the maker|the firm] [asked|had wanted] [double|twice that].
      [Clinics|Hospitals] [have|hold] {#2-20},000 doses, [enough|which lasts] [for the winter|until spring].
      [Older people|The over-seventies] [come first|are first in line], [then|followed by] [carers|those with weak lungs].
      [Doctors|Family doctors] [must report|are asked to report] [each case|all cases] of {side} [for two years|online].`),
  },
  background:
    lines(`{illness} [affects|troubles] [about|some] {#12-95},000 people in {country} [a year|each winter]; [most recover|it is seldom fatal], [but|though] [work is lost|one in {#9-40} goes to hospital].
    [Of ten medicines|Nine of ten medicines] that [enter|reach] a [first|human] test, [one|one alone] [reaches|comes into] [the pharmacy|use].
    [Blind trials|Blinding] [guard|protect] against [hope|wishful counting]: [neither doctor nor patient|nobody in the room] [knows|may know] [who gets what|the code].
    [The idea|The root of {drug}] [came from|goes back to] [a moss|a frog|a mould] [collected|noticed] near {place} in {#1974-2011}.`),
  official:
    lines(`[It is not a miracle|No miracle]. It is [{effect}|a number], and [a number is what we wanted|I sleep better with it]
    [I did not know the code|The code was in a safe]. [My hands shook|I opened it with a butter knife]
    [We publish all of it|Every table goes online], [also what did not work|also the dull ones]`),
  critic: lines(`[The effect|It] [looks real|is likely real]. [Its size|How large], [I would not bet on|let us see]
    [Relative numbers|Percentages] [flatter|shine]. [Tell me|Say] how many [must be treated|get it] for [one to benefit|one saved bed]
    [A trial that ends early|Short trials] [tends to|often] [smile|look better than it is]`),
  witness: lines(`[I bet on sugar|I was sure I had sugar], and [I lost|I was wrong]
    [My patients ask daily|They ask every day]. [Now I have an answer with digits|I can say something at last]
    [They took|It was] {#9-30} [tubes of blood|visits]. [The biscuits were good|I knew the tram by heart]`),
}

/** Science: nature, medicine, space. */
export const SCIENCE: readonly StoryKind[] = [find, vaccine]
