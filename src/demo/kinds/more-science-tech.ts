import { lines, type StoryKind } from './story-kind.ts'

const outage: StoryKind = {
  name: 'network-outage',
  section: 'technology',
  crumb: 'Networks',
  oRole: 'spokesman of {company}',
  cRole: 'who advises hospitals on networks',
  wRoles: ['a cashier', 'an emergency dispatcher', 'a radio amateur', 'a chess player cut off in mid-game'],
  facts: (random) => ({
    subject: 'the network failure in {region}',
    topic: 'single points of failure',
    people: `${random.int(2, 9)}${random.int(10, 99)},000`,
    hours: String(random.int(3, 31)),
    cause: random.pick([
      'a cut cable',
      'a wrong line in a table',
      'an overheated switch room',
      'a battery fire',
      'an update sent to every router at once',
    ]),
    depth: `${random.int(2, 9)} metres`,
    pay: `${random.int(4, 40)} crowns`,
  }),
  title: {
    arrive: lines(`[No signal|Silence] in {region}: {people} [cut off|offline]
      [Tills, trams, phones|Phones and tills] [dead|down] in {place} [after network failure|as network fails]
      {company} [network|lines] [fails|collapse], {people} [without|lose] [phone|service]`),
    develop: lines(`{cause} [behind|caused] {region} [blackout|outage]
      [{hours} hours|After {hours} hours] [offline|the first call]: {place} [back|reconnects] [street by street|slowly]
      [Emergency calls|Calls for help] [lost|unanswered] in {place} outage`),
    follow: lines(`{company} [pays|offers] {pay} [a head|each] for {hours} [dark|silent] hours
      [Second cable|A second line] for {region} [after outage|promised]
      [What {place} learnt|Lessons] from {hours} hours [without network|offline]`),
  },
  lead: {
    arrive:
      lines(`[Telephones and tills|Phones, tills and trams] [fell silent|stopped] in {region} on {today}, when the network of {company} [failed|went down] and [left|cut off] {people} people.
      {people} people in {region} [had no|were without] [telephone or network|connection] [from {hour}|for hours] on {today} [after|because of] a failure at {company}.
      [It began|The screens froze] at {hour}: {company} [lost|could not hold] its network in {region} on {today}, [and|leaving] {people} people [heard nothing|with dead lines].`),
    develop:
      lines(`{cause} was [the cause of|behind] the failure that [silenced|cut off] {region}, {company} [said|found] on {today}.
      [Street by street|One district at a time], {place} [came back|returned] to the network on {today}, {hours} hours after [it fell silent|the failure].
      At least {#4-40} emergency calls [were lost|did not get through] while the network [was down|failed] in {place}, the [rescue service|control room] [said|counted] on {today}.`),
    follow:
      lines(`{company} will [pay|credit] {pay} to each customer [hit by|for] the {hours}-hour failure in {region}, [it said|the firm announced] on {today}.
      {region} is to get a [second|separate] [cable|line], {company} and the [state|government] [agreed|said] on {today}.
      [A report|The regulator's report] on the {hours} hours [without|of] [network|silence] in {region} [came out|was published] on {today}.`),
  },
  detail: {
    arrive:
      lines(`[Shops|Many shops] [took|accepted] [cash only|notes of hand], [until|till] the [change|drawer] [ran out|was empty].
      [Trams|The trams] [stood|halted], since [their signals|points] [use|depend on] the [same|very same] lines.
      [The fire brigade|Fire engines] [drove|patrolled] [through the districts|slowly], [windows open|with loudspeakers].
      [Hospitals|The hospital] [went over to|fell back on] [runners and paper|radio] [within|after] {#8-40} minutes.
      [Technicians|{#20-90} technicians] [were sent|set out], [some|two of them] [by bicycle|on a fishing boat].`),
    develop:
      lines(`[The reserve|A reserve line] [ran|lies] in the [same duct|same trench], [at a depth of|under] {depth}.
      [Alarms|The alarm] [went|was sent] to a [mailbox|telephone] [on the same network|that was dead, too].
      [Traffic|Use] [rose|jumped] to {#3-9} times the [usual|normal] [when|as soon as] lines [opened|returned].
      [No hint|There is no sign] [points to|of] an attack, [police|the security office] [said|holds].`),
    follow:
      lines(`[The sum|It] is [credited|paid] [with the next bill|without a form]; [firms|businesses] [must|can] [claim|show their loss].
      [The new line|It] [goes|will run] [through the hills|along the railway], {#30-140} kilometres, [ready|done] in {#10-30} months.
      [Radio amateurs|Hams] [passed|carried] {#90-400} messages and [got|received] a [cake|letter of thanks].
      [The report|It] [lists|names] {#5-19} [points|places] where [one fault|a single fault] [stops|takes down] everything.`),
  },
  background:
    lines(`[Copper lines|The old copper lines], which [carried|had] their own [power|current], were [switched off|pulled out] in {#2016-2023}.
    [Two routes|A second route] [cost|costs] [about|some] {#20-45} percent more, [and|so that] [pays off|is seen] only [on one day in years|when something breaks].
    [Emergency rules|The rules] in {country} [ask for|require] {#4-72} hours of [battery|reserve power] [at masts|for hospitals].
    [A similar failure|Something alike] [hit|struck] {country} in {#2011-2022} [and lasted|for] {#5-19} hours.`),
  official: lines(`[We are sorry|This was ours], [and we know what broke|and we have the part here]
    [It was small|A small thing broke]. [Small things hold up big ones|That is the embarrassing part]
    [Please do not all call|Do not all ring] [your mothers at once|at the same minute]`),
  critic: lines(`[Two cables in one trench|A reserve in the same ditch] are [one cable|no reserve]
    [We sold the candles|First we threw out the candles] [and then the matches|and then the match]
    [Test the failure|Pull the plug yourself] [on a Tuesday|once a year], [or it tests you|or somebody else will]`),
  witness: lines(`[I added in my head|We added on paper]. [The queue applauded|Two customers helped]
    [Quiet|It was so quiet] [is a sound|that one heard the lamps]. [You do not like it|In our room nobody likes it]
    [I had mate in two|It was mate in two]. [He says he had a cable|We finish by post]`),
}

const probe: StoryKind = {
  name: 'space-probe',
  section: 'science',
  crumb: 'Space',
  oRole: 'flight director at {institute}',
  cRole: 'planetary scientist, not on the team',
  wRoles: ['a retired antenna builder', 'a school astronomer', 'a night guard at the dish', 'a model maker'],
  facts: (random) => ({
    subject: 'the flight of {probe}',
    topic: 'small space probes',
    probe: `${random.pick(['Lanternfly', 'Little Heron', 'Sandpiper', 'Thimble', 'Petrel'])} ${random.int(2, 7)}`,
    target: random.pick([
      'the comet Oldrin',
      'the asteroid Marrowstone',
      'the ice moon Selke',
      'the ring of dust round Kaltos',
    ]),
    km: `${random.int(40, 890)} million kilometres`,
    close: `${random.int(9, 240)} kilometres`,
    weight: `${random.int(38, 420)} kilos`,
    years: String(random.int(3, 11)),
    pictures: String(random.int(30, 900)),
  }),
  title: {
    arrive: lines(`{probe} [reaches|arrives at] {target} after {years} years
      [First pictures|Closest look yet]: {probe} [passes|flies by] {target}
      {km} [from home|away], {probe} [calls|answers]`),
    develop: lines(`[Jets and dust|Surprise]: {probe} [sees|finds] [water|salt] [at|on] {target}
      {probe} [falls silent|loses touch] [for hours|near {target}]
      [The face of|Map of] {target} [takes shape|drawn] from {pictures} pictures`),
    follow: lines(`{probe} [to land|aims for landing] on {target}
      [What {probe} found|Results]: {target} [older|stranger] than [thought|expected]
      [Longer mission|More years] for {probe} [after|beyond] {target}`),
  },
  lead: {
    arrive:
      lines(`The probe {probe} [reached|has arrived at] {target} on {today}, {years} years after [its launch|it left Earth], and [passed|flew past] at {close}, {institute} [reported|said].
      [At {hour} on {today}|On {today}] a [beep|signal] from {km} away [told|showed] {institute} that {probe} [had come through|is alive] [near|at] {target}.
      {probe}, [no heavier than|weighing] {weight}, [sent|has sent] the first close pictures of {target} on {today}.`),
    develop:
      lines(`{probe} has [found|measured] [salt|water ice] [at|near] {target}, {institute} [said|announced] on {today}.
      [For {#3-20} hours|During the night] {institute} [heard nothing|had no word] from {probe}; on {today} it [answered|was back].
      [From {pictures} pictures|Out of {pictures} frames] {institute} [made|drew] the first map of {target}, [shown|published] on {today}.`),
    follow: lines(`{probe} is to [land|set down] on {target}, [the team decided|{institute} said] on {today}.
      {target} is [older|odder] than [textbooks say|anyone thought], [first results|papers] from {probe} [suggest|showed] on {today}.
      {probe} [gets|was given] {#2-6} more years, [the funding board|the agency] of {country} [decided|said] on {today}.`),
  },
  detail: {
    arrive:
      lines(`[The signal|It] [needs|takes] {#4-48} minutes [to Earth|home]; [steering|to steer] [by hand|live] is [not possible|out of the question].
      [The camera|Its camera] [saw|shows] [boulders|cliffs] the size of [churches|buses] and [a dark band|smooth plains] [no one can explain|between them].
      [The probe|{probe}] [carries|has] {#3-7} instruments, [one|the smallest] [built by|made by] [students|pupils] in {place}.
      [In the control room|Engineers] [clapped|hugged], [then|and after that] [somebody spilled|there was] [pea soup|peppermint tea], [a tradition|as before each landing].
      [Speed|At the closest point the speed] [was|came to] {#4-19} kilometres a second.`),
    develop:
      lines(`[A particle of dust|A grain] [hit|knocked] the [antenna|star tracker], [the log|a first look] [says|suggests].
      [The line|A line in the spectrum], [weak but clear|seen twice], [fits|matches] [what the sea leaves|table salt].
      {#2-9} [antennas|dishes] [on three continents|of five owners] [listened|searched] [together|in turns].
      [Craters|The craters] are [fewer|rarer] than [reckoned|expected], [so|which means] the [ground|crust] [is young|moves].`),
    follow: lines(`[Landing|The landing] [is planned|comes] in {#5-20} weeks, at [walking pace|the speed of a lift].
      [Fuel|There is fuel] for {#9-40} [burns|corrections], [half|two thirds] of what [it had|was loaded].
      [The data|All data] [go|are put] [online|into the open] [after {#3-9} months|at once].
      [The price|So far it] [cost|has cost] {#60-290} million crowns, [less than|about] [a kilometre of motorway tunnel|one fighter jet].`),
  },
  background:
    lines(`{institute} [began|started] [work|to build] [in a garage|with two people] in {#2009-2016}; [larger agencies|others] [smiled|declined].
    [Comets and asteroids|Small bodies] are [leftovers|crumbs] [from|of] the [birth|beginning] of the planets, [hardly changed|kept cold].
    [One small probe in three|Of small probes a third] [is lost|fails], [usually|most] [at launch|in the first week].
    [Sunlight|The Sun] [out there|at that distance] [gives|is] [a twentieth|one thirtieth] of [ours|what we have]; the panels [are|measure] [large as a tennis court|{#9-40} square metres].`),
  official:
    lines(`[You send a lunch box into the dark|It is a lunch box with wings], [and it writes back|and it writes home]
    [I aged a year in an hour|That was a long hour]. [I would do it again|Now I eat]
    [We aimed at a coin|It is like hitting a coin] [from the next town|in the next country]`),
  critic: lines(`[Fine pictures|Lovely pictures]. [The spectrum is the treasure|I wait for the spectrum]
    [Salt is not the sea|From salt to sea is a long way], [but it is a start|but I packed my trunks]
    [Small is not cheap|It was cheap], [if it fails twice|because it worked]`),
  witness: lines(`[I soldered that horn|The horn is mine]. [It has outlived my car|It works better than my knees]
    [My class stayed up|Twenty children stayed awake]. [Two slept on the map|Nobody yawned]
    [I only guard the gate|I open the gate]. [But I saw them run|That night they all ran past me]`),
}

/** More of technology and science: networks and space. */
export const NETWORKS_AND_SPACE: readonly StoryKind[] = [outage, probe]
