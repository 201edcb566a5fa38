import { lines, type StoryKind } from './story-kind.ts'

const merger: StoryKind = {
  name: 'takeover-bid',
  section: 'economy',
  crumb: 'Companies',
  oRole: 'chief executive of {company}',
  cRole: 'who speaks for the works council of {target}',
  wRoles: ['a fund manager', 'a supplier', 'a shareholder of thirty years', 'an analyst'],
  facts: (random) => {
    const bid = random.int(11, 94)
    return {
      subject: 'the bid of {company} for {target}',
      topic: 'takeovers',
      target: `${random.pick(['Larkfield', 'Ostermill', 'Penhallow', 'Grantully', 'Rookwood', 'Fallowdene', 'Strandvik', 'Calloway Pans'])} ${random.pick(['Works', 'Holdings', 'Brothers', 'Group', 'Yards', 'Foods'])}`,
      bid: `${bid} crowns`,
      bidLater: `${bid + random.int(2, 9)} crowns`,
      value: `${random.int(2, 9)}.${random.int(1, 9)} billion crowns`,
      premium: `${random.int(16, 48)} percent`,
      jobs: `${random.int(2, 14)},${random.int(1, 9)}00`,
      cut: String(random.int(12, 90) * 10),
    }
  },
  title: {
    arrive: lines(`{company} [offers|bids] {value} for {target}
      [{target} in play|Shock offer]: {company} [bids|puts down] {bid} a share
      {target} shares [leap|jump] as {company} [shows its hand|comes calling]`),
    develop: lines(`{company} [raises|lifts] bid for {target} to {bidLater}
      {target} board [splits|divided] over [{company} money|offer of {bidLater}]
      [Rival|Second bidder] [circles|looks at] {target} [after|as] {company} [sweetens|improves] offer`),
    follow: lines(`{company} [wins|takes] {target} after {bidLater} [vote|offer]
      {cut} jobs to go [as|once] {company} [swallows|merges with] {target}
      [Watchdog clears|Regulator waves through] {company} [deal|purchase] of {target}, with strings`),
  },
  lead: {
    arrive:
      lines(`{company} [offered|made an offer] on {today} to [buy|take over] {target} for {value}, [or {bid} a share|a premium of {premium}], in [what would be|potentially] the [largest|biggest] deal in {country} this year.
      [Before the market opened|At {hour}] on {today}, {company} [told|informed] shareholders of {target} that it [would pay|is ready to pay] {bid} for each [share|of their shares], {premium} above [the last price|{yesterday}'s close].
      Shares in {target} [rose|climbed] by {#14-39} percent on {today} [after|when] {company}, [which|the {place} group that] lives from {makes}, [put|laid] {value} on the table.`),
    develop:
      lines(`{company} [raised|lifted] its offer for {target} to {bidLater} a share on {today}, [hours|less than a day] after [the board|directors] had [called|found] the first one [too low|an insult].
      The board of {target} [is divided|split] over the approach by {company}, [two people close to the talks said|it emerged] on {today}.
      [A second bidder|A rival bidder] for {target} [appeared|stepped out] on {today}, [putting|which puts] {company} and its {bidLater} [under pressure|to the test].`),
    follow:
      lines(`[Owners of {#61-84} percent of the shares|A clear majority of shareholders] in {target} [accepted|took] the {bidLater} [offered by|of] {company} by {today}, [which ends|ending] a [struggle|contest] of [days|more than a week].
      {company} will [cut|shed] {cut} [jobs|posts] when it [takes over|absorbs] {target}, it [told|said to] staff on {today}.
      The competition [authority|office] of {country} on {today} [cleared|allowed] the [purchase|takeover] of {target} by {company} [on condition|provided] that [two plants|{#2-5} sites] [are sold|find other owners].`),
  },
  detail: {
    arrive:
      lines(`[Together|Combined], the two [would employ|have] {jobs} people [at|in] {#14-52} sites and [sell|turn over] {#4-19} billion crowns [a year|annually].
      [The offer|It] is [paid|to be settled] [in cash|two thirds in cash and one in shares] and [runs|is open] for {#20-40} days.
      {target} [said|replied] [it had not asked for the bid|the approach was uninvited] and [told|advised] owners to [do nothing|wait].
      [{company} expects|The buyer counts on] savings of {#60-290} million crowns [by the third year|within three years], [above all|chiefly] in [purchasing|transport and stores].
      Credit [raters|analysts] [put|placed] {company} on watch, since [its debt|borrowing] would [rise|swell] to {#2-4}.{#1-9} times [earnings|yearly profit].`),
    develop:
      lines(`[The founding family|Heirs of the founder], [who hold|with] {#9-26} percent, [has not said|have kept silent on] [how it will vote|what it will do].
      [A bank|The adviser] [wrote|noted] that [anything under|less than] {#60-99} crowns was ["a start, not an end"|"an opening move"].
      [Workers|Some {#200-800} workers] [stood|gathered] at the gate in {place} [at noon|during the early shift] with [banners|a brass band].
      The [extended|new] deadline [is|falls on] the [second|last] Friday of next month, [lawyers said|the papers show].`),
    follow:
      lines(`[The head office|Headquarters] [moves|is to move] to {place}; [the name|the brand] {target} [stays|will live on] [on the packets|for some years].
      [Staff|Those affected] are [offered|to get] {#8-18} months' pay or [a place|work] in [another plant|{company}'s other works].
      [Shares|The shares] of {target} [leave|will leave] the exchange [by|at] the end of the [quarter|year].
      [The price paid|At {bidLater} a share the price] is {#11-19} times [earnings|profit], [against|compared with] {#8-12} for [similar firms|the sector].`),
  },
  background:
    lines(`{target}, founded in {#1868-1951} as a [family shop|workshop with six hands], [went public|has been listed] since {#1984-2009} and [earned|made] {#40-260} million crowns last year.
    [Studies|Surveys of past deals] [find|show] that [more than half|about six in ten] takeovers [earn less|bring less] than [the buyer paid|promised].
    Under the [code|takeover code] of {country}, [a buyer|whoever buys] with over {#28-33} percent must [make an offer to|bid for] all.
    {company} has [bought|swallowed] {#3-8} [smaller firms|competitors] in [as many|ten] years, [and sold|of which it sold] two [again|on].`),
  official:
    lines(`[Two good firms become one better|This makes two good firms one strong one]. [The sums are that simple|It is no more complicated]
    [We pay a full price|Our price is full and fair], and we [pay it once|will not chase it]
    [No plant that earns its keep closes|A plant that earns money has nothing to fear]`),
  critic: lines(`[They buy our order book|Our order book is what they want], [not us|and leave the people]
    [Savings are people|A saving has a name], [and they work here|and it sits at the next bench]
    [Nobody asked the workforce|Those who work here were not asked], and [we read it in the paper|we heard it on the radio]`),
  witness: lines(`[At that price|For so much] I would [sell|let go] [my grandmother's clock too|without a tear]
    [I have seen three such weddings|This is the fourth merger I sit through], and [the cake was always too small|someone always paid for the cake]
    [The market|The price] [says|tells you] they will [go higher|pay more]. [The market talks a lot|It has been wrong before]`),
}

const rates: StoryKind = {
  name: 'interest-rate',
  section: 'economy',
  crumb: 'Money',
  oRole: 'governor of the central bank of {country}',
  cRole: "chief economist of the small firms' federation",
  wRoles: ['a mortgage broker', 'a grocer', 'a saver', 'a builder with four houses unsold'],
  facts: (random) => {
    const rate = random.int(8, 22)
    const up = random.chance(0.5)
    return {
      subject: "[the rate decision|the central bank's step] in {country}",
      topic: 'interest rates',
      old: `${rate / 4} percent`,
      rate: `${(rate + (up ? 1 : -1)) / 4} percent`,
      moves: up ? 'raises' : 'cuts',
      moved: up ? 'raised' : 'cut',
      inflation: `${random.int(1, 7)}.${random.int(1, 9)} percent`,
      vote: `${random.int(5, 6)} to ${random.int(2, 4)}`,
      effect: up ? 'dearer' : 'cheaper',
    }
  },
  title: {
    arrive: lines(`{country} central bank {moves} [key rate|rates] to {rate}
      [Loans get {effect}|Money gets {effect}] as {country} {moves} rate to {rate}
      [By {vote}|Split vote]: {country} {moves} rates [as inflation stands|with inflation] at {inflation}`),
    develop: lines(`[Banks|Lenders] in {country} [follow|pass on] rate move [within hours|in part]
      [Crown moves|Markets shrug] [after|as] {country} rate [goes to|reaches] {rate}
      [Minutes show|Vote of {vote} reveals] [rift|doubt] in {country} rate council`),
    follow: lines(`[A week|Days] with {rate}: who [wins|gains] and who [pays|loses] in {country}
      [First loans|House loans] [reflect|show] {country} rate of {rate}
      {oL} [hints at|leaves open] another step [after {rate}|on rates]`),
  },
  lead: {
    arrive:
      lines(`The central bank of {country} [{moved} its key rate|on {today} {moved} its main rate] from {old} to {rate}, [a step|a move] [half the market had expected|few had foreseen].
      [Borrowing in {country} becomes {effect}|Credit becomes {effect} in {country}]: the central bank {moved} its [key|main] rate to {rate} on {today}, [with inflation at {inflation}|by a vote of {vote}].
      [By|With] {vote} votes, the rate council of {country} [decided|chose] on {today} to go from {old} to {rate}.`),
    develop:
      lines(`[Three of the five large banks|Most large banks] in {country} [followed|moved] on {today} and [passed|handed] the new key rate of {rate} [on|to] to [house buyers|their customers].
      The crown [gave up early moves|settled] on {today} as [traders|markets] [weighed|digested] the [step|change] to {rate} [by|at] the central bank of {country}.
      [The rate council|Those who set rates] in {country} [argued longer than usual|was more divided than the vote of {vote} shows], [minutes|notes] [published|put out] on {today} [show|reveal].`),
    follow:
      lines(`[Some days after|With] the key rate of {country} [went|at] {rate}, [brokers|estate agents] [see|report] the first [signs|effects]: [calls|enquiries] [are {#8-30} percent off|have changed by a tenth].
      {o} [left the door open|did not rule out] on {today} [for|to] another [step|move] after [that|the one] to {rate}.
      [Who gains|Savers, builders, the state: who gains] from {rate}? [First figures|Numbers] [published|out] on {today} give [an answer|a hint].`),
  },
  detail: {
    arrive:
      lines(`[Inflation|Prices in the shops] [stood at|rose by] {inflation} [last month|in the month before], [pushed|driven] by [rents and heating|food and fuel].
      [A family|A household] with a loan of {#160-390},000 crowns [will feel|notices] [a change of|about] {#30-120} crowns a month, [if its bank follows|in full effect].
      The bank [left|kept] its [forecast|view] of growth at {#0-2}.{#1-9} percent and [sees|expects] [fewer|no more] [failures of firms|bankruptcies].
      [The next meeting|Rate setters meet again] [is in|in] {#5-8} weeks.
      [Bond prices|Yields on ten-year bonds] [moved|shifted] by {#4-19} hundredths [of a point|] within [minutes|an hour].`),
    develop:
      lines(`{#2-4} members [wanted to wait|would have waited], [the papers show|it says], [for|until] the wage [round|talks] [of the spring|in metal trades].
      [Savings banks|Smaller banks] [hold back|are slower]: [only|just] one in {#3-6} has [changed|touched] what it pays [on deposits|savers].
      [Builders' shares|Shares of builders] [moved most|stood out], [with|at] {#2-7} percent.
      [A poll|A survey] of {#20-60} economists [gives|sees] even odds for [another step|more] [before summer|this half-year].`),
    follow:
      lines(`[New house loans|Fresh mortgages] [cost|go for] {#3-7}.{#1-9} percent [on average|at the middle], {#1-4} tenths [off|away from] the [month before|old level].
      The [finance ministry|treasury] [reckons|counts] with {#90-640} million crowns [more or less|of difference] in [interest|debt service] over the year.
      [Small firms|Craft firms] [complain|report] that [credit lines|overdrafts] [did not move at all|are reviewed, not repriced].
      [Rents|The rent index] [will react|react] [late|only after months], [if at all|as they always do].`),
  },
  background:
    lines(`The key rate is what [banks pay|a bank pays] [overnight|for money over night]; it [works|seeps] through to [loans|house loans] in [about|some] {#6-15} months.
    {country} [has aimed at|keeps a target of] two percent inflation since {#1996-2008}; it [hit|met] it in [one month of five|every fifth month].
    [The longest|The longest stretch of] [pause|calm] [lasted|ran] {#19-44} months, [until|till] [the energy shock|the harbour crisis].
    The members [vote in secret|have one vote each], and [the names come out|a list is published] after {#8-20} [weeks|days].`),
  official:
    lines(`[We are not steering by the headline|One month is not a trend]. We [look|have to look] two years ahead
    [This is a step, not a staircase|A step is not a staircase]; [what comes next|the next one] [depends on the figures|the figures will tell]
    [Stable prices are a promise|We promised stable prices], and [it costs something to keep it|promises have a price]`),
  critic:
    lines(`[The workshop on the corner|A joiner with five people] [does not trade in bonds|cannot hedge]; [he feels it at once|it hits on Monday morning]
    [They drive by the mirror|It is driving with the mirror]. The [slump|turn] [is behind us|came months ago]
    [What the council calls a step|Their step] is [a stumble|a stone] for [those who build|anyone who builds]`),
  witness:
    lines(`[The phone has not stopped|My phone rang from eight]. [People want to know if they should sign|Everyone asks: sign now or wait?]
    [I have seen|In my time it was] fourteen percent. [One gets used to everything|We lived, too]
    [For my savings account|On my savings] it [makes|is] [the price of a coffee|two rolls and a coffee] a month`),
}

const plant: StoryKind = {
  name: 'plant-closure',
  section: 'economy',
  crumb: 'Industry',
  oRole: 'who runs {company}',
  cRole: 'mayor of {place}',
  wRoles: ['a fitter', 'a canteen cook', 'a crane driver in third generation', 'an apprentice'],
  facts: (random) => ({
    subject: 'the end of the {company} plant in {place}',
    topic: 'factory towns',
    jobs: String(random.int(14, 190) * 10),
    saved: String(random.int(6, 13) * 10),
    opened: String(random.int(1893, 1974)),
    loss: `${random.int(14, 96)} million crowns`,
    buyer: `${random.pick(["a workers' co-operative", 'an investor from Norrevik', 'a maker of heat pumps', 'the former plant manager'])}`,
    month: random.pick(['March', 'June', 'September', 'the end of the year']),
  }),
  title: {
    arrive: lines(`{company} to [close|shut] {place} [plant|works], {jobs} jobs [at risk|to go]
      [After {opened}|Since {opened}, now over]: {company} [leaves|gives up] {place}
      {place} [stunned|in shock] as {company} [names the day|ends production]`),
    develop: lines(`{place} [fights|marches] for its {company} [plant|works]
      [A buyer|{buyer}] [for|eyes] {company} [works|plant] in {place}
      [Government|Minister] [steps in|calls talks] over {company} [closure|exit] in {place}`),
    follow: lines(`[Rescue|Lifeline]: {buyer} [takes|to run] {place} plant with {saved} [people|jobs]
      [Last shift|The last siren] at {company} in {place}
      [What became of|After] the {jobs} [jobs|workers] of {company} in {place}`),
  },
  lead: {
    arrive:
      lines(`{company} will [close|shut down] its plant in {place} by {month}, [it told|the firm told] a [silent|packed] canteen on {today}; {jobs} people [lose|stand to lose] their work.
      [At {hour} on {today} the belts stopped|The belts stopped on {today}]: {company}, [known for|maker of] {makes}, [gives up|is giving up] [the works|its works] that [it opened in {opened}|have fed {place} since {opened}].
      {jobs} [jobs|posts] in {place} [will go|are to vanish] because {company} [ends|is ending] [production there|the making of parts there] [after losses of {loss}|by {month}], [staff learnt|workers were told] on {today}.`),
    develop:
      lines(`[Several thousand people|Half the town] [marched|walked] through {place} on {today} [to save|for] the {company} plant and its {jobs} jobs.
      [There is a buyer|Someone wants to buy]: {buyer} [has looked at|visited] the {company} works in {place}, [the mayor said|it became known] on {today}.
      The [economy minister|government] of {country} [called|has called] {company} and the town of {place} to [talks|one table] on {today} over the [planned|threatened] closure.`),
    follow:
      lines(`[Not all is lost|A part is saved] in {place}: {buyer} will [run|take over] a [part|hall] of the {company} works and [keep|employ] {saved} of {jobs} people, [both sides|the partners] [signed|said] on {today}.
      [At {hour} on {today}|On {today}] the [siren|hooter] of the {company} works in {place} [sounded|blew] [for the last time|once more, and no more].
      [Of the {jobs} people|Out of {jobs}] who [worked|had work] at {company} in {place}, [about a third|fewer than half] [have found|hold] [something new|another job], [a survey|the labour office] [says|showed] on {today}.`),
  },
  detail: {
    arrive:
      lines(`[The plant|It] [lost|has lost] {loss} in [three|two] years, [the firm says|according to management], [as energy grew dearer|since orders went abroad].
      [Work|The work] [moves|goes] to [a newer site|a plant] in [Kelloria|Norrevik|the south], where [an hour costs a third less|the halls are half empty].
      [Talks|Negotiations] [about|over] [redundancy pay|a social plan] [begin|start] [next week|within days]; [the average worker|a worker on average] is {#44-53} and [has been|has served] there {#16-27} years.
      [Around|About] {#30-90} [suppliers and shops|firms] in {region} [live|depend] [on the plant|from its orders], [the chamber counts|by the chamber's count].
      [The town|{place}] [takes|draws] {#8-27} percent of its [tax|income] from [the works|the company].`),
    develop:
      lines(`[Shops|All shops] [closed|pulled down shutters] for an hour, [the church bells rang|bells rang at noon], and [a brass band|the fire brigade] [led|walked in front].
      [The buyer|The would-be buyer] [would need|asks for] a [guarantee|loan] of {#4-22} million crowns [from the state|by the region].
      {company} [said|let it be known] it would [listen|hear any offer], [but|while] the [date|decision] [stands|was final].
      [Engineers|Two engineers] [drew up|have] a plan to [make|build] [pumps|frames for lorries|steel furniture] [in hall {#2-6}|with the same presses].`),
    follow:
      lines(`The [oldest press|steam hammer], [built|from] {#1909-1948}, [goes|moves] to the [town museum|museum at Castrel].
      [A training centre|A school for adults] in the [former canteen|old store] has [taken|enrolled] {#40-160} [people|of the workers].
      [Those left|Who is left] [clear|are clearing] the halls until {month}; [then|after that] the [keys|site] [go|goes] to the town.
      [The social plan|Redundancy pay] [gives|amounts to] {#0-1}.{#5-9} months' wages [a year of service|for each year].`),
  },
  background:
    lines(`The works [opened|were built] in {opened}, [when|at a time when] {river} [still carried barges|drove the mills]; [at their height|at the peak] {#2-6},{#1-9}00 people [worked there|passed the gate each day].
    {country} has [lost|shed] one in {#4-7} factory jobs since {#1998-2008}; [new ones came|growth came] in [care, freight and software|services].
    [Two earlier|Earlier] plans to close, in {#1987-1996} and {#2009-2015}, were [withdrawn|dropped] after [strikes|the state helped].
    [Research|A study of forty towns] [shows|finds] that [towns|a town] with [two or more big employers|a school of its own] [recover|recovers] [twice as fast|within ten years].`),
  official:
    lines(`[We tried everything that arithmetic allows|The figures left no other way], [and I am sorry|and I know what that means here]
    [It is not the people|The people are not the reason]. [They are the best we have|No better crew exists]
    [I would rather say it standing here|I owe you this in person] than [in a letter|let you read it]`),
  critic:
    lines(`[A town is not a cost centre|{place} is no line in a table]. [You cannot write it off|One does not write off people]
    [We gave them roads, rails and a tax holiday|The road was ours, the rail was ours]. [Now we give them an answer|They owe us an answer]
    [If they go|If they leave], [the name stays here|the brand stays with us] [and the presses too|with the machines]`),
  witness:
    lines(`[My father hung his coat on the same hook|My hook was my father's hook]. [What do I tell my son?|That ends with me]
    [They said it between soup and main course|We heard it over lunch]. [Nobody ate on|The plates stayed full]
    [I can build anything with these presses|Give us the presses] [and we build you what you want|and an order]`),
}

/** Economy: companies, money, work. */
export const ECONOMY: readonly StoryKind[] = [merger, rates, plant]
