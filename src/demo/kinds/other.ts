import { personName } from '../names.ts'
import { lines, type StoryKind } from './story-kind.ts'

const runaway: StoryKind = {
  name: 'animal-escape',
  section: 'other',
  crumb: 'Odd corner',
  oRole: 'head keeper at {place} animal park',
  cRole: 'who keeps the allotments next door',
  wRoles: ['a postwoman', 'a girl on a scooter', 'a fishmonger', 'a night porter'],
  facts: (random) => ({
    subject: 'the flight of {pet}',
    topic: 'animal parks',
    pet: `${personName(random).first} the ${random.pick(['otter', 'capybara', 'red panda', 'pelican', 'lynx', 'penguin', 'emu'])}`,
    gap: random.pick([
      'a drain',
      'a gate left on the latch',
      'a hole no wider than a dinner plate',
      'the roof of the feeding hut',
      'a storm-broken fence',
    ]),
    days: String(random.int(2, 9)),
    bait: random.pick(['smoked trout', 'bananas', 'a recording of its sister', 'warm towels', 'boiled eggs']),
    km: String(random.int(2, 19)),
  }),
  title: {
    arrive: lines(`{pet} [slips out|gets away] [through|by] {gap}
      [Have you seen|Wanted in {place}:] {pet}[?|]
      {place} [looks for|searches for] {pet}`),
    develop: lines(`{pet} [seen|spotted] {km} kilometres from [home|{place}]
      {pet} [outwits|fools] keepers [again|with {bait}]
      {place} [sells|makes] T-shirts [for|of] {pet}`),
    follow: lines(`{pet} [home again|is back] after {days} days
      {bait} [ends|finishes] [trip|holiday] of {pet}
      After {pet}: {place} [mends|checks] [every fence|its fences]`),
  },
  lead: {
    arrive:
      lines(`{pet} [left|got out of] the animal park of {place} through {gap} [in the night to {today}|early on {today}] and [has not been seen since|is at large].
      [At the morning feed|When the keepers came] on {today}, the [house|pen] was empty: {pet} [is missing|has gone] from the animal park in {place}.
      [It needed only|All it took was] {gap}: {pet}, [the best-known animal|a favourite] of {place}, [went for a walk|made off] on {today}.`),
    develop:
      lines(`{pet} was [seen|filmed] {km} kilometres from {place} on {today}, [eating|with] [somebody's lunch|a stolen sandwich].
      [Keepers|A team of nine] from {place} [waited|lay in wait] with {bait} on {today}; {pet} [came, ate and left|took it and was gone].
      [While|As] {pet} [roams|is free], {place} [has found|found] [a mascot|a hero]: [shirts|the first T-shirts] [went on sale|appeared] on {today}.`),
    follow:
      lines(`{pet} is [home|back]: after {days} days [at large|on the run], {bait} did it on {today}, the animal park of {place} [said|reported].
      [It ended|The chase ended] [in a garden shed|under a parked van] in {place} on {today}, [where|when] {pet} [chose|followed] {bait}.
      The animal park in {place} [began|started] to [check|go over] {#2-9} kilometres of fence on {today}, [now that {pet} is back|a lesson from {pet}].`),
  },
  detail: {
    arrive:
      lines(`[The animal|It] is [harmless|shy], [as long as|if] [nobody runs|one leaves it alone]; [dogs|small dogs] should [stay|be kept] on the lead.
      [Who sees it|Anyone who meets it] should [call|ring] the park and [not feed it|keep a bus length away].
      [The camera|A camera] shows [a shadow|two paws] at {hour}, then [nothing|a swinging gate].
      {#4-19} keepers and [a fire crew|the rowing club] [search|are searching] the [banks of {river}|gardens].
      [It is|This makes it] the {#2-4}th [escape|flight] in {#6-20} years; [the last|one] [ended|was over] [in a bakery|at a bus stop].`),
    develop: lines(`[A drone|One drone] [followed|lost] the [trail|track] [at the weir|in fog].
      [The school|A primary school] [wrote|sent] {#20-90} letters with [advice|maps].
      [The sandwich|Lunch] belonged to [a surveyor|a road mender], [who|and he] [does not press charges|has framed the wrapper].
      [Traps|Two box traps] caught [a badger|a hedgehog] and [a garden gnome|a cat named Duke].`),
    follow: lines(`[The vet|A vet] [found|noted] [a scratch|good spirits] and {#1-3} kilos [more|of extra weight].
      [Visitors|The public] [may|can] [say hello|visit] [from {tomorrow}|after a week of rest].
      [The gap|{gap}] has [a lock|two locks] [now|since this morning].
      [Sales|Shirt sales] [brought|made] {#2-30},000 crowns, [to be spent on|which go into] [a pond|fences].`),
  },
  background:
    lines(`The animal park of {place} [opened|was founded] in {#1911-1974} [by a chemist|on an old brickfield] and [has|keeps] {#300-1400} animals.
    [Escapes|Such escapes] [happen|are reported] {#5-30} times a year in {country}; [nearly all|most] [end|are over] within [two days|a week].
    [Animals|Most animals] [do not flee from|leave not to escape] [people|care], [keepers say|it is said], [but go after|but for] [smells|company].
    [A census|The last count] of [runaways|escaped animals] [in the wild|living free] near {place} [found|listed] [parrots|wallabies] and [nothing worse|terrapins].`),
  official: lines(`[She knows her name|It knows its name]. [She simply has other plans|It just does not care]
    [We are not angry|Nobody is cross]. [We are outsmarted|We have been studied]
    [Please do not|Please, do not] [chase|sing to] it. [Somebody always sings|Singing makes it worse]`),
  critic:
    lines(`[My lettuces|My cabbages] [tell|show] [the route|where it slept]. [I want them replaced|I invoice per leaf]
    [A fence|Their fence] [that ends in a hedge|with a hole] is [a suggestion|an invitation]
    [Nice animal|A lovely animal], [bad neighbour|terrible gardener]`),
  witness: lines(`[It looked at me|We looked at each other] [like a ticket inspector|as if I were late]
    [I gave it|It got] [a herring|half my roll]. [I know, I know|Was that wrong?]
    [The bell rang|Someone rang] [and nobody was there|at four]. [Then I looked down|Something wet was]`),
}

const lottery: StoryKind = {
  name: 'lottery-win',
  section: 'other',
  crumb: 'People',
  oRole: 'of the state lottery of {country}',
  cRole: 'a money adviser in {place}',
  wRoles: ['a kiosk owner', 'a colleague', 'a neighbour', 'a lift attendant'],
  facts: (random) => ({
    subject: 'the jackpot of {place}',
    topic: 'sudden wealth',
    win: `${random.int(3, 88)}.${random.int(1, 9)} million crowns`,
    numbers: `${random.int(1, 9)}, ${random.int(10, 19)}, ${random.int(20, 29)}, ${random.int(30, 39)} and ${random.int(40, 49)}`,
    group: random.pick([
      'nine night nurses',
      'a bowling team',
      'the kitchen of a school',
      'a string quartet',
      'six tram drivers',
      'a class of 1974',
    ]),
    each: `${random.int(2, 9)}${random.int(10, 99)},000`,
    kiosk: random.pick([
      'a kiosk under the station clock',
      'a bakery',
      'the last petrol station before the border',
      'a ferry canteen',
    ]),
  }),
  title: {
    arrive: lines(`{win} [won|fall] in {place}: [who has|the] [the ticket|lucky numbers]
      [One ticket|A single ticket], {win}: {place} [guesses|whispers]
      [{numbers}:|The numbers that make] {place} [rich|talk]`),
    develop: lines(`{group} [come forward|share] {place} jackpot
      [Two claim|Quarrel over] {place} [ticket|jackpot]
      {place} kiosk [runs out of|sells] [tickets|more slips] [after win|in the rush]`),
    follow: lines(`[What {group}|How winners] [did|do] with {win}
      {place} winners [give|donate] [a bus|a roof|a boiler] 
      [Back at work|On shift]: {place} [millionaires|winners] [keep jobs|clock in]`),
  },
  lead: {
    arrive:
      lines(`A ticket sold in {place} won {win} on {today}; [nobody has come|the owner has not come] [forward|to collect].
      [With|By] {numbers}, [somebody|someone] in {place} [has become|became] richer by {win} on {today}.
      {place} [talks of nothing else|has one subject] [since|on] {today}: [who bought|who owns] the slip worth {win} from {kiosk}?`),
    develop: lines(`{group} in {place} [share|hold] the ticket for {win}, [they told|they said to] {kiosk} on {today}.
      Two [people|parties] [claim|say they own] the {place} ticket worth {win}, the lottery [said|confirmed] on {today}.
      {kiosk} in {place}, [which|where someone] sold the slip for {win}, [ran out of|had no more] paper on {today}.`),
    follow: lines(`{group} from {place}, [winners of|who won] {win}, [went|were back] to work on {today}.
      [With|Out of] {win}, [a part|something] [comes back|stays] in {place}: {group} [paid|gave on {today}] for [a minibus|a new boiler|a roof].
      [Each|Everyone] of {group} [has|got] {each} crowns, and [most|the money] [is|lies] [in the bank|untouched], [a visit|a talk] on {today} [shows|showed].`),
  },
  detail: {
    arrive:
      lines(`[The slip|It] was [filled in|bought] at {hour}, [cost|for] {#2-14} crowns, and [bears|has] the numbers {numbers}.
      [The winner|Whoever won] has {#60-180} days; [after that|then] the money [goes|falls] to [sport|the state].
      [The odds were|The chance was|The odds stood at] one in {#2-14} million.
      [The kiosk|The seller] [gets|receives] {#1-9}0,000 crowns [too|as a bonus] and [a plaque|flowers].
      [Calls|Phone calls] from [cousins|relatives] [nobody knew|long forgotten] [have begun|are a theme] [all over town|in many houses].`),
    develop:
      lines(`[They play|The group has played] [each week|every Friday] since {#1994-2017}, [always|each time] the same numbers.
      [The video|A camera] [will decide|shows] [who paid|a green coat].
      [An accountant|A lawyer] [was|is] [at the table|there] before [the cake|the sparkling wine].
      [The queue|People] [stretched|stood] [to|as far as] {w2street}.`),
    follow:
      lines(`[The first purchase|The first thing bought] was [a coffee machine|a mattress], [the second|then] [new bicycles|a week by the sea].
      [Two|Three] [have left|gave notice], [one|of whom one] [paints|is learning the tuba].
      [The adviser|Advice] [said|was]: [wait|do nothing for] a year, [tell|and tell] [few|no one].
      [The town|{place}] [named|wants to name] [a bench|a bus stop] [after|for] [them|the numbers].`),
  },
  background:
    lines(`The lottery of {country} [pays out|gives back] {#45-58} percent; [the rest|what remains] [feeds|goes to] [sport and music|hospitals].
    [Of earlier winners|Past winners]: [one in three|a third] [say they are happier|are no richer] [after ten years|ten years on], [a study|research] [of {#60-200} people|] [found|says].
    [The largest|The record] [win|jackpot], {#90-140} million, [went|fell] to [Quarrow|Inverlane|Osterlyn] in {#2003-2021}.
    [Syndicates|Groups] [win|take] [one in {#4-9}|one out of {#4-9}] [of the|] [big|large] [prizes|jackpots].`),
  official: lines(`[Keep calm|My advice]: [sign the back|sign it], [and tell the dog only|and sleep on it]
    [Nobody wins by skill|Skill has no part in it]. [I say it each time|Please print that]
    [We have a room|There is a room] [with tissues and tea|without windows]. [They need it|People sit down first]`),
  critic: lines(`[Money|Wealth] [does not change people|shows people]. [It gives them volume|It turns up the sound]
    [A million|The sum] is [quickly divided|soon small] by [cousins|brothers-in-law]
    [The first year|In the first year], [a savings book|boredom] is [the best friend|the goal]`),
  witness: lines(`[I sold it|I tore it off]. [I told them: lucky one|I even said: this is the one]
    [They came in as always|On Monday they came in]. [One hummed|Only the hat was new]
    [I had|My numbers were] [one digit off|nearly the same]. [I am fine|I can laugh now]`),
}

/** Other: odd corners, people, animals. */
export const OTHER: readonly StoryKind[] = [runaway, lottery]
