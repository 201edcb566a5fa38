import type { Section } from '../model/tag.ts'
import { lines } from './kinds/story-kind.ts'

/** Something that comes back every week at its hour: nothing in it is news. `weekday` 0 is Sunday, `hour` is UTC. */
export type Routine = {
  name: string
  section: Section
  weekday: number
  hour: number
  titles: readonly string[]
  sentences: readonly string[]
}

/** What every edition carries each week. */
export const ROUTINES: readonly Routine[] = [
  {
    name: 'market-week',
    section: 'economy',
    weekday: 5,
    hour: 17,
    titles: lines(`[The week on|Week in brief:] the Halvern exchange: [{company} ahead|a calm close]
      Halvern shares end [week|Friday] {#0-3}.{#1-9} percent [higher|lower]`),
    sentences:
      lines(`The Halvern index [closed|ended the week] at {#2100-4900} points, {#0-3}.{#1-9} percent [above|below] last Friday.
      [Leading the winners|At the top] was {company} with {#4-19} percent, [at the foot|last] stood [Brinstone Cement|Abbeybrook Dairies] with a loss of {#3-9} percent.
      The crown [bought|was worth] {#71-98} [cents|hundredths] of the Norrevik mark.
      Copper [cost|changed hands at] {#5100-9800} crowns a tonne and wheat {#180-320}.
      [Next week|In the coming week], [{#2-9} companies|{company} and {#3-9} others] [report|publish figures].
      Turnover [fell|rose] to {#1-6}.{#1-9} billion crowns[, thin for the season|, more than usual|].`),
  },
  {
    name: 'sunday-recipe',
    section: 'other',
    weekday: 0,
    hour: 9,
    titles:
      lines(`Sunday table: [barley with|cabbage and|smoked eel on|dumplings with] [apples|brown butter|mustard|plums]
      [Recipe|From the kitchen of {w}]: [a soup for|bread and] [grey days|guests]`),
    sentences:
      lines(`{w} of {w2street} [learnt|got] this from [a ship's cook|an aunt] in {#1958-1991} and has [changed|left out] [only the salt|the goose fat].
      Take {#200-700} grams of [barley|rye flour|waxy potatoes], {#2-5} [onions|sour apples] and [a spoon|two spoons] of [mustard|honey].
      [Fry|Brown] slowly for {#12-40} minutes; [the lid stays off|do not stir].
      [Serve|Eat] [with|beside] [dark bread|pickled beans], for {#3-8} people.
      [Keeps|It keeps] {#2-5} days and is [better|milder] [on the second|cold].`),
  },
  {
    name: 'road-works',
    section: 'society',
    weekday: 1,
    hour: 6,
    titles: lines(`Road works this week in {place}: {w2street} [closed|one lane]
      [Where it jams|Diversions] in {place}: the week's [list|works]`),
    sentences:
      lines(`{w2street} is [closed|one-way] between {#1-40} and {#41-99} until [Thursday|Friday] [for a water main|for new rails].
      Night work on [the ring|the bridge ramp] [runs|lasts] from {#20-22}:00 to {#4-5}:30.
      Buses {#2-19} and {#20-48} [stop|turn] {#100-400} metres [earlier|further on].
      [Cyclists|Bicycles] [are led|go] [through the park|along {river}].
      [Questions are answered|The works office answers] on weekdays [from eight|until three].`),
  },
  {
    name: 'tide-and-sky',
    section: 'science',
    weekday: 4,
    hour: 18,
    titles: lines(`[Sky this week|What the night shows]: [a thin moon|bright planets] over {place}
      Tides and stars for {place}, [the coming days|this week]`),
    sentences: lines(`[The moon|A waning moon] rises at {#17-23}:{#10-59} [over|behind] the [sound|hills].
      [High water|The highest tide] [comes|stands] at {#1-12}:{#10-59}, {#2-5}.{#1-9} metres above chart zero.
      [With luck|In clear air] {#6-40} [shooting stars|meteors] an hour [cross|can be counted in] the [north|east].
      The observatory in {place} [opens|has its dome open] on [Saturday|Friday] [from nine|till midnight].
      [Frost|Ground mist] is [likely|possible] [inland|along {river}].`),
  },
  {
    name: 'weekend-fixtures',
    section: 'sports',
    weekday: 6,
    hour: 8,
    titles: lines(`[Today's fixtures|The weekend's games]: {club} [at home|travel]
      [Team news|Line-ups] before the [round|matchday]: {club} [without|with] {w}`),
    sentences:
      lines(`{club} [play|kick off] at {#13-20}:{#10-50} [without|with] {w}, [out with|back after] [a calf strain|flu].
      [The bookmaker|Bookmakers] [pay|give] {#2-7}.{#1-9} for [a draw|an away win].
      [Referee|In charge] is {ref}, who [showed|gave] {#3-9} cards in [the last game|two games].
      [Extra trains|Trains] [leave|run] at {#10-13}:{#10-59} and {#18-22}:{#10-59}.
      [Last time|In the first half of the season] it [ended|was] {#0-3}-{#0-3}.`),
  },
]

/** One shop's offers, dozens in an hour: a flood by one feed, which must not count as news that rises. */
export const FLOOD_TITLES = lines(`[Deal|Offer]: {thing} [down to|now] {#12-480} crowns
  {thing} [at half price|{#15-70} percent off] [until midnight|today only]
  [Quick|Last {#3-40}]: {thing} for {#9-390} crowns`)
export const FLOOD_SENTENCES =
  lines(`[The shop|Tarrow & Finch] [has cut|lowers] the [price|tag] of {thing} [from {#500-900}|by {#12-68} percent] to {#20-480} crowns.
  [Delivery|Sending] [costs {#2-9} crowns|is free] [over {#30-90} crowns|], [and|but] [takes|needs] {#1-6} days.
  [Buyers|Earlier buyers] [gave it|rate it] {#2-4}.{#1-9} of five[, from {#11-900} votes|].
  [We found it cheaper|The lowest price we saw was {#9-300}] in {#2019-2025}.
  [In {#2-6} colours|Comes in {#2-5} sizes], [the grey one|one] [already gone|nearly sold out].
  [The maker|{brand}] [sits|works] in {place} and [sold|shipped] {#2-60},{#100-999} [pieces|of them] [last year|since spring].
  [In our test|On our bench] it [lasted|survived] {#3-40} [weeks|falls], [the handle|a seam] [gave way|came loose] [first|at the end].
  [Weight|It weighs] {#80-4000} grams[, packed {#20-90} centimetres long|]; [guarantee|warranty] {#1-9} years.
  [Code|With the code] {code}{#10-99} [another {#3-15} percent off|saves {#2-40} crowns more] [until {hour}|for the first {#20-300}].
  [{w} of our desk|Our reader {w}] [uses|has] [one|it] [daily|on the boat] and [says|writes]: [sturdy|heavier than it looks|does what it should].
  [Alternatives|Much like it]: the {other} [at|for] {#20-400} crowns[, {#2-5} stars|].`)
export const FLOOD_THINGS = lines(`a folding kettle
  wool socks, six pairs
  a bicycle lamp with dynamo
  a tent for two and a dog
  a hand-cranked radio
  an iron pan
  a rain cape
  a desk lamp with four joints
  a travel pillow
  an alarm clock without a screen
  a drill set in a wooden box
  a lunch box with a lock
  binoculars for opera and birds
  a chess set of tin
  a garden chair
  reading glasses in a tube`)

/** Headlines of the lists that a farm hangs under every page: they have nothing to do with it. */
export const CHROME_TITLES = lines(`[{#3-21} looks|Every coat] we [love|cannot stop wearing] this {#2024-2026} season
  [Lottery|Jackpot] numbers for {today}: did you win {#2-90} million?
  {w} [breaks down in tears|reveals all] over [breakup|new kitchen]
  [Fantasy league|Power rankings] week {#2-20}: [who to start|trade values]
  [Review|First look]: {company}[ gadget|'s comeback] is [good enough|better than it sounds]
  [{#5-19} jobs|Nearly {#200-900} workers] cut at {company} after [stop order|poor quarter]
  [The truth about|What doctors say about] [morning coffee|cold showers|{thing}]
  {place} [judge|court] [rejects|blocks] [pipeline|parking rule|{w2name} appeal]
  [Shop|Best] {#7-40} [gifts|deals] under {#10-90} crowns, [from|like] {thing}
  [Storm|Heat] [warning|alert] for {region}: [what to know|map]`)
