import { streetName } from '../names.ts'
import { lines, type StoryKind } from './story-kind.ts'

const river: StoryKind = {
  name: 'river-flood',
  section: 'society',
  crumb: 'Weather',
  oRole: 'head of civil protection in {region}',
  cRole: 'who chairs the residents of the lower town',
  wRoles: ['a baker', 'a retired bargeman', 'a school caretaker', 'a nurse on her way home', 'a bicycle mender'],
  facts: (random) => {
    const homes = random.int(3, 90) * 10
    return {
      subject: 'the flood on {river}',
      topic: 'flood defence',
      homes: String(homes),
      homesLater: String(homes + random.int(4, 60) * 10),
      level: `${random.int(4, 8)}.${random.int(1, 9)}`,
      levelLater: `${random.int(8, 9)}.${random.int(1, 9)}`,
      year: String(random.int(1931, 1998)),
      street: streetName(random),
      cost: `${random.int(12, 190)} million crowns`,
      bridge: `${random.pick(['Tanner', 'Bishop', 'Lantern', 'Corn', 'Old Mill', 'Saddler'])}s' Bridge`,
    }
  },
  title: {
    arrive:
      lines(`[{homes} homes emptied|Families leave {homes} homes] as {river} [bursts its banks|breaks over its dykes] at {place}
      {place} [under water|wakes to flood] after {river} [tops|climbs to] {level} metres
      [Sandbags and sirens|Boats in the streets|A night on the roof] as [high water|the flood] reaches {place}`),
    develop: lines(`{homesLater} homes now cleared in {place} as [second crest|new wave] [nears|rolls down {river}]
      {bridge} [shut|closed] [as|while] {river} [keeps rising|nears {levelLater} metres] in {place}
      [Army engineers|Soldiers and volunteers] [shore up|raise] dykes [round|along] {place}`),
    follow: lines(`[Mud, bills and questions|Counting the damage] in {place} as {river} [falls|goes back to its bed]
      Flood bill for {region} [put at|may reach] {cost}
      [Inquiry|Engineers] to ask why [the gates|pumps] at {place} [stayed shut|failed] [in the night of the flood|as the water came]`),
  },
  lead: {
    arrive:
      lines(`[Firefighters|Rescue crews|Volunteers in boats] [brought people out of|cleared] {homes} homes in {place} [early on {today}|before dawn on {today}] [after|when] {river} [rose to {level} metres|came over the dyke at {street}].
      [Water|Brown water] [stood knee-deep|ran] in {street} on {today} as {river}, [swollen by two days of rain|fed by snow melt and rain], [reached {level} metres at|pushed into the lower town of] {place} and [drove families from {homes} homes|left {homes} homes empty].
      [The lower town of {place} was evacuated|Some {homes} households in {place} were told to leave] on {today} when the gauge [by|at] {bridge} [passed|showed] {level} metres, [a mark|a height] [not seen|unseen] since {year}.`),
    develop:
      lines(`The number of homes [cleared|evacuated] in {place} [rose|climbed] to {homesLater} on {today} while [a second crest|more water from the hills] [moved|made its way] down {river}.
      [Soldiers|Army engineers] [worked through the night|stacked sandbags by torchlight] to hold the dyke [at|behind] {street}, [but|yet] by {today} {river} [stood|had climbed] [at|to] {levelLater} metres in {place}.
      {bridge}, the [last|only] open [crossing|way] over {river} in {place}, was [closed to all traffic|shut] on {today} as forecasters [warned of|expected] a [second crest|further rise].`),
    follow:
      lines(`{river} [has gone back to its bed|fell below the alarm mark on {today}], and {place} [has begun to count|is left with] the damage: [at least {cost}|a bill that may reach {cost}], [the region|the county treasurer] [estimates|reckons].
      [People in {place} carried ruined furniture into the street|Skips lined {street}] on {today}, [a few days|some days] after {river} [left its bed|flooded the lower town].
      An [independent inquiry|inquiry led by a retired judge] will [look into|examine] why [the flood gates|the pumps] at {place} [were not working|failed] [on the night|when] {river} [rose|came], {region} [announced|said] on {today}.`),
  },
  detail: {
    arrive:
      lines(`[Trains between {place} and the coast were cancelled|No trains ran out of {place}], and [three schools|all schools below the station] [stayed closed|sent children home].
      [About {#60-340} people|Some {#60-340} people] [spent the night|slept] on [camp beds|mattresses] in [the sports hall|a school gym] [near|off] {w2street}.
      [Nobody was reported hurt|There were no reports of deaths], though [two men|one driver] had to be [pulled from a car|taken off a roof] [by boat|with a ladder] [around|shortly after] {hour}.
      Power was [cut|switched off] to [{#2-9},{#1-9}00|about {#2-9},{#1-9}00] [households|customers] [as a precaution|because a substation stood under water].
      [The weather service expects|Forecasters see] [another {#20-70} millimetres|up to {#30-80} millimetres] of rain [in the hills|over {region}] by {tomorrow}.
      The [last flood of this height|last comparable flood], in {year}, [cost|took] [eleven|seven|four] lives [in {place}|along the river] and [led to|brought] the building of the present dykes.`),
    develop:
      lines(`[Helicopters|Two helicopters] dropped [gravel|stone] into a [breach|gap] {#8-40} metres wide [upstream|near the waterworks].
      Drinking water [must be boiled|has to be boiled], the [waterworks|town] said, [until tests are back on {tomorrow}|for at least two days].
      [Farmers drove|A farm upriver moved] {#90-600} [cattle|sheep] to [higher ground|the ridge above the town].
      The government in {country} [released|promised] [emergency money|a first {#2-9} million crowns] for [families who lost their homes|the worst hit].
      [Two|Three] men were [arrested|questioned] for [entering|breaking into] [an empty shop|evacuated houses] [off|near] {w2street}.`),
    follow:
      lines(`[Insurers|Two insurers] [have counted|speak of] {#400-2900} claims [so far|by {today}], [most|the bulk] of them for [cellars and cars|ground floors].
      {bridge} [reopened|was opened again] to [people on foot|buses], [but|though] lorries [must|will have to] go round by the [motorway|ring road].
      [The inquiry|Investigators] [want|have asked for] the [log books|records] of [the gate keepers|the pumping station] [for|from] the night [in question|of the flood].
      [Of the {homesLater} homes cleared|Among {homesLater} cleared homes], [about a third|nearly half] [cannot be lived in|will stay empty] [this winter|for months].`),
  },
  background:
    lines(`{place} [was built|grew up] on [three arms|a bend] of {river}, and [its oldest streets lie|the lower town stands] below the [spring tide mark|level of the dyke].
    After the flood of {year} the [region|county] [raised|rebuilt] {#9-40} kilometres of [dyke|embankment], [but a plan|while a scheme] for [holding basins|flood meadows] [upriver|in the hills] was [dropped|put off] [twice|for want of money].
    [Engineers distinguish|There are] two [kinds of protection|ways to protect a town]: [walls, which pass the water on|higher walls], and [room|meadows], [which takes it in|where it may spread].
    [Heavy rain|A day with over 50 millimetres] [has become|is] [twice|three times] as [common|frequent] in {region} [as in|as it was in] the [sixties|seventies], [records of the weather service show|according to the weather service].`),
  official:
    lines(`[We have the boats and we have the people|There are boats and hands enough]; what we [lack|do not have] is time
    Nobody [should|must] go back for [a car or a cat|belongings]. [We will fetch the cat|The cat we will fetch]
    The dyke [holds|is holding], and [we watch|there are eyes on] every metre of it
    [We opened the gates as the plan says|The plan was followed], [and|but] the river did not [read|know] the plan`),
  critic:
    lines(`[Every ten years|After each flood] they [promise|draw] us a new wall, and [every ten years|each time] we [carry|haul] our [own sandbags|furniture upstairs]
    The pumps [were tested|had their test] on paper. [Water is not paper|We stood in the water]
    [For years we asked|We have been asking] for meadows upriver. We got [a brochure|leaflets]`),
  witness:
    lines(`[I heard the cellar window go|The cellar window went first], and then [the whole stair was a waterfall|it came up the stairs]
    [My grandmother showed me the mark|There is a mark] from {year} on our wall. [It is under water now|You cannot see it any more]
    [A neighbour|Someone] [threw me a rope|came with a rowing boat], and [I took the dog and the photographs|that was that]`),
}

const strike: StoryKind = {
  name: 'bus-strike',
  section: 'society',
  crumb: 'Work',
  oRole: 'director of {place} Transport',
  cRole: "who leads the drivers' union in {region}",
  wRoles: ['a student', 'a hospital cook', 'a pensioner with a trolley', 'a night watchman', 'a young father'],
  facts: (random) => ({
    subject: "the drivers' strike in {place}",
    topic: 'shift work',
    drivers: String(random.int(30, 240) * 10),
    percent: `${random.int(5, 12)} percent`,
    offer: `${random.int(2, 4)}.${random.int(1, 9)} percent`,
    deal: `${random.int(4, 6)}.${random.int(1, 9)} percent`,
    linesCount: String(random.int(12, 64)),
    hours: String(random.int(9, 13)),
    depot: streetName(random),
  }),
  title: {
    arrive: lines(`[Buses stay in depots|No buses] in {place} as {drivers} drivers [walk out|strike]
      {place} drivers [down wheels|stop work] over [{hours}-hour shifts|pay and nights]
      [{place} walks to work|Long way on foot]: strike [empties|halts] {linesCount} bus lines`),
    develop:
      lines(`{place} bus strike [enters|into] [second round|another day] as [talks fail|offer of {offer} is refused]
      [Mediator called in|Former judge to mediate] in {place} [bus dispute|drivers' strike]
      [Trams join|Ferry crews back] {place} bus drivers [as dispute widens|in the strike]`),
    follow: lines(`{place} drivers [back at the wheel|return] after [deal|settlement] on {deal}
      [What the buses cost|Fares may rise] after {place} [strike deal|settlement]
      [Union members|Drivers] [vote for|accept] {deal}, [shorter shifts|eleven-hour rest] in {place}`),
  },
  lead: {
    arrive:
      lines(`[Not a single bus left|No bus left] the [depot|yard] at {depot} on {today} [morning|at dawn], as {drivers} drivers in {place} [began|opened] a strike [over shifts of up to {hours} hours|for {percent} more pay].
      [Commuters in {place} walked, cycled or gave up|{place} went to work on foot] on {today} after [bus drivers stopped work on all {linesCount} lines|{drivers} drivers stayed away from work].
      A strike by {drivers} bus drivers [brought|has brought] {linesCount} lines in {place} to a [halt|standstill], [the first|the widest] in [the town|{region}] [for|in] {#9-31} years.`),
    develop:
      lines(`[Talks|Night-long talks] to end the bus strike in {place} [broke down|ended without result] [early on|on] {today} when [drivers refused|the union turned down] an offer of {offer}.
      [Tram drivers|Ferry crews] in {place} [said on {today} they would join|decided on {today} to stop work beside] the bus drivers, [whose|as the drivers'] strike [goes on|enters a new round].
      {place} has [called in|turned to] a [retired labour judge|mediator] to [settle|end] the bus strike, [both sides|the town hall] [confirmed|said] on {today}.`),
    follow:
      lines(`Buses [ran again|are running again] in {place} on {today} after drivers [accepted|voted for] a rise of {deal} and [a limit on split shifts|eleven hours of rest between shifts].
      [The strike is over|It is over]: [by a narrow majority|with {#54-88} percent of votes], the bus drivers of {place} [took|agreed to] {deal}, [the union|their union] [announced|said] on {today}.
      [Passengers in {place} may pay|A ticket in {place} may cost] more [from spring|next year] to [cover|pay for] the {deal} that [ended|settled] the bus strike, [a paper for the council shows|the town treasurer said on {today}].`),
  },
  detail: {
    arrive:
      lines(`[School buses and night lines are not spared|Even school runs are hit]; [only|just] [hospital shuttles|the lines to the hospital] [run|are kept up] by [agreement|an emergency crew].
      [Taxi ranks were empty|The last taxis were gone] by {hour}, and [a shared bicycle|hire bicycles] [could not be had|were out of reach] [anywhere near the station|in the old town].
      The [union asks for|drivers want] {percent} more and [an end to split shifts|no more split shifts]; [the company|management] [has offered|offers] {offer}.
      [Drivers say|The union counts] that [one post in {#5-9}|{#40-160} posts] [is vacant|cannot be filled], so that [overtime|the sixth day] [has become the rule|is no exception].
      [Around|Some] {#200-900} strikers [gathered|stood] round [braziers|a coffee urn] at the gate in {depot}, [with drums and flasks|under umbrellas].`),
    develop:
      lines(`The [offer|paper] on the table [included|held] a one-time payment of {#300-900} crowns, [which|that] [drivers called|one shop steward called] [a bribe|small change].
      [Shopkeepers|The chamber of commerce] [put|puts] the loss at {#1-6} million crowns [a day|for each day], [a figure|a sum] [the union doubts|drivers dispute].
      [Car parks|The ring road] [were full|stood still] by {hour}, [and|while] the town [opened|freed] [bus lanes|lanes for buses] to [shared cars|cars with three people].
      [A survey|A street poll] of {#400-900} [passengers|residents] found {#51-72} percent [on the drivers' side|with the strikers].`),
    follow:
      lines(`Under the [deal|settlement], no shift may [last longer than|pass] ten hours, and [split shifts|broken days] [end|are to go] [within a year|by next autumn].
      The [company|town company] must [hire|find] {#60-190} drivers; [a school|training] for them [opens|starts] [in the depot at|at] {depot}.
      [The cost|It will cost]: {#4-19} million crowns a year, [half of it|a part] from [fares|parking fees].
      [Apprentices|Cleaners in the depots], [who were not part of the talks|left out of the talks], [feel|say they were] [forgotten|passed over].`),
  },
  background:
    lines(`[Split shifts|Broken shifts] came to {place} with the [timetable|network] of {#2006-2016}, when [the peaks were thickened|buses in the middle of the day were cut].
    [Nationwide|Across {country}], [the average driver|a bus driver] is {#49-54} years old, and [for each two who retire, one starts|more leave than come in].
    [The company|{place} Transport] [belongs|has belonged] to the town [again|once more] since [a private owner|the last operator] [gave up|went bankrupt] in {#2009-2019}.
    [Strikes in public transport|A strike of this sort] must be [announced|given notice of] [three|five] days ahead [under|by] the law of {country}.`),
  official: lines(`[We cannot spend the money twice|A crown can be spent once], [and|but] the door [is open|stays open]
    [With {percent}|At that price] [we would have to cut every fourth bus|one bus in four would go]. [That helps nobody|Who would that serve?]
    I [drove|have driven] line {#2-9} myself for [six|ten] years. I know what [a split shift|a night] is`),
  critic:
    lines(`A driver who [leaves home at four|starts at four] and is [back at eight in the evening|home after dark] is [not lazy|no saboteur]; [she is tired|he is worn out]
    [They found money for a new logo|There was money for a logo]. [We look for money for rest|Rest costs money too]
    [We did not want this|None of us likes this]. But [a letter|letters] they [do not answer|leave in the drawer]`),
  witness:
    lines(`[I walked an hour and ten|It took me an hour on foot], and [I am still on their side|I would do it again]
    My [daughter|boy] has an exam [today|this morning]. [Nobody thought of that|Who thinks of her?]
    [You notice what a bus is|One sees what a bus is worth] when it does not come`),
}

const trial: StoryKind = {
  name: 'fraud-trial',
  section: 'society',
  crumb: 'Courts',
  oRole: 'prosecutor at the {place} district court',
  cRole: 'who defends {accusedL}',
  wRoles: ['a former clerk', 'a widow who lost her savings', 'a choir master', 'a court visitor'],
  facts: (random) => {
    const years = random.int(3, 9)
    const accused = random.pick([
      'Orsino Feldrake',
      'Hestia Brandrell',
      'Kasimir Lowquist',
      'Blythe Tarnesque',
      'Ludo Quillavel',
      'Sunniva Karrowe',
      'Anselm Drayhurst',
      'Petra Oskovan',
    ])
    return {
      subject: 'the trial of {accused}',
      topic: 'savings fraud',
      accused,
      accusedL: accused.split(' ')[1]!,
      million: String(random.int(4, 88)),
      savers: String(random.int(14, 96) * 10),
      years: String(years),
      asked: String(years + random.int(1, 3)),
      scheme: random.pick([
        'a windfarm fund',
        'a co-operative orchard',
        'a fleet of river boats',
        'a bond for school roofs',
        'plots on a new marina',
      ]),
    }
  },
  title: {
    arrive: lines(`[Founder of {scheme}|{accused}] [in the dock|goes on trial] in {place} over {million} million crowns
      {savers} savers, one [name|signature]: {accusedL} [trial opens|faces judges] in {place}
      [Where did {million} million go?|Missing: {million} million crowns.] {place} court [hears|begins with] {accusedL}`),
    develop: lines(`[Bookkeeper tells court|Witness:] {accusedL} [kept two ledgers|had a second ledger]
      {accusedL} [breaks silence|speaks] in {place} court: [no one was meant to lose|I believed in it]
      Prosecutor [asks for|wants] {asked} years for {accusedL}`),
    follow: lines(`{accusedL} [sentenced to|gets] {years} years [for fraud|over lost savings] in {place}
      [After verdict|{years} years for {accusedL}], savers [still|yet] [wait for|without] their {million} million
      {accusedL} [to appeal|appeals] [against {years}-year sentence|fraud verdict]`),
  },
  lead: {
    arrive:
      lines(`{accused}, who [sold|promised] {savers} savers a share in {scheme}, [went on trial|sat in the dock] in {place} on {today}, [charged with|accused of] fraud over {million} million crowns.
      [Three judges in {place}|A court in {place}] [began|opened] on {today} to [trace|untangle] the way of {million} million crowns that [went into|were paid for] {scheme} and [never came out|were not seen again].
      [The benches were full|People queued from {hour}] on {today} when the case against {accused} [opened|was called] at the district court of {place}: {savers} [people|families] [say they lost their savings|want their money back].`),
    develop:
      lines(`{accused} kept [two sets of books|a second ledger] for {scheme}, [a former bookkeeper told|a witness told] the court in {place} on {today}.
      [For the first time|After days of silence], {accused} [spoke|answered questions] on {today} [about|over] the {million} million crowns [missing|lost] from {scheme}.
      [Prosecutors|The prosecutor] in {place} [asked|called] on {today} for {asked} years in prison for {accused}, [the face of|who ran] {scheme}.`),
    follow:
      lines(`A court in {place} [sentenced|on {today} sent] {accused} to {years} years in prison for [defrauding|cheating] {savers} savers [of|out of] {million} million crowns.
      {years} years: that is the [sentence|verdict] for {accused}, [read out|spoken] in {place} on {today}, [in the case of|over] {scheme}.
      Lawyers for {accused} [lodged|announced] an appeal on {today} against the {years} years [handed down|given] in {place}.`),
  },
  detail: {
    arrive:
      lines(`The [charge sheet|indictment] [runs to|has] {#180-900} pages and [names|lists] {#9-60} [single payments|transfers], [the largest|one] of them to [an account abroad|a firm without staff].
      [Most savers|The savers] [put in|paid] between {#2-6},000 and {#11-60},000 crowns, [often|many of them] [on a neighbour's word|after an evening with wine and slides].
      The accused, [grey suit, reading glasses|in a dark green jacket], [said|gave] nothing but [name and birthday|a name] and [looked|stared] at the [table|window].
      [Twelve|Nine|Fifteen] days are [set aside|planned] for the [hearing|case]; [a verdict is expected|the court wants to rule] [before the winter recess|within weeks].
      The presiding judge [warned the public|told the public not to clap|asked for silence] after [a man stood up|someone called out] [and demanded his house back|from the gallery].`),
    develop:
      lines(`[The blue ledger|One book], [the witness said|she said], was for [the auditors|show]; [the red one|the other] [lay|was kept] in [a piano stool|a wine cellar] [near|off] {w2street}.
      [Bank records|Statements] [read to the court|shown on a screen] [put|place] {#2-9} withdrawals on [one|a single] afternoon at {hour}.
      [The defence|Defence counsel] [asked why|wanted to know why] the [witness|bookkeeper] had [waited|been silent] for {#2-6} years.
      An [expert|accountant] [for the court|appointed by the judges] [could follow|traced] {#31-74} percent of the money; [the rest|what is left] [went out in cash|cannot be traced].`),
    follow:
      lines(`[The judges found|In the judges' view] the [scheme|fund] was [sound|honest] [for its first year|at the start] and a [lie|fraud] [from the second|after that].
      [A receiver|The receiver] has [secured|found] {#2-9} million crowns, [among it|including] a [house|boat] [sold last month|now up for sale].
      [Outside the court|On the steps], some [wept|embraced], [others|one man] [called it|found it] too [little|mild].
      [The sentence|It] is [not final|open to appeal] for [thirty|fourteen] days, [during which|and till then] {accusedL} [stays|remains] [at home with a tag|in custody].`),
  },
  background:
    lines(`[Schemes of this kind|Such funds] [escape|slip past] the [market supervisor|regulator] of {country} [as long as|if] [shares are sold by hand|each share is under {#2-9},000 crowns].
    [A law|A bill] to [close the gap|change that] has [lain|been] in parliament since {#2014-2022}.
    The first [complaint|letter] [reached the police|came] {#3-7} years ago and was [filed|put aside] as a [private quarrel|civil matter].
    Fraud on [savings|small savers] [costs|took from] people in {country} [about|some] {#90-480} million crowns [a year|last year], [mostly|most of it] from [the over-sixties|older people].`),
  official:
    lines(`[This was not bad luck|It was no accident]. It was [a business|a craft], and its [raw material|stuff] was trust
    [The money did not vanish|Money does not melt]; it [changed pockets|moved], and we [can show|will show] how
    [Each signature|Every one of these signatures] is [a life's saving|a kitchen, a roof, a pension]`),
  critic:
    lines(`My client [was the first to lose|lost more than anyone]; a [swindler|thief] [sells before the fall|does not go down with the ship]
    A [failed|bad] business is [not a crime|no crime], and [hindsight|being clever afterwards] is [no proof|not evidence]
    [We have heard|The court heard] much [pain|sorrow] and [very few|not many] documents`),
  witness: lines(`[I do not want revenge|Revenge is not it]. I want [to know who counted it|the roof I paid for]
    [He came to our choir evening|It was sold to us over coffee], and [we all signed|half the choir signed]
    {years} years or twenty, [my money is gone|it brings nothing back]`),
}

/** Society: what happens to towns and the people in them. */
export const SOCIETY: readonly StoryKind[] = [river, strike, trial]
